import { MovableClock } from './clock';
import { ClockControl } from './clock-control';
import type { ClockView } from './shell/api';

const nine = Date.UTC(2026, 10, 23, 9);
const hour = 3_600_000;

describe('the control of the clock', () => {
  it('tells every move', async () => {
    const told: ClockView[] = [];
    const clock = new MovableClock(nine, false);
    const control = new ClockControl(clock, (view) => told.push(view));
    expect(await control.jumpTo(nine + hour)).toBe(true);
    expect(told.at(0)).toEqual({ now: nine + hour, running: false, jump: { from: nine, to: nine + hour } });
    expect(told.at(-1)).toEqual({ now: nine + hour, running: false, jump: null });
    clock.stop();
  });

  it('makes one jump at a time, and does not run or pause meanwhile', async () => {
    const clock = new MovableClock(nine, false);
    let finish = (): void => undefined;
    clock.schedule(nine + 60_000, () => new Promise<void>((resolve) => (finish = resolve)));
    const control = new ClockControl(clock, () => undefined);
    const first = control.jumpTo(nine + hour);
    expect(await control.jumpTo(nine + 2 * hour)).toBe(false);
    expect(control.setRunning(true)).toBe(false);
    expect(control.view()).toEqual({
      now: nine + 60_000,
      running: false,
      jump: { from: nine, to: nine + hour },
    });
    finish();
    expect(await first).toBe(true);
    expect(control.view()).toEqual({ now: nine + hour, running: false, jump: null });
    expect(control.setRunning(true)).toBe(true);
    clock.stop();
  });
});
