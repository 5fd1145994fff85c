import { sayCounted, sayOutcome } from './verdict-words';

const HOUR = 3_600_000;
const plain = (text: string | null) => text?.replace(/\u00a0/g, ' ') ?? null;

describe('a verdict in words', () => {
  it.each([
    [null, 'No clock', null],
    [{ outcome: 'met', elapsedMs: HOUR, goalMs: 4 * HOUR }, 'Met', '1 h of 4 h'],
    [{ outcome: 'breached', elapsedMs: 5 * HOUR, goalMs: 4 * HOUR }, 'Breached', '5 h of 4 h'],
    [{ outcome: 'ongoing', elapsedMs: 4 * HOUR, goalMs: 4 * HOUR }, 'Ongoing', '4 h of 4 h'],
    [
      { outcome: 'ongoing', elapsedMs: 4 * HOUR + 1, goalMs: 4 * HOUR },
      'Ongoing, late',
      '4 h 0.001 s of 4 h',
    ],
    [{ outcome: 'no-goal', elapsedMs: HOUR, goalMs: null }, 'No goal', '1 h counted'],
    [{ outcome: 'left-out', elapsedMs: HOUR, goalMs: HOUR }, 'Left out by an exclusion', '1 h of 1 h'],
  ])('%j', (verdict, outcome, counted) => {
    expect([sayOutcome(verdict), plain(sayCounted(verdict))]).toEqual([outcome, counted]);
  });
});
