import type { Fault } from '../contract';
import type { Agreement, Exclusion } from '../engine/agreement';
import { compileAgreement } from './compile-agreement';
import { agreementSchema, type AgreementDocument } from './document';
import { nameFaults } from './name-faults';
import type { Names } from './names';
import { readText } from './read-text';
import { referenceFaults } from './reference-faults';
import { shapeFaults } from './shape-faults';

export type ParsedAgreement =
  | {
      readonly ok: true;
      /** Valid, defaults filled in, texts as written: what is stored and shown. */
      readonly document: AgreementDocument;
      /** What the engine evaluates. */
      readonly agreement: Agreement;
      /** Those signed by both parties; the document keeps the others too. */
      readonly exclusions: readonly Exclusion[];
    }
  | { readonly ok: false; readonly faults: readonly Fault[] };

/**
 * Reads an agreement document: YAML or JSON text, or the values already read. Either it is valid and ready
 * to evaluate, or every fault in it is listed with its path and what to do. Never throws.
 */
export function parseAgreement(input: unknown, names: Names): ParsedAgreement {
  const text = typeof input === 'string' ? readText(input) : { ok: true as const, value: input };
  if (!text.ok) return text;
  const shape = agreementSchema.safeParse(text.value, { reportInput: true });
  const faults = [
    ...(shape.success ? [] : shapeFaults(shape.error)),
    ...referenceFaults(text.value),
    ...nameFaults(text.value, names),
  ];
  if (!shape.success || faults.length > 0) return { ok: false, faults };
  return { ok: true, document: shape.data, ...compileAgreement(shape.data, names) };
}
