import {
  KVS_BATCH_KEYS,
  KVS_EXPIRY_LAG_MS,
  KVS_QUERY_DEFAULT,
  KVS_QUERY_MAX,
  KVS_REQUESTS_PER_SECOND,
  KVS_TRANSACTION_BYTES,
  KVS_TRANSACTION_OPERATIONS,
} from '../platform-limits';
import { RateWindow } from '../rate-window';
import { json, jsonBytes } from '../wire';
import { checkKey, checkValue } from './kvs-entry-check';
import { KvsFault } from './kvs-fault';

export interface KvsEntry {
  readonly key: string;
  readonly value: unknown;
  readonly createdAt: number;
  readonly updatedAt: number;
  /** Epoch ms; the value may be read for another 48 hours. */
  readonly expireAt?: number;
}

interface Ttl {
  readonly value: number;
  readonly unit: 'SECONDS' | 'MINUTES' | 'HOURS' | 'DAYS';
}

interface SetRequest {
  readonly key: string;
  readonly value: unknown;
  readonly entityName?: string;
  readonly options?: { readonly keyPolicy?: string; readonly ttl?: Ttl; readonly returnValue?: string };
}

interface KeyRequest {
  readonly key: string;
  readonly entityName?: string;
}

interface QueryRequest {
  readonly limit?: number;
  readonly after?: string;
  readonly where?: readonly { property: string; condition: string; values: readonly unknown[] }[];
}

interface TransactionRequest {
  readonly set?: readonly SetRequest[];
  readonly delete?: readonly KeyRequest[];
  readonly check?: readonly KeyRequest[];
}

const UNITS: Readonly<Record<Ttl['unit'], number>> = {
  SECONDS: 1_000,
  MINUTES: 60_000,
  HOURS: 3_600_000,
  DAYS: 86_400_000,
};

type Route = (store: KeyValueStore, body: never) => unknown;

const ROUTES: Readonly<Record<string, Route>> = {
  '/api/v1/get': (store, body: KeyRequest) => store.get(body),
  '/api/v1/set': (store, body: SetRequest) => store.set(body),
  '/api/v1/delete': (store, body: KeyRequest) => store.delete(body),
  '/api/v1/query': (store, body: QueryRequest) => store.query(body),
  '/api/v1/transaction': (store, body: TransactionRequest) => store.transact(body),
  '/api/v1/batch/get': (store, body: readonly KeyRequest[]) => store.batch(body, (item) => store.get(item)),
  '/api/v1/batch/set': (store, body: readonly SetRequest[]) => store.batch(body, (item) => store.set(item)),
  '/api/v1/batch/delete': (store, body: readonly KeyRequest[]) =>
    store.batch(body, (item) => store.delete(item)),
};

/** Forge's key-value store in memory. Custom entities and secrets are answered 501. */
export class KeyValueStore {
  private readonly entries = new Map<string, KvsEntry>();
  private readonly rate = new RateWindow(KVS_REQUESTS_PER_SECOND, 1_000);

  constructor(private readonly now: () => number) {}

  answer(path: string, body: string): Response {
    const route = ROUTES[path];
    if (!route)
      return json(501, { code: 'NOT_IMPLEMENTED', message: `The local key-value store has no ${path}.` });
    try {
      if (!this.rate.take(this.now(), Date.now()))
        throw new KvsFault(429, 'RATE_LIMIT_EXCEEDED', 'Too many requests.');
      return json(200, route(this, JSON.parse(body) as never));
    } catch (error) {
      if (error instanceof KvsFault) return json(error.status, { code: error.code, message: error.message });
      throw error;
    }
  }

  dump(): KvsEntry[] {
    return [...this.entries.values()];
  }

  restore(entries: readonly KvsEntry[]): void {
    this.entries.clear();
    for (const entry of entries) this.entries.set(entry.key, entry);
  }

  get({ key }: KeyRequest): KvsEntry {
    const entry = this.find(checkKey(key));
    if (!entry) throw new KvsFault(404, 'KEY_NOT_FOUND', `The key ${key} was not found.`);
    return wireEntry(entry);
  }

