import { Document, isSeq, stringify } from 'yaml';
import { isNamed } from './loose';

/** Wider than this, named values in braces become lines of their own. */
const LINE = 104;
/** On lines of their own, however short: parts that people look for and add to. */
const TALL = new Set([
  ...['parties', 'provider', 'customer', 'calendars', 'hours', 'dates', 'breaks', 'measures', 'exclusions'],
  ...['agreed', 'consequences', 'credits', 'report'],
]);

/** A pair of a mapping in lines, `name: value`; the lines after the first are indented by `indent`. */
export function writePair(key: string, value: unknown, indent: string, newline: string): string {
  return joined(pairLines(key, value, ''), indent, newline);
}

/** An item of a list in lines, `- value`; `under` is the key of the list. */
export function writeItem(value: unknown, under: string, indent: string, newline: string): string {
  return joined(itemLines(value, under), indent, newline);
}

/** The lines of a pair: short leaves in braces or brackets, everything else one line each. */
export function pairLines(key: string, value: unknown, above: string): readonly string[] {
  const head = `${writeInline(key)}:`;
  if (Array.isArray(value) && !staysShort(value, key, above)) {
    return [head, ...value.flatMap((item) => itemLines(item, key).map(inner))];
  }
  if (isNamed(value) && !staysShort(value, key, above)) {
    return [head, ...Object.entries(value).flatMap(([name, each]) => pairLines(name, each, key).map(inner))];
  }
  return leafLines(head, value);
}

export function itemLines(value: unknown, under: string): readonly string[] {
  if (staysShort(value, under, '') || !(isNamed(value) || Array.isArray(value))) return leafLines('-', value);
  const lines = Array.isArray(value)
    ? value.flatMap((item) => itemLines(item, ''))
    : Object.entries(value).flatMap(([name, each]) => pairLines(name, each, under));
  return lines.map((line, index) => (index === 0 ? `- ${line}` : inner(line)));
}

/** A value on one line, as it may stand inside braces. */
export function writeInline(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(writeInline).join(', ')}]`;
  if (isNamed(value)) {
    const pairs = Object.entries(value).map(([key, each]) => `${writeInline(key)}: ${writeInline(each)}`);
    return pairs.length === 0 ? '{}' : `{ ${pairs.join(', ')} }`;
  }
  const document = new Document([value]);
  if (isSeq(document.contents)) document.contents.flow = true;
  return document
    .toString({ lineWidth: 0, singleQuote: true, flowCollectionPadding: false })
    .trim()
    .slice(1, -1);
}

function leafLines(head: string, value: unknown): readonly string[] {
  if (typeof value === 'object' && value !== null) return [`${head} ${writeInline(value)}`];
  const lines = stringify({ k: value }, { lineWidth: 0, singleQuote: true }).replace(/\n$/, '').split('\n');
  return lines.map((line, index) => (index === 0 ? `${head}${line.slice('k:'.length)}` : line));
}

function staysShort(value: unknown, key: string, above: string): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const parts: readonly unknown[] = Object.values(value);
  if (parts.length === 0) return true;
  if (parts.some((part) => typeof part === 'object' && part !== null)) return false;
  // Names of measures or people are a short list; the same key over named values is a tall one. Signatures are short.
  if (!Array.isArray(value) && TALL.has(key) && above !== 'agreed') return false;
  const text = writeInline(value);
  return text.length <= LINE && !text.includes('\\n');
}

function inner(line: string): string {
  return line === '' ? '' : `  ${line}`;
}

function joined(lines: readonly string[], indent: string, newline: string): string {
  return lines.map((line, index) => (index === 0 || line === '' ? line : indent + line)).join(newline);
}
