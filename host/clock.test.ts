import { MovableClock } from './clock';

const START = Date.parse('2026-11-24T10:40:00Z');
const MINUTE = 60_000;
const turn = () => new Promise((resolve) => setImmediate(resolve));

describe('MovableClock', () => {
  test('stands still until it is moved', async () => {
    const clock = new MovableClock(START, false);
    await turn();
    expect(clock.now()).toBe(START);
    await clock.advanceBy(MINUTE);
    expect(clock.now()).toBe(START + MINUTE);
  });

  test('fires what is due on the way, in order, each at its own instant', async () => {
    const clock = new MovableClock(START, false);
    const fired: [string, number][] = [];
    const note = (name: string) => () => void fired.push([name, clock.now() - START]);
    clock.schedule(START + 2 * MINUTE, note('second'));
    clock.schedule(START + MINUTE, () => {
      note('first')();
      clock.schedule(START + 1.5 * MINUTE, note('between'));
    });
    clock.schedule(START + 5 * MINUTE, note('later'));
    await clock.advanceBy(3 * MINUTE);
    expect(fired).toEqual([
      ['first', MINUTE],
      ['between', 1.5 * MINUTE],
      ['second', 2 * MINUTE],
    ]);
    expect(clock.now()).toBe(START + 3 * MINUTE);
  });

  test('lets happen what is due at the instant at which it stands', async () => {
    const clock = new MovableClock(START, false);
    let fired = 0;
    clock.schedule(START, () => void fired++);
    clock.schedule(START + 1, () => void fired++);
    await turn();
    await turn();
    expect(fired).toBe(1);
  });

  test('does not fire what was cancelled', async () => {
    const clock = new MovableClock(START, false);
    let fired = 0;
    const cancel = clock.schedule(START + MINUTE, () => void fired++);
    cancel();
    await clock.advanceBy(2 * MINUTE);
    expect(fired).toBe(0);
  });

  test('never goes back, and tells who listens when it is moved', async () => {
    const clock = new MovableClock(START, false);
    let told = 0;
    const stop = clock.onMove(() => void told++);
    await clock.advanceTo(START - MINUTE);
    expect(clock.now()).toBe(START);
    expect(told).toBe(1);
    stop();
    await clock.advanceBy(MINUTE);
    expect(told).toBe(1);
  });

  test('goes on when a task fails', async () => {
    const complaints = jest.spyOn(console, 'error').mockImplementation(() => undefined);
    const clock = new MovableClock(START, false);
    let fired = 0;
    clock.schedule(START + MINUTE, () => Promise.reject(new Error('no')));
    clock.schedule(START + 2 * MINUTE, () => void fired++);
    await clock.advanceBy(3 * MINUTE);
    expect(fired).toBe(1);
    expect(complaints).toHaveBeenCalledTimes(1);
    complaints.mockRestore();
  });

  test('waits for a task that takes time before it moves on', async () => {
    const clock = new MovableClock(START, false);
    const seen: number[] = [];
    clock.schedule(START + MINUTE, async () => {
      await turn();
      seen.push(clock.now() - START);
    });
    await clock.advanceBy(10 * MINUTE);
    expect(seen).toEqual([MINUTE]);
  });
});
