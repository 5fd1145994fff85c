import type { IssuePanelView, Result } from '../../src/contract';
import { aCycle } from '../gallery/sample-cycle';
import { startTimerLoop, type LoopClock, type TimerLoop } from './timer-loop';
import type { LoopState } from './timer-loop-state';

/** A clock driven by hand: `pass` lets real time go by, `move` moves the wall clock alone. */
class HandClock implements LoopClock {
  wall = Date.parse('2026-11-23T15:30:00Z');
  steady = 0;
  private tasks: { at: number; task: () => void }[] = [];

  look = () => ({ wall: this.wall, steady: this.steady });
  jitter = () => 250;
  after = (ms: number, task: () => void) => {
    const entry = { at: this.steady + ms, task };
    this.tasks.push(entry);
    return () => {
      this.tasks = this.tasks.filter((t) => t !== entry);
    };
  };
  move(ms: number): void {
    this.wall += ms;
  }
  async pass(ms: number): Promise<void> {
    await settled();
    const end = this.steady + ms;
    for (;;) {
      const next = [...this.tasks].sort((a, b) => a.at - b.at)[0];
      if (!next || next.at > end) break;
      this.tasks = this.tasks.filter((t) => t !== next);
      this.advance(next.at - this.steady);
      next.task();
      await settled();
    }
    this.advance(end - this.steady);
  }
  private advance(ms: number): void {
    this.wall += ms;
    this.steady += ms;
  }
}

const settled = async (): Promise<void> => {
  for (let i = 0; i < 5; i++) await Promise.resolve();
};

const HOUR = 3_600_000;
const view = (asOf: number, nextChangeAt: number | null, goalMs = 10 * HOUR): IssuePanelView => {
  const until = new Date(asOf).toISOString();
  const current = aCycle({
    pieces: [['running', '2026-11-23T13:30:00Z', 'Always', 'Ticket created']],
    until,
    goalMs,
    phase: 'running',
    ahead: [[until, '2026-12-23T00:00:00Z']],
  });
  const party = { name: 'Acme', timeZone: 'UTC' };
  const timer = {
    key: 'a:b',
    agreementId: 'a',
    agreementName: 'A',
    agreementVersion: 1,
    measureId: 'b',
    measureName: 'B',
  };
  return {
    issueKey: 'HELP-1',
    asOf,
    nextChangeAt,
    timers: [{ ...timer, provider: party, customer: party, current, earlier: [], earlierOmitted: 0 }],
    missing: [],
    agreementCount: 1,
    mayAdminister: false,
    historyGaps: false,
    proposed: [],
    incident: null,
    proposing: { agreements: [], attachments: [], mayDeclare: false },
  };
};

function aLoop(
  answer: (clock: HandClock, asked: number) => Promise<Result<IssuePanelView>> | Result<IssuePanelView>,
) {
  const clock = new HandClock();
  const shown: { state: LoopState<IssuePanelView>; now: number }[] = [];
  const log = { asked: 0, shown };
  const loop: TimerLoop = startTimerLoop(
    async () => answer(clock, ++log.asked),
    (state, now) => shown.push({ state, now }),
    clock,
  );
  return { clock, loop, log };
}

const fresh = (nextIn: number | null, goalMs?: number) => (clock: HandClock) =>
  ({ ok: true, value: view(clock.wall, nextIn === null ? null : clock.wall + nextIn, goalMs) }) as const;

