import fc from 'fast-check';
import { addTally, emptyTally, tallyTicket, type ReportTally } from './report-tally';
import { replay } from '../engine/evaluate';
import { nearestRank } from '../engine/nearest-rank';
import { compileRules } from '../engine/rules';
import { anAgreement, at, sam } from '../engine/testing/builders';
import type { IssueHistory } from '../engine/issue-history';
import { historyUntil } from './history-until';

const HOUR = 3_600_000;
const october = { start: at('2026-10-01T00:00Z'), end: at('2026-11-01T00:00Z') };
const september = { start: at('2026-09-01T00:00Z'), end: october.start };
const asOf = at('2026-11-01T00:05Z');
const span = { period: october, trend: [september, october], asOf, free: new Map<string, number>() };
const rules = compileRules([anAgreement()], []);

/** Created and resolved; around the clock, four hours are promised. */
function history(created: string, resolved: string | null): IssueHistory {
  const began = at(created);
  const set = { kind: 'changed', field: 'resolution', from: [], to: [{ id: '1', text: 'Done' }] } as const;
  return {
    issueId: '1',
    issueKey: 'HELP-1',
    created: began,
    initial: {},
    entries: [
      { kind: 'created', at: began, ref: 'created', actor: sam },
      ...(resolved === null ? [] : [{ ...set, at: at(resolved), ref: 'changelog:1', actor: sam }]),
    ],
    gaps: [],
  };
}

function tallyOf(whole: IssueHistory): ReportTally {
  const tally = emptyTally();
  const known = historyUntil(whole, asOf);
  if (known) tallyTicket(tally, known, replay(rules, known, asOf), span);
  return tally;
}

const counts = (tally: ReportTally, start: number) => tally.periods['resolution']?.[String(start)];

describe('A ticket in a report', () => {
  it('counts in the period in which its verdict fell', () => {
    const tally = tallyOf(history('2026-09-30T22:00Z', '2026-10-01T01:00Z'));
    expect(counts(tally, october.start)).toMatchObject({ met: 1, breached: 0 });
    expect(counts(tally, september.start)).toBeUndefined();
    expect(tally.times['resolution']).toEqual([3 * HOUR]);
  });

  it('is late in the period of its breach, however long it stays open', () => {
    const tally = tallyOf(history('2026-09-30T12:00Z', '2026-10-02T12:00Z'));
    expect(counts(tally, september.start)).toMatchObject({ met: 0, breached: 1 });
    expect(tally.breaches).toEqual([]);
  });

  it('is open as of the report although it was resolved afterwards', () => {
    const tally = tallyOf(history('2026-10-31T12:00Z', '2026-11-01T00:05Z'));
    expect(tally.breaches).toMatchObject([{ stopped: false, lateMs: 8 * HOUR + 5 * 60_000 }]);
    expect(tally.resolved).toBe(0);
  });

  it('waits while its status says so, as holders of the compliance page do', () => {
    const whole = history('2026-10-05T09:00Z', '2026-10-05T12:00Z');
    const waiting = { kind: 'changed', field: 'status', from: [], ref: 'changelog:0', actor: sam } as const;
    const [created, resolved] = whole.entries as [
      IssueHistory['entries'][number],
      IssueHistory['entries'][number],
    ];
    const status = (text: string, id: string, instant: string) => ({
      ...waiting,
      to: [{ id, text }],
      at: at(instant),
    });
    const entries = [
      created,
      status('Waiting for customer', '3', '2026-10-05T10:00Z'),
      status('In progress', '4', '2026-10-05T11:30Z'),
      resolved,
    ];
    expect(tallyOf({ ...whole, entries }).waiting).toEqual({
      resolution: { workingMs: 3 * HOUR, waitedMs: 1.5 * HOUR },
    });
  });

  it('is not there when it was created afterwards', () => {
    expect(tallyOf(history('2026-11-01T00:05Z', null))).toEqual(emptyTally());
  });
});

