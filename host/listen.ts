import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The port is not free; the message says so in one sentence and what to do. */
export class PortFault extends Error {
  override readonly name = 'PortFault';
}

export interface Listening {
  readonly port: number;
  close(): Promise<void>;
}

/**
 * Listens on this machine only, under both of its names: `localhost` may be 127.0.0.1 or ::1. Port 0 takes a
 * free one. Rejects with `PortFault`.
 */
export async function listen(port: number, listener: RequestListener): Promise<Listening> {
  const first = await bind(port, '127.0.0.1', listener);
  const taken = (first.address() as AddressInfo).port;
  const servers = [first];
  try {
    servers.push(await bind(taken, '::1', listener));
  } catch (fault) {
    // A machine without IPv6 is reached by its other name alone.
    if (fault instanceof PortFault) {
      await closed(first);
      throw fault;
    }
  }
  return {
    port: taken,
    close: async () => void (await Promise.all(servers.map(closed))),
  };
}

function bind(port: number, host: string, listener: RequestListener): Promise<Server> {
  const server = createServer(listener);
  return new Promise((resolve, reject) => {
    server.once('error', (fault: NodeJS.ErrnoException) => reject(worded(fault, port)));
    server.listen(port, host, () => resolve(server));
  });
}

function worded(fault: NodeJS.ErrnoException, port: number): Error {
  if (fault.code === 'EADDRINUSE') {
    return new PortFault(
      `Port ${port} is taken by another program: stop that one, or start on another port with npm start -- --port ${port + 1}`,
    );
  }
  if (fault.code === 'EACCES') {
    return new PortFault(
      `Port ${port} may not be used by you: start on another one with npm start -- --port 4710`,
    );
  }
  return fault;
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
