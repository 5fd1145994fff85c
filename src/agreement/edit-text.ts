import { parseDocument } from 'yaml';
import type { AgreementDraft } from './document';
import { isJson } from './is-json';
import { readText } from './read-text';
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
  for (let pass = 0; pass < PASSES; pass++) {
    const reading = readText(edited);
    if (!reading.ok) break;
    if (sameValue(reading.value, wanted)) return edited;
    const { contents } = parseDocument(edited, {
      keepSourceTokens: true,
      version: '1.2',
      logLevel: 'silent',
    });
    const next = new TextEdit(edited).edit(contents, wanted);
    if (next === null) break;
    edited = next;
  }
  const reading = readText(edited);
  if (reading.ok && sameValue(reading.value, wanted)) return edited;
  return isJson(text) ? `${JSON.stringify(wanted, null, 2)}\n` : writeAgreement(document);
}
