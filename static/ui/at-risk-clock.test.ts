import { atRiskNow, untilListChanges } from './at-risk-clock';

const at = (iso: string): number => Date.parse(iso);
const MINUTE = 60_000;
const HOUR = 3_600_000;

/** On a Thursday at 16:00, with 90 minutes left, at risk from 30 minutes on; closed from 17:00 to 09:00. */
const ticket = {
  state: 'running',
  remainingMs: 90 * MINUTE,
  atRiskTime: at('2026-11-27T09:00Z'),
  upcoming: [
    { start: at('2026-11-26T16:00Z'), end: at('2026-11-26T17:00Z') },
    { start: at('2026-11-27T09:00Z'), end: at('2026-11-27T16:00Z') },
  ],
} as const;

describe('an open ticket', () => {
  it.each([
    ['2026-11-26T15:59Z', 'running', 90 * MINUTE],
    ['2026-11-26T16:00Z', 'running', 90 * MINUTE],
    ['2026-11-26T16:20Z', 'running', 70 * MINUTE],
    ['2026-11-26T23:00Z', 'running', 30 * MINUTE],
    ['2026-11-27T09:00Z', 'at-risk', 30 * MINUTE],
    ['2026-11-27T09:30Z', 'at-risk', 0],
    ['2026-11-27T09:30:00.001Z', 'breached', -1],
    ['2026-11-27T11:30Z', 'breached', -2 * HOUR],
  ])('at %s is %s with %d ms left', (now, state, remainingMs) => {
    expect(atRiskNow(ticket, at(now))).toEqual({ state, remainingMs });
  });

  it('stands still while it is paused, late or not', () => {
    const now = at('2026-11-28T00:00Z');
    const paused = { ...ticket, state: 'paused', upcoming: [], atRiskTime: null } as const;
    expect(atRiskNow(paused, now)).toEqual({ state: 'paused', remainingMs: 90 * MINUTE });
    const late = { ...paused, state: 'breached', remainingMs: -HOUR } as const;
    expect(atRiskNow(late, now)).toEqual({ state: 'breached', remainingMs: -HOUR });
    expect(untilListChanges([paused, late], now)).toBe(Infinity);
  });
});

describe('the wait until a list of open tickets says something else', () => {
  it.each([
    ['the next minute', '2026-11-26T16:00:10Z', 50_001],
    ['the next second in the last hour', '2026-11-26T16:40Z', 1],
    ['the opening', '2026-11-26T20:00Z', 13 * HOUR],
  ])('is that until %s', (_, now, wait) => {
    expect(untilListChanges([ticket], at(now))).toBe(wait);
  });

  it('is the shortest of all, and infinite of none', () => {
    const soon = { ...ticket, atRiskTime: at('2026-11-26T16:00:15Z') };
    expect(untilListChanges([ticket, soon], at('2026-11-26T16:00:10Z'))).toBe(5_000);
    expect(untilListChanges([], at('2026-11-26T16:00Z'))).toBe(Infinity);
  });
});
