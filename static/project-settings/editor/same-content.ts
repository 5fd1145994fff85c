/** Do two values say the same in a document? The order of keys counts: people see it; a missing key is undefined. */
export function sameContent(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const left = Object.entries(a).filter(([, value]) => value !== undefined);
  const right = Object.entries(b).filter(([, value]) => value !== undefined);
  if (left.length !== right.length) return false;
  return left.every(([key, value], index) => {
    const [otherKey, other] = right[index] ?? [];
    return key === otherKey && sameContent(value, other);
  });
}
