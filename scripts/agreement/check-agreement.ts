import type { AgreementDocument } from '../../src/agreement/document';
import { parseAgreement } from '../../src/agreement/parse-agreement';
import { readText } from '../../src/agreement/read-text';
import { textFaults } from '../../src/app/document-limits';
import type { Fault } from '../../src/contract';
import { pathLocator, type Place } from './locate-path';
import { siteNames } from './site-names';

export type PlacedFault = Fault & Partial<Place>;

export interface Check {
  /** null while there are faults. */
  readonly document: AgreementDocument | null;
  readonly faults: readonly PlacedFault[];
  /** What could not be checked, in words. */
  readonly unchecked: readonly string[];
}

/** Looks at the text of an agreement outside the app. `site`: a file with the names of its Jira; null = none. */
export function checkAgreement(text: string, site: string | null): Check {
  const { names, unchecked } = siteNames(site);
  const unstorable = textFaults(text);
  if (unstorable.length > 0) return { document: null, faults: unstorable, unchecked: [] };
  const parsed = parseAgreement(text, names);
  if (parsed.ok) return { document: parsed.document, faults: [], unchecked: unchecked() };
  // Errors of syntax say where they are themselves.
  const locate = readText(text).ok ? pathLocator(text) : null;
  const faults = parsed.faults.map((fault) => (locate ? { ...fault, ...locate(fault.path) } : fault));
  return {
    document: null,
    faults: faults.sort((a, b) => lineOf(a) - lineOf(b)),
    unchecked: unchecked(),
  };
}

function lineOf(fault: PlacedFault): number {
  return fault.line ?? 0;
}