  set(request: SetRequest): KvsEntry | undefined {
    refuseEntity(request);
    const key = checkKey(request.key);
    const value = checkValue(request.value);
    const { keyPolicy, ttl, returnValue } = request.options ?? {};
    const before = this.find(key);
    if (before && keyPolicy === 'FAIL_IF_EXISTS') {
      throw new KvsFault(409, 'KEY_CONFLICT', `The key ${key} already exists.`);
    }
    const now = this.now();
    const expireAt = ttl ? now + ttl.value * UNITS[ttl.unit] : undefined;
    const entry: KvsEntry = { key, value, createdAt: before?.createdAt ?? now, updatedAt: now, expireAt };
    this.entries.set(key, entry);
    if (returnValue === 'PREVIOUS') return before && wireEntry(before);
    return returnValue === 'LATEST' ? wireEntry(entry) : undefined;
  }

  delete(request: KeyRequest): undefined {
    refuseEntity(request);
    this.entries.delete(checkKey(request.key));
  }

  query({ limit = KVS_QUERY_DEFAULT, after, where = [] }: QueryRequest): {
    data: KvsEntry[];
    cursor?: string;
  } {
    if (limit < 1 || limit > KVS_QUERY_MAX) {
      throw new KvsFault(400, 'INVALID_LIMIT', `The limit must be between 1 and ${KVS_QUERY_MAX}.`);
    }
    const prefixes = where.map((w) => String(w.values[0]));
    const keys = [...this.entries.keys()]
      .filter((k) => prefixes.every((p) => k.startsWith(p)) && this.find(k))
      .sort();
    const from = after === undefined ? 0 : keys.findIndex((k) => k > decode(after));
    const page = from < 0 ? [] : keys.slice(from, from + limit);
    const last = page.at(-1);
    const more = last !== undefined && last !== keys.at(-1);
    const data = page.flatMap((key) => this.find(key) ?? []).map(wireEntry);
    return more ? { data, cursor: Buffer.from(last).toString('base64url') } : { data };
  }

  /** All or nothing: every operation is checked before the first takes effect. */
  transact({ set = [], delete: deletes = [], check = [] }: TransactionRequest): undefined {
    const all = [...set, ...deletes, ...check];
    all.forEach(refuseEntity);
    const keys = all.map((operation) => checkKey(operation.key));
    if (keys.length > KVS_TRANSACTION_OPERATIONS) {
      throw new KvsFault(
        400,
        'TOO_MANY_OPERATIONS',
        `A transaction takes ${KVS_TRANSACTION_OPERATIONS} operations.`,
      );
    }
    if (new Set(keys).size < keys.length) throw new KvsFault(400, 'DUPLICATE_KEY', 'A key occurs twice.');
    if (jsonBytes(set) > KVS_TRANSACTION_BYTES)
      throw new KvsFault(400, 'MAX_SIZE', 'A transaction takes 4 MiB.');
    for (const operation of set) checkValue(operation.value);
    for (const operation of set) this.set({ ...operation, options: { ttl: operation.options?.ttl } });
    for (const operation of deletes) this.delete(operation);
  }

  /** Best effort: each key succeeds or fails on its own. */
  batch<T extends KeyRequest>(items: readonly T[], run: (item: T) => KvsEntry | undefined): unknown {
    if (items.length > KVS_BATCH_KEYS)
      throw new KvsFault(400, 'TOO_MANY_KEYS', `A batch takes ${KVS_BATCH_KEYS} keys.`);
    const successfulKeys: unknown[] = [];
    const failedKeys: unknown[] = [];
    for (const item of items) {
      try {
        successfulKeys.push(run(item) ?? { key: item.key });
      } catch (error) {
        if (!(error instanceof KvsFault)) throw error;
        failedKeys.push({ key: item.key, error: { code: error.code, message: error.message } });
      }
    }
    return { successfulKeys, failedKeys };
  }

  private find(key: string): KvsEntry | undefined {
    const entry = this.entries.get(key);
    const gone = entry?.expireAt !== undefined && this.now() >= entry.expireAt + KVS_EXPIRY_LAG_MS;
    if (gone) this.entries.delete(key);
    return gone ? undefined : entry;
  }
}

function refuseEntity({ entityName }: { entityName?: string }): void {
  if (entityName !== undefined)
    throw new KvsFault(501, 'NOT_IMPLEMENTED', 'Custom entities are not kept here.');
}

function wireEntry({ expireAt, ...entry }: KvsEntry): KvsEntry & { expireTime?: string } {
  return expireAt === undefined ? entry : { ...entry, expireTime: new Date(expireAt).toISOString() };
}

function decode(cursor: string): string {
  return Buffer.from(cursor, 'base64url').toString();
}
