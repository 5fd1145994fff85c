import type { Clock } from '../clock';
import type { AppManifest, Interval } from './app-manifest';

const INTERVALS: Readonly<Record<Interval, number>> = {
  fiveMinute: 5 * 60_000,
  hour: 3_600_000,
  day: 86_400_000,
  week: 7 * 86_400_000,
};

/** The first run comes about this long after the app was deployed. */
const FIRST_RUN_MS = 5 * 60_000;

/** Runs the manifest's scheduled triggers on the host's clock. */
export class ScheduleRunner {
  private readonly next = new Map<string, number>();
  private cancels: (() => void)[] = [];
  private started = false;

  constructor(
    private readonly clock: Clock,
    private readonly schedules: AppManifest['schedules'],
    private readonly run: (moduleKey: string) => Promise<void>,
  ) {}

  start(): void {
    const now = this.clock.now();
    this.started = true;
    for (const { key, interval } of this.schedules) {
      let at = this.next.get(key) ?? now + FIRST_RUN_MS;
      while (at < now) at += INTERVALS[interval];
      this.plan(key, INTERVALS[interval], at);
    }
  }

  stop(): void {
    this.started = false;
    for (const cancel of this.cancels) cancel();
    this.cancels = [];
  }

  /** Instant of the next run per module key. */
  dump(): Record<string, number> {
    return Object.fromEntries(this.next);
  }

  restore(next: Readonly<Record<string, number>>): void {
    for (const [key, at] of Object.entries(next)) this.next.set(key, at);
  }

  private plan(key: string, interval: number, at: number): void {
    this.next.set(key, at);
    const cancel = this.clock.schedule(at, async () => {
      this.cancels = this.cancels.filter((c) => c !== cancel);
      if (!this.started) return;
      this.plan(key, interval, at + interval);
      await this.run(key);
    });
    this.cancels.push(cancel);
  }
}
