import { createContext, runInContext } from 'node:vm';
import { installFrameClock, type ClockScope } from './frame-clock';

const nine = Date.UTC(2026, 10, 23, 9);
const minute = 60_000;

/** A realm of its own with timers that never fire by themselves. */
function scope(): ClockScope & { readonly real: Map<number, () => void> } {
  const real = new Map<number, () => void>();
  let last = 0;
  const add = (task: unknown): number => (real.set(++last, task as () => void), last);
  const remove = (handle?: number): void => void real.delete(handle ?? 0);
  const realm = runInContext('({ Date })', createContext({})) as { Date: DateConstructor };
  return {
    Date: realm.Date,
    real,
    setTimeout: add,
    setInterval: add,
    clearTimeout: remove,
    clearInterval: remove,
  };
}

describe('time in a frame', () => {
  it('stands still with the clock of the host', () => {
    const frame = scope();
    installFrameClock(frame, { now: nine, running: false });
    expect(frame.Date.now()).toBe(nine);
    expect(new frame.Date().toISOString()).toBe('2026-11-23T09:00:00.000Z');
    expect(frame.Date()).toBe(new frame.Date(nine).toString());
  });

  it('leaves every other use of Date as it is', () => {
    const frame = scope();
    installFrameClock(frame, { now: nine, running: false });
    expect(new frame.Date(0).getTime()).toBe(0);
    expect(new frame.Date(2026, 0, 5).getDate()).toBe(5);
    expect(frame.Date.UTC(2026, 0)).toBe(Date.UTC(2026, 0));
    expect(new frame.Date()).toBeInstanceOf(frame.Date);
    expect(new frame.Date().constructor).toBe(frame.Date);
    class Later extends frame.Date {}
    expect(new Later().getTime()).toBe(nine);
  });

  it('runs on from what it was told', () => {
    const frame = scope();
    const real = frame.Date;
    let realNow = 5000;
    real.now = () => realNow;
    const tell = installFrameClock(frame, { now: nine, running: true });
    realNow += 2500;
    expect(frame.Date.now()).toBe(nine + 2500);
    tell({ now: nine + minute, running: false });
    realNow += 2500;
    expect(frame.Date.now()).toBe(nine + minute);
  });

  it('fires long timers that a jump passed, in order of their instant, and keeps the others', () => {
    const frame = scope();
    const tell = installFrameClock(frame, { now: nine, running: false });
    const fired: string[] = [];
    frame.setTimeout(() => fired.push('20 min'), 20 * minute);
    frame.setTimeout((name) => fired.push(String(name)), 10 * minute, '10 min');
    frame.setTimeout(() => fired.push('2 h'), 120 * minute);
    frame.setTimeout(() => fired.push('200 ms'), 200);
    const cancelled = frame.setTimeout(() => fired.push('cancelled'), 5 * minute);
    frame.clearTimeout(cancelled);
    tell({ now: nine + 60 * minute, running: false });
    expect(fired).toEqual(['10 min', '20 min']);
    tell({ now: nine + 60 * minute, running: false });
    expect(fired).toEqual(['10 min', '20 min']);
    expect(frame.real.size).toBe(2);
  });

  it('runs an interval once for a jump and again for the next', () => {
    const frame = scope();
    const tell = installFrameClock(frame, { now: nine, running: false });
    let ticks = 0;
    const handle = frame.setInterval(() => ticks++, minute);
    tell({ now: nine + 60 * minute, running: false });
    expect(ticks).toBe(1);
    tell({ now: nine + 60 * minute + 1, running: false });
    expect(ticks).toBe(1);
    tell({ now: nine + 62 * minute, running: false });
    expect(ticks).toBe(2);
    frame.clearTimeout(handle);
    tell({ now: nine + 90 * minute, running: false });
    expect(ticks).toBe(2);
  });
});
