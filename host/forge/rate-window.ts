interface Spent {
  readonly at: number;
  readonly realAt: number;
  readonly amount: number;
}

/**
 * A sliding window that lets `limit` units through per `windowMs`. What was spent counts only while it is
 * recent on both clocks: a jump of the movable clock squeezes hours into a moment of real time, and a
 * stopped clock stretches one instant over real minutes; neither is a burst.
 */
export class RateWindow {
  private spent: Spent[] = [];

  constructor(
    private readonly limit: number,
    private readonly windowMs: number,
  ) {}

  /** Takes `amount` units if they fit; false leaves the window as it was. */
  take(now: number, realNow: number, amount = 1): boolean {
    this.spent = this.spent.filter((s) => now - s.at < this.windowMs && realNow - s.realAt < this.windowMs);
    const used = this.spent.reduce((sum, s) => sum + s.amount, 0);
    if (used + amount > this.limit) return false;
    this.spent.push({ at: now, realAt: realNow, amount });
    return true;
  }
}
