import fc from 'fast-check';
import type { Agreement, Exclusion } from './agreement';
import type { Cycle, MeasureResult } from './cycle';
import { evaluate } from './evaluate';
import { explain, totalOf } from './explain';
import type { Instant } from './instant';
import type { HistoryEntry, IssueHistory } from './issue-history';
import {
  aGoal,
  aHistory,
  ana,
  aMeasure,
  anAgreement,
  anExclusion,
  at,
  HOUR,
  isIn,
  value,
} from './testing/builders';

const SEED = Number(process.env['FC_SEED'] ?? 20261123);
const check = (property: fc.IProperty<[Scene]>) => fc.assert(property, { seed: SEED, numRuns: 300 });
beforeAll(() => console.info(`fast-check seed ${SEED} (set FC_SEED to change)`));

const START = at('2026-03-27T08:00:00Z');
const SPAN = 9 * 24 * HOUR; // over a weekend and London's spring-forward night

interface Scene {
  readonly history: IssueHistory;
  readonly versions: readonly Agreement[];
  readonly exclusions: readonly Exclusion[];
  readonly now: Instant;
}

const iso = (instant: Instant) => new Date(instant).toISOString();
const offset = fc.integer({ min: 0, max: SPAN });

const happening = fc.tuple(
  offset,
  fc.constantFrom(
    ['status', 'Open'],
    ['status', 'Waiting'],
    ['status', 'Work'],
    ['resolution', 'Done'],
    ['resolution', null],
    ['priority', 'High'],
    ['priority', 'Low'],
    ['labels', 'till'],
    ['labels', null],
    ['reply'],
    ['message'],
    ['note'],
  ) as fc.Arbitrary<readonly (string | null)[]>,
);

const london = {
  id: 'london',
  name: 'London',
  timeZone: 'Europe/London',
  weekly: {
    mon: [
      ['09:00', '12:00'],
      ['13:00', '17:30'],
    ],
    fri: [['00:00', '24:00']],
    sun: [['00:00', '04:00']],
  },
} as const;

const scene: fc.Arbitrary<Scene> = fc
  .record({
    happenings: fc.array(happening, { maxLength: 25 }),
    window: fc.tuple(offset, offset),
    now: offset,
    second: offset,
    reopen: fc.constantFrom('new-cycle', 'continue', 'ignore') as fc.Arbitrary<
      'new-cycle' | 'continue' | 'ignore'
    >,
    startFrom: fc.constantFrom('moment', 'created') as fc.Arbitrary<'moment' | 'created'>,
  })
  .map(({ happenings, window, now, second, reopen, startFrom }) => {
    const history = aHistory(
      iso(START),
      [...happenings].sort((a, b) => a[0] - b[0]).map(([ms, what]) => [iso(START + ms), ...what] as never),
    );
    const measure = aMeasure({
      reopen,
      startFrom,
      goals: [
        aGoal({ id: 'high', when: isIn('priority', 'High'), durationMs: 3 * HOUR }),
        aGoal({ id: 'rest', durationMs: 20 * HOUR, calendar: 'london' }),
      ],
      calendar: 'london',
    });
    const response = aMeasure({
      id: 'response',
      start: [{ on: 'commented', by: 'customer' }],
      stop: [{ on: 'commented', by: 'provider' }],
      cancelWhile: isIn('status', 'Work'),
    });
    const base = anAgreement({ measures: [measure, response] });
    const v1 = { ...base, calendars: [...base.calendars, london] };
    const v2 = {
      ...v1,
      version: 2,
      effectiveFrom: START + second,
      measures: [{ ...measure, goals: [aGoal()] }, response],
    };
    const [from, to] = [Math.min(...window), Math.max(...window)];
    return {
      history,
      versions: [v1, v2],
      exclusions: [
        anExclusion({ when: isIn('labels', 'till'), windows: [{ start: START + from, end: START + to }] }),
        anExclusion({
          id: 'night',
          clause: 'Nights',
          during: london,
          windows: [{ start: START + to, end: START + SPAN }],
        }),
      ],
      now: START + now,
    };
  });

const results = ({ history, versions, exclusions, now }: Scene): MeasureResult[] =>
  evaluate(history, versions, exclusions, now);
const cyclesOf = (found: readonly MeasureResult[]): Cycle[] => found.flatMap((r) => r.cycles);

