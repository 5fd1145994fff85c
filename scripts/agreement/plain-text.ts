import { percentWords } from '../../src/agreement/percent-words';
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
    case 'table':
      return tableLines(
        block.caption,
        [block.head, ...block.rows].map((row) =>
          row.map((cell) => (typeof cell === 'string' ? cell : cell.text)),
        ),
      );
    case 'trend':
      return tableLines(
        block.caption,
        block.points.map(({ from, net }) => [from, percentWords(net.share)]),
      );
  }
}

function tableLines(caption: string, rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    `  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}`.trimEnd();
  return [`${caption}:`, ...rows.map(line)];
}
