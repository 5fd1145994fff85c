import { at } from '../engine/testing/builders';
import { aTimer } from '../storage/testing/timer-fixture';
import { slaProperty } from './sla-property';

const response = { measureId: 'time-to-first-response' };
const resolution = { measureId: 'time-to-resolution' };

describe('The issue property', () => {
  it('says none where no timer has started', () => {
    expect(slaProperty([])).toEqual({ v: 1, state: 'none', measures: {} });
  });

  it('shows the most pressing state, the next breach and every measure by itself', () => {
    const met = aTimer({
      ...response,
      state: 'met',
      outcome: 'met',
      stoppedAt: 5,
      breachAt: at('2026-11-23T10:00:00Z'),
    });
    const running = aTimer({ ...resolution, state: 'running', breachAt: at('2026-11-23T16:30:59.999Z') });
    expect(slaProperty([met, running])).toEqual({
      v: 1,
      state: 'running',
      nextBreach: '2026-11-23T16:30Z',
      measures: {
        timeToFirstResponse: { state: 'met', breachTime: '2026-11-23T10:00Z', agreement: 'acme' },
        timeToResolution: { state: 'running', breachTime: '2026-11-23T16:30Z', agreement: 'acme' },
      },
    });
  });

  it.each([
    ['a late one before one at risk', ['at-risk', 'breached'], 'breached'],
    ['one at risk before a running one', ['running', 'at-risk'], 'at-risk'],
    ['a running one before a paused one', ['paused', 'running'], 'running'],
  ] as const)('takes %s', (_, states, expected) => {
    const timers = states.map((state, index) =>
      aTimer({ measureId: `m-${index}`, state, breached: state === 'breached' }),
    );
    expect(slaProperty(timers).state).toBe(expected);
  });

  it('takes an ongoing timer before a finished breach', () => {
    const finished = aTimer({
      ...response,
      state: 'breached',
      outcome: 'breached',
      stoppedAt: 5,
      breached: true,
    });
    expect(slaProperty([finished, aTimer(resolution)]).state).toBe('running');
  });

  it('takes a promise that was kept before a clock without a goal, once both have stopped', () => {
    const kept = aTimer({ ...resolution, state: 'met', outcome: 'met', stoppedAt: 5 });
    const without = aTimer({
      ...response,
      state: 'no-goal',
      outcome: 'no-goal',
      stoppedAt: 5,
      breachAt: null,
    });
    expect(slaProperty([without, kept]).state).toBe('met');
  });

  it('has no next breach while paused, and does not count one that is past', () => {
    const paused = aTimer({ ...response, state: 'paused', breachAt: null });
    const late = aTimer({ ...resolution, state: 'breached', breached: true });
    expect(slaProperty([paused, late]).nextBreach).toBeUndefined();
  });

  it('shows the last cycle of a measure', () => {
    const first = aTimer({
      ...response,
      state: 'breached',
      outcome: 'breached',
      stoppedAt: 5,
      breached: true,
    });
    const second = aTimer({ ...response, cycleNumber: 2, state: 'running' });
    expect(slaProperty([second, first]).measures['timeToFirstResponse']?.state).toBe('running');
  });

  it('shows of two agreements with one measure the one that breaches first', () => {
    const later = aTimer({ agreementId: 'a', breachAt: at('2026-11-25T10:00:00Z') });
    const sooner = aTimer({ agreementId: 'b', breachAt: at('2026-11-24T10:00:00Z') });
    expect(slaProperty([later, sooner]).measures['timeToResolution']?.agreement).toBe('b');
  });

  it('fits into what Jira takes, however many measures there are: the most pressing ones stand in it', () => {
    const id = (n: number) => `${String(n).padStart(3, '0')}${'x'.repeat(61)}`;
    const timers = Array.from({ length: 500 }, (_, n) =>
      aTimer({ measureId: id(n), agreementId: 'a'.repeat(64), breachAt: 1_000_000 - n }),
    );
    const property = slaProperty([...timers, aTimer({ ...resolution, state: 'breached', breached: true })]);
    expect(JSON.stringify(property).length).toBeLessThanOrEqual(32_768);
    expect(property.measures['timeToResolution']).toMatchObject({ state: 'breached' });
    expect(property.measures[id(499)]).toBeDefined();
  });

  it('does not change while the clock merely runs', () => {
    const early = aTimer({ elapsedMs: 1_000, remainingMs: 9_000, asOf: 1 });
    const late = aTimer({ elapsedMs: 5_000, remainingMs: 5_000, asOf: 2 });
    expect(slaProperty([early])).toEqual(slaProperty([late]));
  });
});
