import { aCycle } from '../gallery/sample-cycle';
import { liveSegments, segmentsAhead } from './live-segments';
import { tick } from './tick';

const at = (iso: string): number => Date.parse(iso);
const HOUR = 3_600_000;
const MINUTE = 60_000;

/** 2 h counted of 4 h at 15:30; closes 17:30, so it is due at that very closing. */
const asOf = at('2026-11-23T15:30:00Z');
const running = aCycle({
  pieces: [['running', '2026-11-23T13:30:00Z', 'London office hours', 'Ticket created']],
  until: '2026-11-23T15:30:00Z',
  goalMs: 5 * HOUR,
  phase: 'running',
  ahead: [
    ['2026-11-23T15:30:00Z', '2026-11-23T17:30:00Z'],
    ['2026-11-24T09:00:00Z', '2026-11-24T10:00:00Z'],
  ],
});

describe('tick', () => {
  it.each([
    ['at asOf', '2026-11-23T15:30:00Z', 3 * HOUR, 'running'],
    ['an hour later', '2026-11-23T16:30:00Z', 2 * HOUR, 'running'],
    ['one ms before closing', '2026-11-23T17:29:59.999Z', HOUR + 1, 'running'],
    ['at closing', '2026-11-23T17:30:00Z', HOUR, 'outside-hours'],
    ['at night', '2026-11-24T03:00:00Z', HOUR, 'outside-hours'],
    ['at opening', '2026-11-24T09:00:00Z', HOUR, 'running'],
    ['at the deadline', '2026-11-24T10:00:00Z', 0, 'running'],
    ['after the deadline, beyond the list', '2026-11-24T10:20:00Z', -20 * MINUTE, 'running'],
  ])('counts only in open hours: %s', (_label, iso, remaining, phase) => {
    const live = tick(running, asOf, at(iso));
    expect(live.remainingMs).toBe(remaining);
    expect(live.phase).toBe(phase);
    expect(live.elapsedMs + (live.remainingMs ?? 0)).toBe(5 * HOUR);
  });

  it('turns at risk at its very instant', () => {
    expect(running.atRiskTime).toBe(at('2026-11-23T17:30:00Z'));
    expect(tick(running, asOf, at('2026-11-23T17:29:59.999Z')).atRisk).toBe(false);
    expect(tick(running, asOf, at('2026-11-23T17:30:00Z')).atRisk).toBe(true);
  });

  it('is met at the limit and breached a millisecond later', () => {
    expect(tick(running, asOf, at('2026-11-24T10:00:00Z')).breached).toBe(false);
    expect(tick(running, asOf, at('2026-11-24T10:00:00.001Z')).breached).toBe(true);
  });

  it('says when the clock starts again', () => {
    expect(tick(running, asOf, at('2026-11-23T16:00:00Z')).resumesAt).toBeNull();
    expect(tick(running, asOf, at('2026-11-23T20:00:00Z')).resumesAt).toBe(at('2026-11-24T09:00:00Z'));
  });

  it('stands still while paused, however long', () => {
    const paused = { ...running, phase: 'paused' as const, upcoming: [], atRiskTime: null };
    const live = tick(paused, asOf, asOf + 100 * HOUR);
    expect(live).toMatchObject({ phase: 'paused', remainingMs: 3 * HOUR, breached: false, atRisk: false });
  });

  it('counts the gross clock on through excluded time', () => {
    const excluded = {
      ...running,
      phase: 'excluded' as const,
      upcoming: [{ start: asOf + HOUR, end: asOf + 2 * HOUR }],
    };
    const live = tick(excluded, asOf, asOf + 90 * MINUTE);
    expect(live.elapsedMs).toBe(2 * HOUR + 30 * MINUTE);
    expect(live.grossElapsedMs).toBe(2 * HOUR + 90 * MINUTE);
    expect(tick(excluded, asOf, asOf + 30 * MINUTE)).toMatchObject({
      phase: 'excluded',
      resumesAt: asOf + HOUR,
    });
  });

  it('leaves a completed cycle as it is', () => {
    const done = { ...running, phase: null, outcome: 'met' as const, upcoming: [] };
    expect(tick(done, asOf, asOf + 10 * HOUR)).toMatchObject({
      phase: null,
      elapsedMs: 2 * HOUR,
      breached: false,
    });
  });
});

describe('liveSegments', () => {
  it('always adds up to what tick counts', () => {
    for (let now = asOf; now <= at('2026-11-24T11:00:00Z'); now += 17 * MINUTE) {
      const segments = liveSegments(running, asOf, now);
      const counted = segments
        .filter((s) => s.kind === 'running')
        .reduce((sum, s) => sum + s.end - s.start, 0);
      expect(counted).toBe(tick(running, asOf, now).elapsedMs);
      expect(segments.at(-1)?.end).toBe(now);
      segments.slice(1).forEach((s, i) => expect(s.start).toBe(segments[i]?.end));
    }
  });

  it('lets the last stretch grow and names the closing', () => {
    const kinds = liveSegments(running, asOf, at('2026-11-24T09:30:00Z')).map((s) => s.kind);
    expect(kinds).toEqual(['running', 'outside-hours', 'running']);
  });

  it('goes on pausing while paused', () => {
    const pause = { ...running.segments[0], kind: 'paused' as const, name: 'Waiting for customer' };
    const paused = { ...running, phase: 'paused' as const, upcoming: [], segments: [pause as never] };
    const [only, ...more] = liveSegments(paused, asOf, asOf + HOUR);
    expect(more).toEqual([]);
    expect(only).toMatchObject({ kind: 'paused', name: 'Waiting for customer', end: asOf + HOUR });
  });
});

describe('segmentsAhead', () => {
  it('reaches from now to the deadline', () => {
    const ahead = segmentsAhead(running, asOf, at('2026-11-23T16:00:00Z'));
    expect(
      ahead.map((s) => [s.kind, new Date(s.start).toISOString(), new Date(s.end).toISOString()]),
    ).toEqual([
      ['running', '2026-11-23T16:00:00.000Z', '2026-11-23T17:30:00.000Z'],
      ['outside-hours', '2026-11-23T17:30:00.000Z', '2026-11-24T09:00:00.000Z'],
      ['running', '2026-11-24T09:00:00.000Z', '2026-11-24T10:00:00.000Z'],
    ]);
  });

  it('is empty once late', () => {
    expect(segmentsAhead(running, asOf, at('2026-11-24T10:00:01Z'))).toEqual([]);
  });
});
