import { isMap, isScalar, parseDocument, type Pair, type YAMLMap } from 'yaml';

/**
 * Sets a value at the top of a document and leaves every other character as it is. Text that is no map stays
 * as it was: its faults are told elsewhere.
 *
 * @example setInText('id: acme # ours\nversion: 1\n', 'version', 2) // 'id: acme # ours\nversion: 2\n'
 */
export function setInText(text: string, key: string, value: string | number): string {
  const { contents, errors } = parseDocument(text, { prettyErrors: false, logLevel: 'silent' });
  if (errors.length > 0 || !isMap(contents)) return text;
  const pair = contents.items.find((item) => isScalar(item.key) && item.key.value === key);
  const written = contents.flow || typeof value === 'number' ? JSON.stringify(value) : plain(value);
  return pair ? replaced(text, pair, written) : added(text, contents, key, written);
}

function replaced(text: string, { key, value }: Pair, written: string): string {
  const range = rangeOf(value);
  // `version:` with nothing behind it.
  if (range === null || range[0] === range[1]) {
    const end = text.indexOf(':', rangeOf(key)?.[1] ?? 0) + 1;
    return `${text.slice(0, end)} ${written}${text.slice(end)}`;
  }
  return text.slice(0, range[0]) + written + text.slice(range[1]);
}

function added(text: string, map: YAMLMap, key: string, written: string): string {
  if (map.flow) {
    const at = text.indexOf('{', map.range?.[0] ?? 0) + 1;
    const rest = map.items.length > 0 ? ', ' : '';
    return `${text.slice(0, at)}${JSON.stringify(key)}: ${written}${rest}${text.slice(at)}`;
  }
  const at = rangeOf(map.items[0]?.key)?.[0] ?? 0;
  const indent = text.slice(text.lastIndexOf('\n', at - 1) + 1, at);
  return `${text.slice(0, at)}${key}: ${written}\n${indent}${text.slice(at)}`;
}

/** Dates, instants and ids need no quotes; anything else gets them. */
function plain(value: string): string {
  return /^[A-Za-z0-9][\w:+-]*$/.test(value) ? value : JSON.stringify(value);
}

function rangeOf(node: unknown): readonly [number, number, number] | null {
  return (node as { readonly range?: readonly [number, number, number] | null } | null)?.range ?? null;
}
