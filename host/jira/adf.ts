import type { AdfDocument } from './stored-issue';

/** Plain text -> a document with one paragraph per line. */
export function textToAdf(text: string): AdfDocument {
  const paragraph = (line: string): unknown =>
    line === '' ? { type: 'paragraph' } : { type: 'paragraph', content: [{ type: 'text', text: line }] };
  return { type: 'doc', version: 1, content: text.split('\n').map(paragraph) };
}

export function isAdf(given: unknown): given is AdfDocument {
  if (typeof given !== 'object' || given === null) return false;
  const doc = given as Record<string, unknown>;
  return doc.type === 'doc' && doc.version === 1 && Array.isArray(doc.content);
}

interface AdfNode {
  readonly type?: string;
  readonly text?: string;
  readonly attrs?: { readonly text?: string };
  readonly content?: readonly unknown[];
}

const BLOCKS = new Set(['paragraph', 'heading', 'listItem', 'codeBlock', 'blockquote', 'tableRow']);

/** The words of a document, one line per block: what the JSM API and text search see. */
export function adfToText(doc: AdfDocument): string {
  const read = (given: unknown): string => {
    const node = given as AdfNode;
    if (node.type === 'text') return node.text ?? '';
    if (node.type === 'hardBreak') return '\n';
    if (node.type === 'mention' || node.type === 'emoji') return node.attrs?.text ?? '';
    const inner = (node.content ?? []).map(read).join('');
    return BLOCKS.has(node.type ?? '') ? `${inner}\n` : inner;
  };
  return doc.content.map(read).join('').trimEnd();
}

/** A minimal `renderedBody`. */
export function adfToHtml(doc: AdfDocument): string {
  const escape = (text: string): string =>
    text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
  return adfToText(doc)
    .split('\n')
    .map((line) => `<p>${escape(line)}</p>`)
    .join('\n');
}