test('the derivation is contiguous and adds up to the sums', () => {
  check(
    fc.property(scene, (s) => {
      for (const cycle of cyclesOf(results(s))) {
        const segments = explain(cycle);
        let end = cycle.startTime;
        for (const segment of segments) {
          expect(segment.start).toBe(end);
          expect(segment.end).toBeGreaterThan(segment.start);
          end = segment.end;
        }
        expect(end).toBe(cycle.stopTime ?? Math.max(s.now, cycle.startTime));
        expect(totalOf(segments, ['running'])).toBe(cycle.net.elapsedMs);
        expect(totalOf(segments, ['running', 'excluded'])).toBe(cycle.gross.elapsedMs);
        const paused = segments.filter((x) => x.kind === 'paused' && x.open);
        expect(totalOf(paused, ['paused'])).toBe(cycle.pausedMs);
      }
    }),
  );
});

test('net is never more than gross, and breaks a promise no sooner', () => {
  check(
    fc.property(scene, (s) => {
      for (const { net, gross } of cyclesOf(results(s))) {
        expect(net.elapsedMs).toBeLessThanOrEqual(gross.elapsedMs);
        if (net.breached) expect(gross.breached).toBe(true);
        if (net.breachTime !== null && gross.breachTime !== null) {
          expect(net.breachTime).toBeGreaterThanOrEqual(gross.breachTime);
        }
      }
    }),
  );
});

test('an entry that changes nothing, anywhere, changes no sum', () => {
  check(
    fc.property(scene, (s) => {
      const state: Record<string, unknown> = { ...s.history.initial };
      const entries: HistoryEntry[] = [];
      s.history.entries.forEach((entry, i) => {
        entries.push(entry);
        if (entry.kind === 'changed') state[entry.field] = entry.to;
        const next = s.history.entries[i + 1]?.at ?? s.now + 1;
        const between = entry.at + Math.floor((next - entry.at) / 2);
        if (between < next && between > entry.at) {
          entries.push({
            kind: 'changed',
            at: between,
            ref: `x:${i}`,
            actor: ana,
            field: 'sprint',
            from: [],
            to: value('1'),
          });
          entries.push({
            kind: 'changed',
            at: between,
            ref: `y:${i}`,
            actor: ana,
            field: 'priority',
            from: (state['priority'] as never) ?? [],
            to: (state['priority'] as never) ?? [],
          });
          entries.push({
            kind: 'commented',
            at: between,
            ref: `z:${i}`,
            actor: ana,
            visibility: 'internal',
            byReporter: false,
          });
        }
      });
      const split = results({ ...s, history: { ...s.history, entries } });
      expect(JSON.stringify(split)).toBe(JSON.stringify(results(s)));
    }),
  );
});

test('replaying a prefix gives the same answer for its instants', () => {
  check(
    fc.property(scene, (s) => {
      const entries = s.history.entries.filter((e) => e.at <= s.now);
      expect(JSON.stringify(results({ ...s, history: { ...s.history, entries } }))).toBe(
        JSON.stringify(results(s)),
      );
    }),
  );
});

test('at its breach time a cycle left alone has used up exactly its goal, a millisecond later it is late', () => {
  check(
    fc.property(scene, (s) => {
      for (const result of results(s)) {
        const cycle = result.cycles[result.cycles.length - 1];
        if (!cycle || cycle.stopTime !== null || cycle.net.breached || cycle.net.breachTime === null)
          continue;
        const next = s.history.entries.find((e) => e.at > s.now);
        const boundary = s.versions.find((v) => v.effectiveFrom > s.now);
        const quiet = Math.min(next?.at ?? Infinity, boundary?.effectiveFrom ?? Infinity);
        if (cycle.net.breachTime >= quiet) continue;
        const then = (now: Instant) =>
          results({ ...s, now })
            .find((r) => r.measureId === result.measureId)
            ?.cycles.find((c) => c.number === cycle.number);
        expect(then(cycle.net.breachTime)?.net.remainingMs).toBe(0);
        if (cycle.net.breachTime > s.now) expect(then(cycle.net.breachTime - 1)?.net.remainingMs).toBe(1);
      }
    }),
  );
});

test('nothing changes before nextChangeAt while nothing happens', () => {
  check(
    fc.property(scene, (s) => {
      for (const result of results(s)) {
        const next = s.history.entries.find((e) => e.at > s.now)?.at ?? Infinity;
        const until = Math.min(result.nextChangeAt ?? s.now + 30 * HOUR, next) - 1;
        if (until <= s.now) continue;
        const face = (now: Instant) =>
          results({ ...s, now })
            .filter((r) => r.measureId === result.measureId)
            .flatMap((r) =>
              r.cycles.map((c) => [c.phase, c.atRisk, c.net.breached, c.outcome, c.agreementVersion]),
            );
        expect(face(until)).toEqual(face(s.now));
      }
    }),
  );
});
