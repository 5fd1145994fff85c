/**
 * Calls across a frame's border. What crosses is copied, so functions stay where they are: an id crosses
 * instead, and calling it on the other side posts a call back and returns a promise.
 */
export class FunctionChannel {
  private readonly own = new Map<number, (...args: unknown[]) => unknown>();
  private readonly waiting = new Map<number, Waiting>();
  private lastFunction = 0;
  private lastCall = 0;

  /** `post` sends one message to the other side; `answer` runs what the other side asks for by name. */
  constructor(
    private readonly post: (message: ChannelMessage) => void,
    private readonly answer: (name: string, data: unknown) => unknown,
  ) {}

  /** Asks the other side; rejects with its error. */
  call(name: string, data: unknown): Promise<unknown> {
    return this.send((id) => ({ channel: 'call', id, name, data: this.packed(data) }));
  }

  /** Takes a message of the other side; false when it is not one of this channel. */
  receive(message: unknown): boolean {
    if (!isChannelMessage(message)) return false;
    if (message.channel === 'result') this.settle(message);
    else void this.respond(message);
    return true;
  }

  private send(message: (id: number) => ChannelMessage): Promise<unknown> {
    const id = ++this.lastCall;
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      try {
        this.post(message(id));
      } catch (fault) {
        this.waiting.delete(id);
        reject(fault as Error);
      }
    });
  }

  private async respond(message: CallMessage | FunctionMessage): Promise<void> {
    try {
      const value = await this.run(message);
      this.post({ channel: 'result', id: message.id, ok: true, value: this.packed(value) });
    } catch (fault) {
      const error = fault instanceof Error ? fault : new Error(String(fault));
      this.post({
        channel: 'result',
        id: message.id,
        ok: false,
        error: { name: error.name, message: error.message },
      });
    }
  }

  private run(message: CallMessage | FunctionMessage): unknown {
    if (message.channel === 'call') return this.answer(message.name, this.unpacked(message.data));
    const target = this.own.get(message.target);
    if (!target) throw new Error('This function is gone.');
    return target(...message.args.map((arg) => this.unpacked(arg)));
  }

  private settle(message: ResultMessage): void {
    const waiting = this.waiting.get(message.id);
    if (!waiting) return;
    this.waiting.delete(message.id);
    if (message.ok) waiting.resolve(this.unpacked(message.value));
    else waiting.reject(Object.assign(new Error(message.error.message), { name: message.error.name }));
  }

  private packed(value: unknown): unknown {
    if (typeof value === 'function') {
      const id = ++this.lastFunction;
      this.own.set(id, value as (...args: unknown[]) => unknown);
      return { [functionMark]: id };
    }
    return mapped(value, (part) => this.packed(part));
  }

  private unpacked(value: unknown): unknown {
    const target = functionId(value);
    if (target === null) return mapped(value, (part) => this.unpacked(part));
    return (...args: unknown[]) =>
      this.send((id) => ({ channel: 'function', id, target, args: args.map((arg) => this.packed(arg)) }));
  }
}

export type ChannelMessage = CallMessage | FunctionMessage | ResultMessage;

interface CallMessage {
  readonly channel: 'call';
  readonly id: number;
  readonly name: string;
  readonly data: unknown;
}

interface FunctionMessage {
  readonly channel: 'function';
  readonly id: number;
  readonly target: number;
  readonly args: readonly unknown[];
}

type ResultMessage =
  | { readonly channel: 'result'; readonly id: number; readonly ok: true; readonly value: unknown }
  | {
      readonly channel: 'result';
      readonly id: number;
      readonly ok: false;
      readonly error: { readonly name: string; readonly message: string };
    };

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
}

const functionMark = 'accord:function';

function functionId(value: unknown): number | null {
  const id = (value as Record<string, unknown> | null | undefined)?.[functionMark];
  return typeof id === 'number' ? id : null;
}

function isChannelMessage(message: unknown): message is ChannelMessage {
  const kind = (message as Partial<ChannelMessage> | null | undefined)?.channel;
  return kind === 'call' || kind === 'function' || kind === 'result';
}

/** Plain objects and arrays part by part; anything else (a Blob, a Date) is left to the structured clone. */
function mapped(value: unknown, change: (part: unknown) => unknown): unknown {
  if (Array.isArray(value)) return value.map(change);
  if (value === null || typeof value !== 'object') return value;
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== null && Object.getPrototypeOf(prototype) !== null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, change(part)]));
}
