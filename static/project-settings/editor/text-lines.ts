/** Where the parts of a YAML or JSON text stand: line numbers from 1. */
export type LineOf = (path: readonly (string | number)[]) => number;

/** Finds the line of a path, or of the nearest part above it that is there. The reader is loaded when it is needed. */
export async function readLines(text: string): Promise<{
  readonly lineOf: LineOf;
  readonly mistakes: readonly { readonly line: number; readonly message: string }[];
}> {
  const { LineCounter, isNode, parseDocument } = await import('yaml');
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const lineAt = (offset: number): number => Math.max(1, lines.linePos(offset).line);
  return {
    lineOf: (path) => {
      for (let length = path.length; length > 0; length--) {
        const node = document.getIn(path.slice(0, length), true);
        if (isNode(node) && node.range) return lineAt(node.range[0]);
      }
      return 1;
    },
    mistakes: document.errors.map((error) => ({
      line: lineAt(error.pos[0]),
      message: (error.message.split('\n')[0] ?? '').replace(/ at line \d+, column \d+:?$/, ''),
    })),
  };
}
