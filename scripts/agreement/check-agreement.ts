import type { AgreementDocument } from '../../src/agreement/document';
import { lintAgreement } from '../../src/agreement/lint/lint-agreement';
import { parseAgreement } from '../../src/agreement/parse-agreement';
import { readText } from '../../src/agreement/read-text';
import { textFaults } from '../../src/app/document-limits';
import type { Fault } from '../../src/contract';
import type { Approval } from '../../src/contract/agreement';
import type { Finding } from '../../src/contract/draft';
import { pathLocator, type Place } from './locate-path';
import { siteNames } from './site-names';

export type Placed<T> = T & Partial<Place>;

export interface Check {
  /** null while there are faults. */
  readonly document: AgreementDocument | null;
  readonly faults: readonly Placed<Fault>[];
  /** What the linter finds in a document without faults; errors block proposing. */
  readonly findings: readonly Placed<Finding>[];
  /** What could not be checked, in words. */
  readonly unchecked: readonly string[];
}

/** Looks at the text of an agreement outside the app. `site`: a file with the names of its Jira; null = none. */
export function checkAgreement(text: string, site: string | null, approval: Approval): Check {
  const { names, lintSite, unchecked } = siteNames(site);
  const unstorable = textFaults(text);
  if (unstorable.length > 0) return { document: null, faults: unstorable, findings: [], unchecked: [] };
  const parsed = parseAgreement(text, names);
  // Errors of syntax say where they are themselves.
  const place = placer(readText(text).ok ? text : null);
  if (!parsed.ok) {
    return { document: null, faults: place(parsed.faults), findings: [], unchecked: unchecked() };
  }
  const { document, agreement } = parsed;
  const findings = lintAgreement(document, agreement, lintSite(approval));
  return { document, faults: [], findings: place(findings), unchecked: unchecked() };
}

/** Gives what is told its place, in the order of the text; null = the text has none. */
function placer(text: string | null) {
  const locate = text === null ? null : pathLocator(text);
  return <T extends { readonly path: string }>(told: readonly T[]): readonly Placed<T>[] =>
    locate === null
      ? told
      : told
          .map((each) => ({ ...each, ...locate(each.path) }))
          .sort((a, b) => a.line - b.line || a.column - b.column);
}