describe('How a ticket felt, in a report', () => {
  const resolution = (at_: string, to: 'done' | 'open', ref: number) => {
    const done = [{ id: '1', text: 'Done' }];
    const [from, after] = to === 'done' ? [[], done] : [done, []];
    return {
      kind: 'changed',
      field: 'resolution',
      from,
      to: after,
      at: at(at_),
      ref: `changelog:${ref}`,
      actor: sam,
    } as const;
  };
  const withSteps = (...steps: readonly (readonly [string, 'done' | 'open'])[]): IssueHistory => {
    const plain = history('2026-09-20T00:00Z', null);
    return { ...plain, entries: [...plain.entries, ...steps.map(([t, to], n) => resolution(t, to, n + 1))] };
  };

  it.each([
    ['resolved once', withSteps(['2026-10-01T00:00Z', 'done']), { resolved: 1, reopened: 0 }],
    [
      'resolved, opened again and resolved',
      withSteps(['2026-09-21T00:00Z', 'done'], ['2026-09-22T00:00Z', 'open'], ['2026-10-31T23:59Z', 'done']),
      { resolved: 1, reopened: 1 },
    ],
    [
      'open again at the end',
      withSteps(['2026-10-02T00:00Z', 'done'], ['2026-10-03T00:00Z', 'open']),
      { resolved: 0, reopened: 0 },
    ],
    ['resolved before', withSteps(['2026-09-30T23:59Z', 'done']), { resolved: 0, reopened: 0 }],
    ['resolved afterwards', withSteps(['2026-11-01T00:00Z', 'done']), { resolved: 0, reopened: 0 }],
  ])('%s', (_, whole, felt) => {
    expect(tallyOf(whole).felt).toEqual(felt);
  });

  it('counts only under the agreement', () => {
    const tally = emptyTally();
    tallyTicket(tally, withSteps(['2026-10-01T00:00Z', 'done']), [], span);
    expect(tally.felt).toEqual({ resolved: 0, reopened: 0 });
    expect(tally.resolved).toBe(1);
  });

  it('adds up with parts that an older deployment has counted', () => {
    const sum = tallyOf(history('2026-10-05T00:00Z', '2026-10-05T03:00Z'));
    const { waiting, felt, ...older } = emptyTally();
    addTally(sum, older as ReportTally);
    expect([sum.waiting, sum.felt]).toEqual([
      { ...waiting, resolution: { workingMs: 3 * HOUR, waitedMs: 0 } },
      { ...felt, resolved: 1 },
    ]);
  });
});

describe('Parts of a report', () => {
  it('add up to the same, whatever the pages were', () => {
    const some = fc.array(
      fc.record({ hour: fc.integer({ min: 0, max: 700 }), tookH: fc.integer({ min: 1, max: 9 }) }),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(some, fc.integer({ min: 0, max: 12 }), (tickets, cut) => {
        const each = tickets.map(({ hour, tookH }) => {
          const began = october.start + hour * HOUR;
          const ended = new Date(began + tookH * HOUR).toISOString();
          return tallyOf(history(new Date(began).toISOString(), ended));
        });
        const sum = (tallies: readonly ReportTally[]) => {
          const all = emptyTally();
          for (const one of tallies) addTally(all, one);
          return all;
        };
        const pages = sum([sum(each.slice(0, cut)), sum(each.slice(cut))]);
        expect(pages).toEqual(sum(each));
      }),
      { seed: 20261126 },
    );
  });
});

describe('nearestRank', () => {
  it.each([
    [[], 0.5, null],
    [[10], 0.95, 10],
    [[10, 20, 30, 40], 0.5, 20],
    [[10, 20, 30, 40], 0.51, 30],
    [[10, 20, 30, 40], 0.95, 40],
  ])('of %j at %f is %s', (sorted, share, value) => {
    expect(nearestRank(sorted, share)).toBe(value);
  });
});
