import type { MeasureResult } from '../engine/cycle';
import { evaluate } from '../engine/evaluate';
import type { Instant } from '../engine/instant';
import type { IssueHistory } from '../engine/issue-history';
import type { CompiledAgreement } from '../storage/agreement-version';
import { exclusionsOf } from './exclusions-of';

/** The replay of one issue under every published version of its project's agreements. */
export function evaluateIssue(
  history: IssueHistory,
  versions: readonly CompiledAgreement[],
  now: Instant,
): readonly MeasureResult[] {
  const agreements = versions.map((version) => version.agreement);
  return evaluate(history, agreements, exclusionsOf(versions), now);
}
