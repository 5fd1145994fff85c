import type { CycleView } from '../../src/contract';
import { cycleNotes, goalWords } from './cycle-notes';
import { deadlineWords, isWorkingTime, standstillWords } from './deadline-words';
import { aCycle, aGoal, type CycleSketch } from '../gallery/sample-cycle';
import { liveSegments } from './live-segments';
import { tick } from './tick';

const HOUR = 3_600_000;
const until = '2026-11-23T15:30:00Z';
const asOf = Date.parse(until);
const london = { locale: 'en-GB', timeZone: 'Europe/London' };
const plain = (text: string | null): string => (text ?? 'null').replace(/\u00a0/g, ' ');

const cycle = (change: Partial<CycleSketch> = {}): CycleView =>
  aCycle({
    pieces: [['running', '2026-11-23T13:30:00Z', 'London office hours', 'Ticket created']],
    until,
    goalMs: 5 * HOUR,
    phase: 'running',
    ahead: [
      [until, '2026-11-23T17:30:00Z'],
      ['2026-11-24T09:00:00Z', '2026-11-24T17:30:00Z'],
    ],
    ...change,
  });

describe('deadlineWords', () => {
  it.each<[string, CycleView, number, string]>([
    [
      'over night, with the distance by the wall clock',
      cycle(),
      0,
      'Due tomorrow at 10:00 (18 h 30 min from now)',
    ],
    ['within the day, without it', cycle({ goalMs: 3 * HOUR }), 0, 'Due today at 16:30'],
    ['late', cycle({ goalMs: 3 * HOUR }), 1.5 * HOUR, 'Was due today at 16:30'],
    ['paused', cycle({ phase: 'paused' }), 0, 'No deadline while paused'],
    ['paused when late', cycle({ phase: 'paused', goalMs: HOUR }), 0, 'Was due today at 14:30'],
    ['beyond the calendar', cycle({ ahead: [] }), 0, 'No deadline: its hours end before the goal'],
    ['without a goal', cycle({ goalMs: null }), 0, 'null'],
    ['stopped', cycle({ phase: null, ahead: [] }), 2 * HOUR, 'Stopped today at 15:30'],
  ])('%s', (_label, view, later, said) => {
    const now = asOf + later;
    expect(plain(deadlineWords(view, tick(view, asOf, now), now, london))).toBe(said);
  });
});

describe('isWorkingTime', () => {
  it.each<[string, CycleView, boolean]>([
    ['a night lies before the deadline', cycle(), true],
    ['the clock runs through to the deadline', cycle({ goalMs: 3 * HOUR }), false],
    ['paused, and never closed so far', cycle({ phase: 'paused' }), false],
    ['without a goal', cycle({ goalMs: null }), false],
  ])('%s', (_label, view, answer) => {
    expect(isWorkingTime(view, tick(view, asOf, asOf), asOf)).toBe(answer);
  });
});

describe('standstillWords', () => {
  const said = (view: CycleView, now = asOf): string =>
    plain(standstillWords(tick(view, asOf, now), liveSegments(view, asOf, now), now, london));

  it('names the pause and its beginning, through the nights it lasted', () => {
    const paused = cycle({
      phase: 'paused',
      pieces: [
        ['running', '2026-11-20T16:00:00Z', 'London office hours', 'Ticket created'],
        ['paused', '2026-11-20T17:00:00Z', 'Waiting for customer', 'Status changed'],
        ['paused', '2026-11-20T17:30:00Z', 'Waiting for customer', 'London office hours close'],
      ],
    });
    expect(said(paused)).toMatch(/^Waiting for customer since Fri,? 20 Nov at 17:00$/);
  });

  it('names no other stretch when the pause began at this very instant', () => {
    expect(said(cycle({ phase: 'paused' }))).toBe('Paused just now');
  });

  it('says when closed hours end', () => {
    expect(said(cycle(), asOf + 3 * HOUR)).toBe('London office hours closed; resumes tomorrow at 09:00');
  });

  it('is silent while the clock runs and once it has stopped', () => {
    expect(said(cycle())).toBe('null');
    expect(said(cycle({ phase: null, ahead: [] }))).toBe('null');
  });
});

describe('cycleNotes', () => {
  const notes = (view: CycleView): string[] =>
    cycleNotes(view, tick(view, asOf, asOf), asOf, london).map(plain);

  it('has nothing to add to an ordinary cycle', () => {
    expect(notes(cycle())).toEqual([]);
  });

  it('sets counted and excluded time side by side, and says when the exclusion decides', () => {
    const excluded = cycle({
      goalMs: 1.5 * HOUR,
      pieces: [
        ['running', '2026-11-23T13:30:00Z', 'London office hours', 'Ticket created'],
        ['excluded', '2026-11-23T14:30:00Z', '4.2 Planned maintenance', 'Maintenance began'],
      ],
      with: { excludedBy: ['4.2 Planned maintenance'] },
    });
    expect(notes(excluded)).toEqual([
      '1 h counted, 1 h excluded by “4.2 Planned maintenance”. It would be breached without the exclusion.',
    ]);
  });

  it('tells flag, compliance and each earlier goal', () => {
    const view = cycle({
      with: {
        flag: 'resolved without a reply',
        leftOutBy: '5.1 Acceptance testing',
        goal: aGoal(8 * HOUR, '2026-11-23T14:00:00Z', 'High'),
        earlierGoals: [aGoal(24 * HOUR, '2026-11-23T13:30:00Z')],
      },
    });
    expect(notes(view)).toEqual([
      'Resolved without a reply.',
      'Left out of compliance by 5.1 Acceptance testing.',
      'The goal was 24 h (Everything else) until today at 14:00. Time counted until then was kept.',
    ]);
    expect(plain(goalWords(view))).toBe('Goal 8 h · London office hours');
  });
});
