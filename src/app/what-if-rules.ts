import { compileConsequences } from '../agreement/compile-consequences';
import type { AgreementDocument } from '../agreement/document';
import type { Exclusion } from '../engine/agreement';
import type { FieldId } from '../engine/field-value';
import { compileRules, type Rules } from '../engine/rules';
import type { CompiledAgreement } from '../storage/agreement-version';
import type { TabledExclusion } from '../storage/exclusion';
import { exclusionsBeside, exclusionsOf } from './exclusions-of';
import type { CreditTerms, PricedStretch } from './priced-periods';

/** What a what-if tries, as it was when it began: an edit of the draft meanwhile does not change it. */
export interface WhatIfRules {
  /** The draft, in force from before every ticket. */
  readonly draft: CompiledAgreement;
  /** The published versions of the agreement that it is compared with, each from its effective date. */
  readonly versions: readonly number[];
  /** Ids of the exclusions agreed beside the agreement: they count on both sides. */
  readonly agreed: readonly string[];
  /** The site's field of request participants. */
  readonly participantsField: FieldId | null;
  readonly credits: {
    /** What the published versions say of each period. A run that began before this was kept has none. */
    readonly before?: readonly PricedStretch[];
    /** What the draft says. */
    readonly after: CreditTerms | null;
  };
}

/** Both sets of rules, compiled once for many tickets. */
export interface WhatIfPair {
  /** A ticket that has exclusions of its own has rules of its own. */
  readonly rulesFor: (issueId: string) => { readonly before: Rules; readonly after: Rules };
  /** Fields that either asks for. */
  readonly fields: readonly FieldId[];
}

const NO_ISSUE = '';

/** Before every ticket there can be. */
const FROM_THE_BEGINNING = 0;

/** The draft as if it had been in force all the time. */
export function inForceFromTheBeginning(draft: CompiledAgreement): CompiledAgreement {
  return { ...draft, agreement: { ...draft.agreement, effectiveFrom: FROM_THE_BEGINNING } };
}

/** null = nothing is to be paid. */
export function creditTermsOf(document: AgreementDocument | null): CreditTerms | null {
  const consequences = document === null ? undefined : compileConsequences(document);
  if (document === null || consequences === undefined) return null;
  const { report, parties } = document;
  return { consequences, every: report?.every ?? 'month', timeZone: parties.provider.timeZone };
}

/** Of the published versions of a project, those that the draft is compared with. */
export function comparedVersions(
  { draft, versions: numbers }: WhatIfRules,
  versions: readonly CompiledAgreement[],
): readonly CompiledAgreement[] {
  const { id } = draft.agreement;
  return versions.filter(({ agreement }) => agreement.id === id && numbers.includes(agreement.version));
}

/** `versions` are the published ones of the project's agreements, `agreed` the exclusions beside them. */
export function compilePair(
  rules: WhatIfRules,
  versions: readonly CompiledAgreement[],
  agreed: readonly TabledExclusion[],
): WhatIfPair {
  const { draft, agreed: ids, participantsField } = rules;
  const published = comparedVersions(rules, versions);
  const beside = agreed.filter(({ exclusion }) => ids.includes(exclusion.id));
  const compile = (exclusions: readonly Exclusion[]) => ({
    before: compileRules(
      published.map(({ agreement }) => agreement),
      [...exclusionsOf(published), ...exclusions],
    ),
    after: compileRules([draft.agreement], [...exclusionsOf([draft]), ...exclusions]),
  });
  const all = compile(beside.map(({ exclusion }) => exclusion));
  const fields = new Set([...all.before.fields, ...all.after.fields]);
  if (participantsField !== null) fields.add(participantsField);
  const own = new Set(beside.flatMap(({ issueId }) => issueId ?? []));
  const common = own.size === 0 ? all : compile(exclusionsBeside(beside, NO_ISSUE));
  return {
    rulesFor: (issueId) => (own.has(issueId) ? compile(exclusionsBeside(beside, issueId)) : common),
    fields: [...fields],
  };
}
