/**
 * Counts by key in one column: `KEY=COUNT;KEY=COUNT`, or `KEY=COUNT,COUNT`. Keys in order, so that equal counts
 * are equal texts; what separates is escaped in keys. '' = none.
 */
export function packedText(counts: ReadonlyMap<string, readonly number[]>): string {
  return [...counts.keys()]
    .sort()
    .map((key) => `${key.replace(/[%;=]/g, encodeURIComponent)}=${(counts.get(key) ?? []).join(',')}`)
    .join(';');
}

/** Adds the counts of a packed text, `times` over, to those of the same keys. */
export function addPacked(sums: Map<string, number[]>, packed: string, times = 1): void {
  if (packed === '') return;
  for (const part of packed.split(';')) {
    const at = part.indexOf('=');
    const key = decodeKey(part.slice(0, at));
    const counts = part.slice(at + 1).split(',');
    const sum = sums.get(key);
    if (sum)
      for (const [place, count] of counts.entries()) sum[place] = (sum[place] ?? 0) + Number(count) * times;
    else
      sums.set(
        key,
        counts.map((count) => Number(count) * times),
      );
  }
}

/** The first count of each key of a packed text. */
export function countsOfPacked(packed: string): ReadonlyMap<string, number> {
  const sums = new Map<string, number[]>();
  addPacked(sums, packed);
  return new Map([...sums].map(([key, [count = 0]]) => [key, count]));
}

function decodeKey(key: string): string {
  return key.includes('%') ? decodeURIComponent(key) : key;
}
