import { readText } from '../agreement/read-text';
import type { Fault } from '../contract';
import type { DraftContent } from '../contract/draft';
import { textFaults } from './document-limits';

/** What a draft says, as values; `value` undefined = nothing that can be read. */
export interface DraftValues {
  readonly value: unknown;
  readonly faults: readonly Fault[];
}

/** Reads either form of a draft. A text too long to be kept is not looked into. */
export function draftValues(content: DraftContent): DraftValues {
  const text = 'text' in content ? content.text : JSON.stringify(content.document);
  const tooMuch = textFaults(text);
  if (tooMuch.length > 0) return { value: undefined, faults: tooMuch };
  if ('document' in content) return { value: content.document, faults: [] };
  const reading = readText(text);
  return reading.ok ? { value: reading.value, faults: [] } : { value: undefined, faults: reading.faults };
}
