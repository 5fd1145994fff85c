import type { MeasureResult } from '../engine/cycle';
import { evaluate } from '../engine/evaluate';
import type { Instant } from '../engine/instant';
import type { IssueHistory } from '../engine/issue-history';
import type { CompiledAgreement } from '../storage/agreement-version';
import type { TabledExclusion } from '../storage/exclusion';
import { exclusionsBeside, exclusionsOf } from './exclusions-of';

/**
 * The replay of one issue under every published version of its project's agreements, with the exclusions
 * agreed beside them.
 */
export function evaluateIssue(
  history: IssueHistory,
  versions: readonly CompiledAgreement[],
  beside: readonly TabledExclusion[],
  now: Instant,
): readonly MeasureResult[] {
  const agreements = versions.map((version) => version.agreement);
  const exclusions = [...exclusionsOf(versions), ...exclusionsBeside(beside, history.issueId)];
  return evaluate(history, agreements, exclusions, now);
}
