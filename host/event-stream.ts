import type { Request, Response } from 'express';
import type { ServerEvents } from './shell/api';

/** Server-sent events to every open shell. */
export class EventStream {
  private readonly readers = new Set<Response>();

  /** Keeps the answer open until the reader leaves. */
  readonly open = (_request: Request, response: Response): void => {
    response.set({ 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    response.flushHeaders();
    response.write(': open\n\n');
    this.readers.add(response);
    response.on('close', () => this.readers.delete(response));
  };

  send<Name extends keyof ServerEvents>(name: Name, data: ServerEvents[Name]): void {
    for (const reader of this.readers) reader.write(`event: ${name}\ndata: ${JSON.stringify(data)}\n\n`);
  }

  close(): void {
    for (const reader of this.readers) reader.end();
  }
}
