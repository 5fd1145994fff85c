import type { ServerEvents } from '../api';

let source: EventSource | null = null;

interface Heard extends ServerEvents {
  /** The connection is there (again). */
  readonly open: null;
}

/** Hears what the server tells every open shell. Returns the way to stop. */
export function onServerEvent<Name extends keyof Heard>(
  name: Name,
  listener: (data: Heard[Name]) => void,
): () => void {
  source ??= new EventSource('/api/events');
  const opened = source;
  const hear = (event: Event): void => {
    listener((name === 'open' ? null : JSON.parse((event as MessageEvent<string>).data)) as Heard[Name]);
  };
  opened.addEventListener(name, hear);
  return () => opened.removeEventListener(name, hear);
}
