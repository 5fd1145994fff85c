import { isCollection, isMap, isScalar, LineCounter, parseDocument, type Node } from 'yaml';

export interface Place {
  /** From 1, both. */
  readonly line: number;
  readonly column: number;
}

/**
 * Where in a text the value at a path of a fault stands; what is missing stands where it would have to be
 * written. The text has no syntax errors.
 */
export function pathLocator(text: string): (path: string) => Place {
  const lines = new LineCounter();
  const { contents } = parseDocument(text, { lineCounter: lines, version: '1.2', logLevel: 'silent' });
  return (path) => {
    let node: unknown = contents;
    let offset = offsetOf(contents) ?? 0;
    for (const key of keysOf(path)) {
      if (!isCollection(node)) break;
      const pair = isMap(node)
        ? node.items.find((each) => isScalar(each.key) && String(each.key.value) === String(key))
        : undefined;
      const next: unknown = pair?.value ?? node.get(key, true);
      const found = isCollection(next) && pair ? offsetOf(pair.key) : offsetOf(next);
      if (found === undefined) break;
      offset = found;
      node = next;
    }
    const { line, col } = lines.linePos(offset);
    return { line, column: col };
  };
}

function offsetOf(node: unknown): number | undefined {
  return (node as Node | null | undefined)?.range?.[0];
}

/** `a.b[2]["c d"]` is a, b, 2, c d. */
function keysOf(path: string): readonly (string | number)[] {
  return [...path.matchAll(/\[(\d+)\]|\["([^]*?)"\](?=[.[]|$)|([^.[\]]+)/g)].map(
    ([, index, quoted, plain]) => (index === undefined ? (quoted ?? plain ?? '') : Number(index)),
  );
}
