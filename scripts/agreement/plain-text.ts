import type { AgreementText, TextBlock } from '../../src/contract/agreement';

/** An agreement in plain language as lines of text. */
export function plainText({ title, subtitle, notices, sections }: AgreementText): string {
  const lines = [
    title,
    '='.repeat(title.length),
    '',
    subtitle,
    ...notices.flatMap((each) => ['', `! ${each}`]),
  ];
  for (const { heading, blocks } of sections) {
    lines.push('', '', heading, '-'.repeat(heading.length));
    for (const block of blocks) lines.push('', ...blockLines(block));
  }
  return `${lines.join('\n')}\n`;
}

function blockLines(block: TextBlock): readonly string[] {
  switch (block.kind) {
    case 'paragraph':
      return [block.text];
    case 'heading':
      return [`## ${block.text}`];
    case 'list':
      return block.items.map((item) => `- ${item}`);
    case 'table': {
      const rows = [block.head, ...block.rows];
      const widths = block.head.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
      const line = (row: readonly string[]) =>
        `  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}`.trimEnd();
      return [`${block.caption}:`, ...rows.map(line)];
    }
  }
}
