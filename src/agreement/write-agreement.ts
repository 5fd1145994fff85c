import { agreementSchema, type AgreementDraft } from './document';
import { itemLines, pairLines, writeInline } from './write-yaml';

/** Keys of one line at the head of a document; every other one begins a part of its own. */
const HEAD = new Set(['$schema', 'accord', 'id', 'version', 'name', 'kind', 'effectiveFrom']);

/**
 * A new document as YAML, in the order of docs/agreement-document.md, with a blank line before each part and
 * between measures. Reading it gives the same document.
 */
export function writeAgreement(document: AgreementDraft): string {
  const values = JSON.parse(JSON.stringify(document)) as Readonly<Record<string, unknown>>;
  const known = Object.keys(agreementSchema.shape).filter((key) => Object.hasOwn(values, key));
  const others = Object.keys(values).filter((key) => !known.includes(key));
  const lines = [...known, ...others].flatMap((key) => {
    const part = partLines(key, values[key]);
    return HEAD.has(key) ? part : ['', ...part];
  });
  return lines.length === 0 ? '{}\n' : `${lines.join('\n')}\n`;
}

function partLines(key: string, value: unknown): readonly string[] {
  if (key !== 'measures' || !Array.isArray(value) || value.length === 0) return pairLines(key, value, '');
  const items = value.map((measure) =>
    itemLines(measure, key).map((line) => (line === '' ? '' : `  ${line}`)),
  );
  return [`${writeInline(key)}:`, ...items.flatMap((item, index) => (index === 0 ? item : ['', ...item]))];
}
