import type { ProposedExclusionView } from '../contract/exclusion';
import type { MeasureResult } from '../engine/cycle';
import type { Instant } from '../engine/instant';
import type { IssueHistory } from '../engine/issue-history';
import type { CompiledAgreement } from '../storage/agreement-version';
import { proposedExclusions, type TabledExclusion } from '../storage/exclusion';
import type { AgreementViewer } from './agreement-viewer';
import { cycleDifferences } from './cycle-differences';
import { evaluateIssue } from './evaluate-issue';
import { viewsOf } from './list-exclusions';

/** Each one is a replay of the ticket. */
const MOST = 50;

/**
 * The exclusions that wait for a decision and would change this ticket, found by replaying it with each of
 * them. What is shown of the timers stays as it is: until they are agreed, the clock runs.
 */
export async function proposedOn(
  projectId: string,
  history: IssueHistory,
  rules: { readonly versions: readonly CompiledAgreement[]; readonly agreed: readonly TabledExclusion[] },
  results: readonly MeasureResult[],
  viewer: AgreementViewer,
  now: Instant,
): Promise<readonly ProposedExclusionView[]> {
  const { versions, agreed } = rules;
  const waiting = await proposedExclusions(projectId, history.issueId, MOST);
  const changing = waiting.flatMap((exclusion) => {
    const added = { issueId: exclusion.issueId, exclusion: exclusion.compiled };
    const after = evaluateIssue(history, versions, [...agreed, added], now);
    const wouldExclude = cycleDifferences(results, after).map(({ measureName, was, is }) => ({
      measureName,
      ms: Math.max(0, was.net.elapsedMs - is.net.elapsedMs),
      leftOut: is.leftOutBy !== null && was.leftOutBy === null,
    }));
    return wouldExclude.length === 0 ? [] : [{ exclusion, wouldExclude }];
  });
  const views = await viewsOf(
    projectId,
    changing.map(({ exclusion }) => exclusion),
    versions,
    viewer,
    now,
  );
  return changing.flatMap(({ wouldExclude }, index) => {
    const exclusion = views[index];
    return exclusion ? [{ exclusion, wouldExclude: byMeasure(wouldExclude) }] : [];
  });
}

/** Of a measure with several cycles, one line. */
function byMeasure(parts: ProposedExclusionView['wouldExclude']): ProposedExclusionView['wouldExclude'] {
  const sums = new Map<string, ProposedExclusionView['wouldExclude'][number]>();
  for (const part of parts) {
    const sum = sums.get(part.measureName);
    sums.set(part.measureName, {
      measureName: part.measureName,
      ms: (sum?.ms ?? 0) + part.ms,
      leftOut: (sum?.leftOut ?? false) || part.leftOut,
    });
  }
  return [...sums.values()];
}
