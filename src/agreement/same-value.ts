/**
 * Are two values of a document the same? The order of named values does not count, that of lists does; a
 * name with the value `undefined` is as good as absent.
 */
export function sameValue(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) || Array.isArray(b)) {
    if (!Array.isArray(a) || !Array.isArray(b) || a.length !== b.length) return false;
    return a.every((item, index) => sameValue(item, b[index]));
  }
  const [left, right] = [present(a), present(b)];
  return left.size === right.size && [...left].every(([key, value]) => sameValue(value, right.get(key)));
}

function present(named: object): ReadonlyMap<string, unknown> {
  return new Map(Object.entries(named).filter(([, value]) => value !== undefined));
}
