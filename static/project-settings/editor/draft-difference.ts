import { pathBelow } from './draft-path';
import { sameContent } from './same-content';

export interface Difference {
  /** As faults write it; empty = the whole document. */
  readonly path: string;
  /** undefined = is not there. */
  readonly mine: unknown;
  readonly theirs: unknown;
}

/** Enough to see what the other one did; nobody reads more in a banner. */
const MOST = 200;

/** Where two documents differ, by path, in the order of the document; at most 200 places. */
export function differences(mine: unknown, theirs: unknown): readonly Difference[] {
  const found: Difference[] = [];
  collect('', mine, theirs, found);
  return found;
}

function collect(path: string, mine: unknown, theirs: unknown, found: Difference[]): void {
  if (found.length >= MOST || sameContent(mine, theirs)) return;
  if (Array.isArray(mine) && Array.isArray(theirs)) {
    for (let index = 0; index < Math.max(mine.length, theirs.length); index++) {
      collect(pathBelow(path, index), mine[index], theirs[index], found);
    }
    return;
  }
  if (isPlain(mine) && isPlain(theirs)) {
    const before = found.length;
    for (const key of new Set([...Object.keys(mine), ...Object.keys(theirs)])) {
      collect(pathBelow(path, key), mine[key], theirs[key], found);
    }
    // Only the order of keys differs: that has no place of its own.
    if (found.length > before) return;
  }
  found.push({ path, mine, theirs });
}

function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A value in a few words, as the document would write it. */
export function shortValue(value: unknown): string {
  if (value === undefined) return 'nothing';
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > 160 ? `${text.slice(0, 159)}…` : text;
}
