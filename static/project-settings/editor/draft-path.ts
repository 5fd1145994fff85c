export type DraftPath = readonly (string | number)[];

const PART = /\["(.*?)"\]|\[(\d+)\]|([^.[\]]+)/g;
const read = new Map<string, DraftPath>();

/**
 * Reads a path as faults write it.
 *
 * @example parsePath('calendars[0].dates["2026-12-24"]') // ['calendars', 0, 'dates', '2026-12-24']
 */
export function parsePath(text: string): DraftPath {
  let path = read.get(text);
  if (!path) {
    path = [...text.matchAll(PART)].map(([, quoted, index, key]) =>
      quoted !== undefined ? quoted : index !== undefined ? Number(index) : (key ?? ''),
    );
    read.set(text, path);
  }
  return path;
}

/** The path of one more step, written as faults write it. */
export function pathBelow(path: string, part: string | number): string {
  if (typeof part === 'number') return `${path}[${part}]`;
  if (!/^[$A-Za-z_][\w-]*$/.test(part)) return `${path}["${part}"]`;
  return path === '' ? part : `${path}.${part}`;
}

/** All paths that hold this one, the nearest first: `a.b[0]` is held by `a.b` and `a`. */
export function pathsAbove(path: string): readonly string[] {
  const parts = parsePath(path);
  return parts.map((_, length) => parts.slice(0, length).reduce<string>(pathBelow, '')).reverse();
}

/** What stands at a path; undefined where the way there is missing. */
export function valueAt(document: unknown, path: DraftPath): unknown {
  return path.reduce<unknown>(
    (value, part) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, part)
        ? (value as Record<string | number, unknown>)[part]
        : undefined,
    document,
  );
}

/**
 * The document with another value at a path; everything beside the way there stays the same object.
 * `undefined` takes a key out; what is missing on the way is made, lists where a number leads into it.
 */
export function withValue(document: unknown, path: DraftPath, value: unknown): unknown {
  const [part, ...rest] = path;
  if (part === undefined) return value;
  const next = rest.length === 0 ? value : withValue(valueAt(document, [part]), rest, value);
  if (typeof part === 'number') {
    const list: unknown[] = Array.isArray(document) ? [...document] : [];
    list[part] = next;
    return list;
  }
  const own = typeof document === 'object' && document !== null && !Array.isArray(document) ? document : {};
  if (next !== undefined) {
    // A key named __proto__ is a key like any other.
    return Object.fromEntries([...Object.entries(own), [part, next]]);
  }
  return Object.fromEntries(Object.entries(own).filter(([key]) => key !== part));
}

/** The list with the item at `from` standing at `to`; the same list where there is nothing to move. */
export function moved<Item>(list: readonly Item[], from: number, to: number): readonly Item[] {
  const item = list[from];
  if (item === undefined || from === to || to < 0 || to >= list.length) return list;
  const rest = list.filter((_, index) => index !== from);
  return [...rest.slice(0, to), item, ...rest.slice(to)];
}
