import type { Clock } from '../clock';
import type { ProductEvent } from '../contract';
import type { EventHabits } from './local-jira-api';
import { seededRandom } from './seeded-random';

const HELD_BACK_MS = 60_000;
const MOST_BYTES = 200_000;

/** Delivers product events as unreliably as its habits say, on the clock. */
export class EventSender {
  private readonly random: () => number;
  private readonly cancels = new Set<() => void>();

  constructor(
    private readonly clock: Clock,
    private readonly emit: (event: ProductEvent) => void,
    private readonly habits: EventHabits,
  ) {
    this.random = seededRandom(habits.seed ?? 1);
  }

  /** Jira does not deliver events above 200 kB at all. */
  send(event: ProductEvent): void {
    // Every share draws a number, wanted or not: one habit more does not change what the others do.
    const [lost, doubled, held, bare] = [this.random(), this.random(), this.random(), this.random()];
    const delays = [this.delay(), this.delay()];
    const heldBack = this.random() * HELD_BACK_MS;
    if (lost < (this.habits.loseShare ?? 0) || JSON.stringify(event).length > MOST_BYTES) return;
    const sent = bare < (this.habits.dropChangelogShare ?? 0) ? withoutChangelog(event) : event;
    const back = held < (this.habits.shuffle ?? 0) ? heldBack : 0;
    this.deliver(sent, (delays[0] ?? 0) + back);
    if (doubled < (this.habits.doubleShare ?? 0)) this.deliver(sent, delays[1] ?? 0);
  }

  stop(): void {
    for (const cancel of this.cancels) cancel();
    this.cancels.clear();
  }

  private delay(): number {
    const [least, most] = this.habits.delayMs ?? [0, 0];
    return Math.round(least + this.random() * (most - least));
  }

  private deliver(event: ProductEvent, delayMs: number): void {
    let delivered = false;
    let unschedule = (): void => undefined;
    const cancel = (): void => {
      delivered = true;
      this.cancels.delete(cancel);
      unschedule();
    };
    const run = (): void => {
      if (delivered) return;
      cancel();
      // Every receiver gets its own copy, as from the wire.
      this.emit(JSON.parse(JSON.stringify(event)) as ProductEvent);
    };
    this.cancels.add(cancel);
    unschedule = this.clock.schedule(this.clock.now() + Math.round(delayMs), run);
    // A clock that stands still fires nothing by itself, but what is due now need not wait for it to move.
    if (Math.round(delayMs) > 0) return;
    setImmediate(run);
  }
}

function withoutChangelog(event: ProductEvent): ProductEvent {
  const { changelog: _, ...rest } = event;
  return rest;
}
