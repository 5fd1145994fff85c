import { isNamed } from './loose';

/**
 * Which item of an old list each item of a new one was: the same value, else the same id (or preset, or
 * name), else, in lists of one length, the item in its place. Null = it is new. No old item is taken twice.
 *
 * @example matchItems([{ id: 'a' }, { id: 'b' }], [{ id: 'b', name: 'B' }, { id: 'c' }]) // [1, null]
 */
export function matchItems(old: readonly unknown[], next: readonly unknown[]): readonly (number | null)[] {
  const found: (number | null)[] = next.map(() => null);
  const taken = new Set<number>();
  const take = (keyOf: (item: unknown) => string | undefined) => {
    const places = new Map<string, number[]>();
    for (const [index, item] of old.entries()) {
      const key = taken.has(index) ? undefined : keyOf(item);
      if (key !== undefined) places.set(key, [...(places.get(key) ?? []), index]);
    }
    for (const [index, item] of next.entries()) {
      const place = found[index] === null ? places.get(keyOf(item) ?? '')?.shift() : undefined;
      if (place === undefined) continue;
      found[index] = place;
      taken.add(place);
    }
  };
  take((item) => JSON.stringify(item) ?? 'null');
  take(identity);
  if (old.length !== next.length) return found;
  return found.map((place, index) => (place === null && !taken.has(index) ? index : place));
}

function identity(item: unknown): string | undefined {
  if (!isNamed(item)) return undefined;
  for (const key of ['id', 'preset', 'measure', 'name', 'date', 'moment']) {
    if (typeof item[key] === 'string') return `${key}=${item[key]}`;
  }
  return undefined;
}
