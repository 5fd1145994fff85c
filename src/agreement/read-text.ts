import { LineCounter, parseDocument } from 'yaml';
import type { Fault } from '../contract';

export type TextReading =
  { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly faults: readonly Fault[] };

const REMEDIES: Readonly<Record<string, string>> = {
  DUPLICATE_KEY: 'Keep one of the two.',
  BAD_INDENT: 'Indent what belongs together by the same number of spaces.',
  TAB_AS_INDENT: 'Indent with spaces; YAML does not take tabs.',
  MULTIPLE_DOCS: 'Write one agreement per file.',
  BAD_ALIAS: 'Put text that begins with * in quotes.',
  BLOCK_AS_IMPLICIT_KEY: 'Put text that holds a colon and a space in quotes.',
  MISSING_CHAR: 'Close the quote or the bracket, or put the text in quotes.',
};

/** Reads YAML or JSON (which is YAML too). Every syntax error is a fault with its line and column. */
export function readText(text: string): TextReading {
  const lineCounter = new LineCounter();
  const parsed = parseDocument(text, {
    lineCounter,
    prettyErrors: false,
    version: '1.2',
    logLevel: 'silent',
  });
  const faults = parsed.errors.map((error): Fault => {
    const { line, col } = lineCounter.linePos(error.pos[0]);
    return {
      path: '',
      message: `Line ${line}, column ${col}: ${error.message}`,
      remedy: REMEDIES[error.code] ?? 'Check indentation, colons, quotes and brackets around this place.',
    };
  });
  if (faults.length > 0) return { ok: false, faults };
  try {
    return { ok: true, value: parsed.toJS({ maxAliasCount: 50 }) as unknown };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return {
      ok: false,
      faults: [{ path: '', message, remedy: 'Write values out instead of using aliases.' }],
    };
  }
}
