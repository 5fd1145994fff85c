import type { AgreementText, Side, SignatureView, TextBlock, TextLink } from '../contract/agreement';
import type { Instant } from '../engine/instant';
import { escapeHtml } from './escape-html';
import { trendHtml } from './trend-html';

/** A4, no scripts, nothing loaded: the file reads and prints the same everywhere. */
const STYLE = `
@page { size: A4; margin: 20mm 18mm 22mm; @bottom-right { content: "Page " counter(page) " of " counter(pages); font: 9pt sans-serif; } }
:root { color-scheme: light; }
body { margin: 0 auto; max-width: 174mm; padding: 16px; color: #172b4d; background: #fff; font: 10.5pt/1.5 "Segoe UI", Roboto, "Noto Sans", Arial, sans-serif; overflow-wrap: break-word; }
h1 { margin: 0; font-size: 20pt; line-height: 1.2; }
h2 { margin: 24pt 0 6pt; border-bottom: 1px solid #5e6c84; font-size: 14pt; }
h3 { margin: 14pt 0 4pt; font-size: 11.5pt; }
h1, h2, h3 { break-after: avoid; page-break-after: avoid; break-inside: avoid; unicode-bidi: isolate; }
p { margin: 4pt 0; orphans: 3; widows: 3; }
.notice { border-inline-start: 4px solid #974f0c; padding: 4pt 8pt; background: #fffae6; font-weight: 600; }
ul { margin: 4pt 0; padding-inline-start: 18pt; }
li { break-inside: avoid; page-break-inside: avoid; }
table { width: 100%; margin: 8pt 0; border-collapse: collapse; break-inside: avoid; page-break-inside: avoid; }
caption { padding-bottom: 2pt; font-weight: 600; text-align: start; break-after: avoid; }
th, td { border: 1px solid #7a869a; padding: 3pt 6pt; text-align: start; vertical-align: top; }
thead { display: table-header-group; }
.whole { white-space: nowrap; }
figure { margin: 8pt 0; break-inside: avoid; page-break-inside: avoid; }
figcaption { font-weight: 600; break-after: avoid; }
.trend { display: block; width: 100%; font: 8pt sans-serif; fill: #172b4d; }
.trend path { fill: none; stroke: #172b4d; }
.trend .level { stroke: #c1c7d0; }
.trend .target { stroke-dasharray: 8 3; }
.trend .line { stroke: #0055cc; stroke-width: 2; }
.trend circle { fill: #0055cc; }
.trend .missed { fill: #ae2e24; stroke: #ae2e24; }
a { color: #0055cc; white-space: nowrap; }
tr, .signature { break-inside: avoid; page-break-inside: avoid; }
.line { display: inline-block; min-width: 60mm; height: 12mm; border-bottom: 1px solid #172b4d; }
@media print { body { padding: 0; max-width: none; } }
`;

/** What a printed text takes from where it is printed. */
export interface Paper {
  /** Links lead there; null = they are words. */
  readonly siteUrl: string | null;
  /** How the instant of a signature is said. */
  readonly sayInstant: (at: Instant) => string;
}

/**
 * An agreement as one HTML document, ready to print or to be saved as PDF, with a block for the signatures
 * at the end. Every string is escaped and takes its direction from its own letters.
 */
export function agreementHtml(
  text: AgreementText,
  signatures: readonly SignatureView[],
  { siteUrl, sayInstant }: Paper,
): string {
  const sections = text.sections.map(
    ({ id, heading, blocks }) =>
      `<section id="${escapeHtml(id)}">\n${element('h2', heading)}\n${blocks.map((block) => blockHtml(block, siteUrl)).join('\n')}\n</section>`,
  );
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escapeHtml(text.title)}</title>
<style>${STYLE}</style>
</head>
<body>
<header>
${element('h1', text.title)}
${element('p', text.subtitle)}
${text.notices.map((notice) => `<p class="notice" dir="auto">${escapeHtml(notice)}</p>`).join('\n')}
</header>
<main>
${sections.join('\n')}
<section id="signatures">
<h2>Signatures</h2>
${(['provider', 'customer'] as const).map((side) => sideHtml(side, signatures, sayInstant)).join('\n')}
</section>
</main>
</body>
</html>
`;
}

function element(tag: 'h1' | 'h2' | 'h3' | 'p' | 'li' | 'caption', text: string): string {
  return `<${tag} dir="auto">${escapeHtml(text)}</${tag}>`;
}

function blockHtml(block: TextBlock, siteUrl: string | null): string {
  switch (block.kind) {
    case 'paragraph':
      return element('p', block.text);
    case 'heading':
      return element('h3', block.text);
    case 'list':
      return `<ul>\n${block.items.map((item) => element('li', item)).join('\n')}\n</ul>`;
    case 'table': {
      const head = block.head.map((cell) => `<th scope="col" dir="auto">${escapeHtml(cell)}</th>`).join('');
      const rows = block.rows.map((row) => `<tr>${row.map((cell) => cellHtml(cell, siteUrl)).join('')}</tr>`);
      return `<table>\n${element('caption', block.caption)}\n<thead><tr>${head}</tr></thead>\n<tbody>\n${rows.join('\n')}\n</tbody>\n</table>`;
    }
    case 'trend':
      return trendHtml(block);
  }
}

function cellHtml(cell: string | TextLink, siteUrl: string | null): string {
  const words = typeof cell === 'string' ? cell : cell.text;
  const text = breakable(words);
  // A key or a share stays on one line.
  const open = /^\S{1,20}$/.test(words) ? '<td class="whole" dir="auto">' : '<td dir="auto">';
  if (typeof cell === 'string' || siteUrl === null) return `${open}${text}</td>`;
  return `${open}<a href="${escapeHtml(siteUrl + cell.path)}">${text}</a></td>`;
}

/** Columns are as wide as their longest word: one that no page is wide enough for may break now and then. */
function breakable(words: string): string {
  return words
    .split(/(\S{25})/u)
    .map((part) => (/^\S{25}$/u.test(part) ? `${escapeHtml(part)}<wbr>` : escapeHtml(part)))
    .join('');
}

const SIDES: Readonly<Record<Side, string>> = { provider: 'For the provider', customer: 'For the customer' };

/** What a side has signed or declined; a line to write on where it has done neither. */
function sideHtml(side: Side, signatures: readonly SignatureView[], sayInstant: Paper['sayInstant']): string {
  const own = signatures.filter((signature) => signature.side === side);
  const lines = own.map(({ decision, name, at, comment }) => {
    const reason = comment === null ? '' : `: ${comment}`;
    const how = decision === 'signed' ? 'Signed' : 'Declined';
    return element('p', `${how} by ${name} on ${sayInstant(at)}${reason}`);
  });
  const open = `<p>Name, date and signature: <span class="line"></span></p>`;
  return `<div class="signature">\n<h3>${SIDES[side]}</h3>\n${lines.length === 0 ? open : lines.join('\n')}\n</div>`;
}
