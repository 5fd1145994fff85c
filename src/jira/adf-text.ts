import { isObject } from './raw-issue';

/** Is it a document in the Atlassian Document Format? */
export function isAdf(value: unknown): boolean {
  return isObject(value) && value['type'] === 'doc';
}

/** The words of an ADF document in reading order, one space between two blocks. Marks and layout are lost. */
export function adfText(document: unknown): string {
  const parts: string[] = [];
  collect(document, parts);
  return parts.join('').replace(/\s+/g, ' ').trim();
}

function collect(node: unknown, parts: string[]): void {
  if (!isObject(node)) return;
  const attrs = node['attrs'];
  if (typeof node['text'] === 'string') parts.push(node['text']);
  else if (isObject(attrs) && typeof attrs['text'] === 'string') parts.push(attrs['text']);
  else if (node['type'] === 'hardBreak') parts.push(' ');
  if (!Array.isArray(node['content'])) return;
  for (const child of node['content']) collect(child, parts);
  parts.push(' ');
}
