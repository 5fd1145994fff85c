import type { MovableClock } from './clock';
import type { ClockView, JumpView } from './shell/api';

/** How often a jump tells how far it is, in real milliseconds. */
const progressEvery = 150;

/** Moves the clock one jump at a time and tells everybody where it is. */
export class ClockControl {
  private jump: JumpView | null = null;

  constructor(
    private readonly clock: MovableClock,
    private readonly tell: (view: ClockView) => void,
  ) {
    clock.onMove(() => this.tell(this.view()));
  }

  view(): ClockView {
    return { now: this.clock.now(), running: this.jump === null && this.clock.running, jump: this.jump };
  }

  /** False while a jump is under way: it cannot be stopped midway. */
  setRunning(running: boolean): boolean {
    if (this.jump) return false;
    if (running) this.clock.run();
    else this.clock.pause();
    return true;
  }

  /** Resolves when everything due on the way has happened; false when another jump is under way. */
  async jumpTo(to: number): Promise<boolean> {
    if (this.jump) return false;
    this.jump = { from: this.clock.now(), to };
    const progress = setInterval(() => this.tell(this.view()), progressEvery);
    try {
      await this.clock.advanceTo(to);
    } finally {
      clearInterval(progress);
      this.jump = null;
      this.tell(this.view());
    }
    return true;
  }
}
