import type { Fault } from '../contract';
import type { CompiledAgreement } from '../storage/agreement-version';

/** 240 KB of UTF-8: so much text people may write, save, propose and sign. */
export const LONGEST_DOCUMENT_BYTES = 245_760;

// A statement to Forge SQL may have 1 MiB. A version is written with its text and its compiled rules.
const MOST_BYTES_OF_A_STATEMENT = 1_000_000;
// Its answers may have 4 MiB, and a refresh reads all versions of a project at once.
const MOST_BYTES_OF_A_PROJECT = 3_800_000;

/** What keeps a text from being stored at all. */
export function textFaults(text: string): readonly Fault[] {
  const bytes = Buffer.byteLength(text, 'utf8');
  if (bytes > LONGEST_DOCUMENT_BYTES)
    return [
      {
        path: '',
        message: `The document has ${bytes} bytes; the limit is ${LONGEST_DOCUMENT_BYTES} (240 KB).`,
        remedy: 'Split it into several agreements.',
      },
    ];
  const stray = strayCharacter(text);
  if (stray === null) return [];
  const line = text.slice(0, stray.at).split('\n').length;
  const message = `Line ${line} holds the character ${stray.name}, which no text may hold.`;
  return [{ path: '', message, remedy: 'Take it out.' }];
}

/** The first character that YAML and JSON do not know, and a store may lose or change; null = there is none. */
export function strayCharacter(text: string): { readonly at: number; readonly name: string } | null {
  const at = text.search(
    /[\0-\x08\x0b\x0c\x0e-\x1f]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/,
  );
  if (at < 0) return null;
  return { at, name: `U+${text.charCodeAt(at).toString(16).toUpperCase().padStart(4, '0')}` };
}

/** What could not be stored, or not be read again: versions are for ever, so it is refused now or never. */
export function sizeFaults(
  document: string,
  compiled: CompiledAgreement,
  published: readonly CompiledAgreement[],
): readonly Fault[] {
  const bytes = bytesOf([document, JSON.stringify(compiled)]);
  if (bytes > MOST_BYTES_OF_A_STATEMENT)
    return [
      {
        path: '',
        message: `The agreement is too large to be stored: with its rules worked out it has ${bytes} bytes; the limit is ${MOST_BYTES_OF_A_STATEMENT}.`,
        remedy: 'Split it into several agreements.',
      },
    ];
  const all = bytesOf([...published, compiled].map((version) => JSON.stringify(version)));
  if (all > MOST_BYTES_OF_A_PROJECT)
    return [
      {
        path: '',
        message: `The agreements of this project, with all their versions, are too large: they have ${all} bytes with their rules worked out; the limit is ${MOST_BYTES_OF_A_PROJECT}.`,
        remedy: 'Write a shorter one.',
      },
    ];
  return [];
}

/** As they travel: text within JSON. */
function bytesOf(texts: readonly string[]): number {
  return Buffer.byteLength(JSON.stringify(texts));
}
