/** A save may take this share of the time at most: a large site is saved less often. */
const shareOfTime = 0.05;
const shortestGap = 1000;

/** Saves soon after a change, many changes at once, and once more when it is closed. Real milliseconds. */
export class StateSaver {
  private timer: NodeJS.Timeout | undefined;
  private gap = shortestGap;

  constructor(
    private readonly save: () => void,
    private readonly onFault: (fault: Error) => void,
  ) {}

  readonly touch = (): void => {
    this.timer ??= setTimeout(() => this.run(), this.gap);
    this.timer.unref();
  };

  close(): void {
    this.run();
  }

  private run(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    const began = performance.now();
    try {
      this.save();
    } catch (fault) {
      this.onFault(fault as Error);
    }
    this.gap = Math.max(shortestGap, (performance.now() - began) / shareOfTime);
  }
}