describe('startTimerLoop', () => {
  it('asks once and then only tells the time', async () => {
    const { clock, log } = aLoop(fresh(null));
    await clock.pass(HOUR);
    expect(log.asked).toBe(1);
    expect(clock.wall - (log.shown.at(-1)?.now ?? 0)).toBeLessThan(60_000);
  });

  it('draws about once a minute when far off and each second in the last hour', async () => {
    const far = aLoop(fresh(null));
    await far.clock.pass(10 * 60_000);
    expect(far.log.shown.length).toBeLessThan(10 * 7 + 3);
    const near = aLoop(fresh(null, 2.5 * HOUR));
    await near.clock.pass(60_000);
    expect(near.log.shown.length).toBeGreaterThanOrEqual(60);
    expect(near.log.shown.length).toBeLessThan(66);
  });

  it('asks again at nextChangeAt, plus jitter', async () => {
    const { clock, log } = aLoop(fresh(600_000));
    await clock.pass(600_249);
    expect(log.asked).toBe(1);
    await clock.pass(2);
    expect(log.asked).toBe(2);
  });

  it('asks ever more rarely when nextChangeAt does not move', async () => {
    const stuck = Date.parse('2026-11-23T15:31:00Z');
    const { clock, log } = aLoop((c) => ({ ok: true, value: view(c.wall, stuck) }));
    await clock.pass(2 * HOUR);
    expect(log.asked).toBeGreaterThan(5);
    expect(log.asked).toBeLessThan(35);
  });

  it('asks once for a burst of changes', async () => {
    const { clock, loop, log } = aLoop(fresh(null));
    await clock.pass(5_000);
    for (let i = 0; i < 10; i++) {
      loop.changed();
      await clock.pass(100);
    }
    await clock.pass(1_000);
    expect(log.asked).toBe(2);
  });

  it('never has two questions under way, and asks again for what changed meanwhile', async () => {
    let answer: (r: Result<IssuePanelView>) => void = () => undefined;
    const { clock, loop, log } = aLoop((_c, n) =>
      n === 1 ? new Promise((r) => (answer = r)) : fresh(null)(_c),
    );
    await clock.pass(100);
    loop.changed();
    await clock.pass(1_000);
    expect(log.asked).toBe(1);
    answer(fresh(null)(clock));
    await settled();
    expect(log.asked).toBe(2);
  });

  it('asks when the wall clock is moved', async () => {
    const { clock, log } = aLoop(fresh(null));
    await clock.pass(30_000);
    clock.move(HOUR);
    await clock.pass(10_001);
    expect(log.asked).toBe(2);
  });

  it('does not ask while the wall clock stands still', async () => {
    const { clock, log } = aLoop(fresh(3_000));
    await clock.pass(1_000);
    const stand = clock.wall;
    for (let i = 0; i < 60; i++) {
      await clock.pass(1_000);
      clock.wall = stand;
    }
    expect(log.asked).toBeLessThanOrEqual(1);
  });

  it('neither ticks nor asks while hidden, and catches up when seen', async () => {
    const { clock, loop, log } = aLoop(fresh(600_000));
    await clock.pass(1_000);
    loop.setHidden(true);
    const drawn = log.shown.length;
    loop.changed();
    await clock.pass(HOUR);
    expect(log.asked).toBe(1);
    expect(log.shown.length).toBe(drawn);
    loop.setHidden(false);
    await settled();
    expect(log.asked).toBe(2);
    expect(log.shown.length).toBeGreaterThan(drawn);
  });

  it('keeps the view when a refresh fails and tries again later', async () => {
    const { clock, loop, log } = aLoop((c, n) =>
      n === 2 ? { ok: false, code: 'failed', message: 'No' } : fresh(null)(c),
    );
    await clock.pass(1_000);
    loop.askNow();
    await settled();
    expect(log.shown.at(-1)?.state).toMatchObject({ kind: 'shown', trouble: { code: 'failed' } });
    await clock.pass(10_000);
    expect(log.asked).toBe(3);
    expect(log.shown.at(-1)?.state).toMatchObject({ kind: 'shown', trouble: null });
  });

  it('leaves a first failure to the viewer, but comes back by itself when Jira is busy', async () => {
    const failed = aLoop(() => ({ ok: false, code: 'failed', message: 'No' }));
    await failed.clock.pass(HOUR);
    expect(failed.log.asked).toBe(1);
    const busy = aLoop((c, n) =>
      n === 1
        ? { ok: false, code: 'busy', who: 'jira', message: 'Wait', retryAfterMs: 20_000 }
        : fresh(null)(c),
    );
    await busy.clock.pass(19_999);
    expect(busy.log.asked).toBe(1);
    await busy.clock.pass(2);
    expect(busy.log.asked).toBe(2);
  });

  it('says so when no answer comes', async () => {
    const { clock, log } = aLoop(() => new Promise(() => undefined));
    await clock.pass(30_001);
    expect(log.shown.at(-1)?.state).toMatchObject({ kind: 'refused', failure: { code: 'failed' } });
  });

  it('turns a rejected call into a failure that can be tried again', async () => {
    const { clock, log } = aLoop(() => Promise.reject(new Error('bridge')));
    await clock.pass(1);
    expect(log.shown.at(-1)?.state).toMatchObject({ kind: 'refused', failure: { code: 'failed' } });
  });

  it('is silent once stopped', async () => {
    const { clock, loop, log } = aLoop(fresh(1_000));
    await clock.pass(500);
    loop.stop();
    const drawn = log.shown.length;
    await clock.pass(HOUR);
    expect(log.asked).toBe(1);
    expect(log.shown.length).toBe(drawn);
  });
});
