import { parseDocument } from 'yaml';
import type { AgreementDraft } from './document';
import { isJson } from './is-json';
import { sameValue } from './same-value';
import { TextEdit } from './text-edit';
import { writeAgreement } from './write-agreement';

/** An alias is written out in one pass and what it pointed to may change in another. */
const PASSES = 3;

/**
 * Writes into a text what `document` says differently, in place: comments, order and quoting of the rest stay
 * byte for byte, and JSON stays JSON. Reading the result gives exactly `document`. A text that says the same
 * already is returned as it is; one that cannot be read as named values is written anew.
 *
 * @example editText('id: a # ours\nname:  "A"\n', { id: 'a', name: 'B' }) // 'id: a # ours\nname:  "B"\n'
 */
export function editText(text: string, document: AgreementDraft): string {
  const wanted: unknown = JSON.parse(JSON.stringify(document));
  let edited = text;
  for (let pass = 0; pass <= PASSES; pass++) {
    const reading = readNodes(edited);
    if (reading === null) break;
    if (sameValue(reading.value, wanted)) return edited;
    const next = pass === PASSES ? null : new TextEdit(edited).edit(reading.root, wanted);
    if (next === null) break;
    edited = next;
  }
  return isJson(text) ? `${JSON.stringify(wanted, null, 2)}\n` : writeAgreement(document);
}

/** The values of a text with the nodes they come from; null where it has errors. */
function readNodes(text: string): { readonly value: unknown; readonly root: unknown } | null {
  const parsed = parseDocument(text, { keepSourceTokens: true, version: '1.2', logLevel: 'silent' });
  if (parsed.errors.length > 0) return null;
  try {
    return { value: parsed.toJS({ maxAliasCount: 50 }), root: parsed.contents };
  } catch {
    // Aliases of aliases, or one of something that is not there.
    return null;
  }
}
