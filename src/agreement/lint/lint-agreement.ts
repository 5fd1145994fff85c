import type { Finding } from '../../contract/draft';
import type { Agreement } from '../../engine/agreement';
import type { AgreementDocument } from '../document';
import { alwaysCancelled } from './always-cancelled';
import { alwaysPaused } from './always-paused';
import { creditWeights } from './credit-weights';
import { goalBeyondOpenHours } from './goal-beyond-open-hours';
import { goalNeverDue } from './goal-never-due';
import { fieldFacts, type LintSite } from './lint-site';
import type { LintSubject } from './lint-subject';
import { neverAttaches } from './never-attaches';
import { noConsequence } from './no-consequence';
import { noReport } from './no-report';
import { noRepresentative } from './no-representative';
import { noResponseOrResolution } from './no-response-or-resolution';
import { noTarget } from './no-target';
import { olaBeyondSla } from './ola-beyond-sla';
import { penaltyWithoutGoal } from './penalty-without-goal';
import { promiseWithoutMeasure } from './promise-without-measure';
import { redundantMeasures } from './redundant-measures';
import { responseAfterResolution } from './response-after-resolution';
import { sameStartAndStop } from './same-start-and-stop';
import { statusNotInWorkflow } from './status-not-in-workflow';
import { tooManyMeasures } from './too-many-measures';
import { unreachableGoal } from './unreachable-goal';
import { unsignedExclusion } from './unsigned-exclusion';
import { warningBeforeStart } from './warning-before-start';

/** In the order in which they are told: what blocks first. */
export const LINT_RULES: readonly ((subject: LintSubject) => readonly Finding[])[] = [
  neverAttaches,
  alwaysPaused,
  alwaysCancelled,
  sameStartAndStop,
  unreachableGoal,
  statusNotInWorkflow,
  responseAfterResolution,
  olaBeyondSla,
  goalNeverDue,
  noRepresentative,
  goalBeyondOpenHours,
  unsignedExclusion,
  warningBeforeStart,
  noConsequence,
  penaltyWithoutGoal,
  creditWeights,
  noReport,
  noTarget,
  promiseWithoutMeasure,
  tooManyMeasures,
  noResponseOrResolution,
  redundantMeasures,
];

/**
 * What is contradictory (errors) or questionable (warnings) in a document that has no faults. Pure; says nothing
 * where the conditions tell more tickets apart than can be looked at.
 */
export function lintAgreement(
  document: AgreementDocument,
  agreement: Agreement,
  site: LintSite,
): readonly Finding[] {
  const subject: LintSubject = { document, agreement, site, facts: fieldFacts(site) };
  return LINT_RULES.flatMap((rule) => rule(subject));
}
