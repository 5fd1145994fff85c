import { KVS_KEY_CHARACTERS, KVS_KEY_PATTERN, KVS_VALUE_BYTES, KVS_VALUE_DEPTH } from '../platform-limits';
import { jsonBytes } from '../wire';
import { KvsFault } from './kvs-fault';

export function checkKey(key: unknown): string {
  if (typeof key !== 'string' || !KVS_KEY_PATTERN.test(key)) {
    throw new KvsFault(400, 'INVALID_KEY', 'The key must match /^(?!\\s+$)[a-zA-Z0-9:._\\s-#]+$/.');
  }
  if (key.length > KVS_KEY_CHARACTERS) {
    throw new KvsFault(400, 'KEY_TOO_LONG', `The key is longer than ${KVS_KEY_CHARACTERS} characters.`);
  }
  return key;
}

export function checkValue(value: unknown): unknown {
  if (value === undefined || value === null)
    throw new KvsFault(400, 'INVALID_VALUE', 'The value is missing.');
  if (jsonBytes(value) > KVS_VALUE_BYTES) {
    throw new KvsFault(400, 'MAX_SIZE', `The value is larger than ${KVS_VALUE_BYTES / 1024} KiB.`);
  }
  if (depthOf(value) > KVS_VALUE_DEPTH) {
    throw new KvsFault(400, 'MAX_DEPTH', `The value is nested deeper than ${KVS_VALUE_DEPTH} levels.`);
  }
  return value;
}

function depthOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  return 1 + Math.max(0, ...Object.values(value).map(depthOf));
}
