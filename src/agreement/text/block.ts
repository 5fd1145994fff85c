import type { TextBlock, TextLink } from '../../contract/agreement';

export function paragraph(text: string): TextBlock {
  return { kind: 'paragraph', text };
}

export function heading(text: string): TextBlock {
  return { kind: 'heading', text };
}

/** A list, or nothing where it would be empty. */
export function list(items: readonly string[]): readonly TextBlock[] {
  return items.length === 0 ? [] : [{ kind: 'list', items }];
}

export function table(
  caption: string,
  head: readonly string[],
  rows: readonly (readonly (string | TextLink)[])[],
): TextBlock {
  return { kind: 'table', caption, head, rows };
}
