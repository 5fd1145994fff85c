import type { Agreement } from '../../engine/agreement';
import type { FieldFacts } from '../../engine/distinct-values';
import type { AgreementDocument } from '../document';
import type { LintSite } from './lint-site';

/** What a rule looks at: a document without faults, the same compiled, and the project it is for. */
export interface LintSubject {
  readonly document: AgreementDocument;
  /** Its measures and goals are in the order of the document. */
  readonly agreement: Agreement;
  readonly site: LintSite;
  readonly facts: FieldFacts;
}
