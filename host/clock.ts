/** What the stand-ins need of time. All instants are epoch milliseconds. */
export interface Clock {
  now(): number;
  /** Runs `task` when the clock reaches `at` (at once if it has). Returns a function that cancels it. */
  schedule(at: number, task: () => Promise<void> | void): () => void;
}

interface Scheduled {
  readonly at: number;
  readonly order: number;
  readonly task: () => Promise<void> | void;
}

/**
 * The one movable clock of the local host. It runs with real time, stands still, or is moved forward;
 * moving it fires everything that was due on the way, in order, each at its own instant, so a jump of an
 * hour runs the same sweeps and deliveries that an hour of waiting would have.
 */
export class MovableClock implements Clock {
  private base: number;
  private realBase: number;
  private moving: boolean;
  private order = 0;
  private queue: Scheduled[] = [];
  private timer: NodeJS.Timeout | undefined;
  private work: Promise<void> = Promise.resolve();
  private readonly listeners = new Set<() => void>();

  constructor(start: number, running = true) {
    this.base = start;
    this.realBase = Date.now();
    this.moving = running;
  }

  get running(): boolean {
    return this.moving;
  }

  now(): number {
    return this.moving ? this.base + (Date.now() - this.realBase) : this.base;
  }

  schedule(at: number, task: () => Promise<void> | void): () => void {
    const entry: Scheduled = { at, order: this.order++, task };
    this.queue.push(entry);
    this.queue.sort((a, b) => a.at - b.at || a.order - b.order);
    this.arm();
    return () => {
      this.queue = this.queue.filter((e) => e !== entry);
    };
  }

  run(): void {
    if (this.moving) return;
    this.realBase = Date.now();
    this.moving = true;
    this.arm();
    this.tell();
  }

  pause(): void {
    this.base = this.now();
    this.moving = false;
    clearTimeout(this.timer);
    this.timer = undefined;
    this.tell();
  }

  /** Moves the clock forward to `at`; resolves when everything due on the way has finished. */
  async advanceTo(at: number): Promise<void> {
    const wasRunning = this.moving;
    if (wasRunning) this.pause();
    await this.drain(Math.max(at, this.base));
    this.base = Math.max(at, this.base);
    if (wasRunning) this.run();
    else this.tell();
  }

  advanceBy(ms: number): Promise<void> {
    return this.advanceTo(this.now() + ms);
  }

  /** Sets a stopped start: used when a saved state is loaded. Nothing is fired. */
  set(at: number): void {
    this.base = at;
    this.realBase = Date.now();
    this.tell();
  }

  onMove(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  stop(): void {
    clearTimeout(this.timer);
    this.queue = [];
    this.listeners.clear();
  }

  /** Resolves when what is due now has run. */
  settle(): Promise<void> {
    return this.drain(this.now());
  }

  private tell(): void {
    for (const listener of this.listeners) listener();
  }

  private drain(until: number): Promise<void> {
    this.work = this.work.then(async () => {
      for (let next = this.queue[0]; next && next.at <= until; next = this.queue[0]) {
        this.queue.shift();
        if (!this.moving) this.base = Math.max(this.base, next.at);
        try {
          await next.task();
        } catch (fault) {
          // One task that fails must not stop the clock for the others.
          console.error('A task on the clock failed', fault);
        }
      }
    });
    return this.work;
  }

  private arm(): void {
    clearTimeout(this.timer);
    const next = this.queue[0];
    if (!next) return;
    if (!this.moving) {
      // A clock that stands still also lets happen what is due at the instant at which it stands.
      if (next.at <= this.base) setImmediate(() => void this.settle());
      return;
    }
    const wait = Math.min(Math.max(next.at - this.now(), 0), 2 ** 31 - 1);
    this.timer = setTimeout(() => {
      void this.drain(this.now()).finally(() => this.arm());
    }, wait);
  }
}
