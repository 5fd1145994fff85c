import type { Instant } from '../engine/instant';
import type { IssueHistory } from '../engine/issue-history';

/** The history as it was known before an instant; null = the ticket did not exist yet. */
export function historyUntil(history: IssueHistory, asOf: Instant): IssueHistory | null {
  if (history.created >= asOf) return null;
  return {
    ...history,
    entries: history.entries.filter(({ at }) => at < asOf),
    gaps: history.gaps.filter(({ at }) => at < asOf),
  };
}
