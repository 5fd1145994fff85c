import { existingIssueIds } from '../jira/existing-issue-ids';
import { exclusionsAgreedBefore } from '../storage/exclusion';
import type { StoredServiceReport } from '../storage/service-report';
import type { ContentDifference } from './content-differences';
import type { ReportAccess } from './report-access';
import { visibleTickets } from './visible-tickets';

type Reported = Pick<StoredServiceReport, 'projectId' | 'agreementId' | 'asOf'>;

/**
 * Those of the exclusions that are for one ticket which Jira does not show the person who asks. Why one was agreed
 * is for those who sign such things, and for whoever may see the ticket.
 */
export async function hiddenExclusions(
  { projectId, agreementId, asOf }: Reported,
  exclusionIds: readonly string[],
  { side }: ReportAccess,
): Promise<ReadonlySet<string>> {
  if (side !== null || exclusionIds.length === 0) return new Set();
  const agreed = await exclusionsAgreedBefore({ projectId, agreementId }, asOf);
  const single = agreed.flatMap(({ exclusionId, issueId }) =>
    issueId !== null && exclusionIds.includes(exclusionId) ? [{ exclusionId, issueId }] : [],
  );
  if (single.length === 0) return new Set();
  const issueIds = [...new Set(single.map(({ issueId }) => issueId))];
  const visible = await existingIssueIds(issueIds, { as: 'user' });
  return new Set(single.filter(({ issueId }) => !visible.has(issueId)).map(({ exclusionId }) => exclusionId));
}

/** Differences that are the viewer's business, as sentences; how many others there are is said. */
export async function differencesFor(
  report: Reported,
  differences: readonly ContentDifference[],
  access: ReportAccess,
): Promise<readonly string[]> {
  const visible = await visibleTickets(
    differences.flatMap(({ issueKey }) => issueKey ?? []),
    access.viewer.place,
  );
  const exclusionIds = differences.flatMap(({ exclusionId }) => exclusionId ?? []);
  const hidden = await hiddenExclusions(report, exclusionIds, access);
  const told = differences.filter(
    ({ issueKey, exclusionId }) =>
      (issueKey === null || visible.has(issueKey)) && (exclusionId === null || !hidden.has(exclusionId)),
  );
  const others = differences.length - told.length;
  const texts = told.map(({ text }) => text);
  if (others === 0) return texts;
  return [
    ...texts,
    others === 1
      ? '1 more is about a ticket that is no longer there or that you may not see.'
      : `${others} more are about tickets that are no longer there or that you may not see.`,
  ];
}
