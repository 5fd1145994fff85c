import type { Result } from '../contract';
import type { ExclusionPreview, ExclusionProposal } from '../contract/exclusion';

import { replay } from '../engine/evaluate';
import type { Instant } from '../engine/instant';
import { compileRules } from '../engine/rules';
import { foldHistory } from '../jira/issue-history';
import { readIssues } from '../jira/read-issues';
import { readNames } from '../jira/read-names';
import { searchIssueIds } from '../jira/search-issues';
import { agreementsOfProject } from '../storage/agreement-version';
import { agreedExclusions } from '../storage/exclusion';
import { versionAt } from './agreement-at';
import { maySee, viewerOf, type Caller } from './agreement-viewer';
import { compileExclusion } from './compile-exclusion';
import { cycleDifferences } from './cycle-differences';
import { exclusionsBeside, exclusionsOf } from './exclusions-of';
import { findTicket } from './find-ticket';
import { invalid, notFound } from './refuse';
import { spanOf } from './replay-exclusion';
import { verdictText } from './verdict-text';

/** Some seconds of Jira's and the app's time. */
const MOST_TICKETS = 200;
const MOST_CHANGES = 100;
/** JQL's dates are those of the asking person's zone. */
const DAY_MS = 86_400_000;

/**
 * What an exclusion would change if it were agreed: tickets that it may concern are replayed with and without
 * it, as far as the person who asks may see them. Writes nothing.
 */
export async function previewExclusion(
  projectId: string,
  proposal: ExclusionProposal,
  caller: Caller,
  now: Instant,
): Promise<Result<ExclusionPreview>> {
  const viewer = await viewerOf(projectId, caller);
  // Other people's tickets are nothing for customers of the portal.
  if (viewer?.agreements !== null || !maySee(viewer, proposal.agreementId)) return notFound('agreement');
  const versions = await agreementsOfProject(projectId);
  const version = versionAt(versions, proposal.agreementId, now);
  if (!version) return notFound('agreement');
  const ticket = proposal.issueKey === null ? null : await findTicket(projectId, proposal.issueKey, viewer);
  if (proposal.issueKey !== null && ticket === null) return notFound('ticket');
  const names = proposal.when === null ? null : await readNames(projectId);
  const compiled = compileExclusion('preview', proposal, version.agreement, names);
  if (!compiled.ok) return invalid('The exclusion cannot be tried: it has faults.', compiled.faults);

  const span = spanOf(compiled.exclusion);
  const { issueIds, more } = ticket
    ? { issueIds: [ticket.issueId], more: false }
    : await candidates(projectId, span);
  const agreed = await agreedExclusions(projectId, ticket?.issueId ?? null);
  const agreements = versions
    .map(({ agreement }) => agreement)
    .filter(({ id }) => id === proposal.agreementId);
  const changes: ExclusionPreview['changes'][number][] = [];
  let [concerned, excludedMs] = [0, 0];
  const issues = await readIssues(issueIds, 'user');
  for (const issue of issues) {
    const history = foldHistory(issue);
    const instant = Math.max(now, history.entries.at(-1)?.at ?? now);
    const standing = [...exclusionsOf(versions), ...exclusionsBeside(agreed, issue.id)];
    const before = replay(compileRules(agreements, standing), history, instant);
    const after = replay(compileRules(agreements, [...standing, compiled.exclusion]), history, instant);
    const found = cycleDifferences(before, after);
    if (found.length > 0) concerned++;
    for (const { measureName, was, is } of found) {
      excludedMs += Math.max(0, was.net.elapsedMs - is.net.elapsedMs);
      changes.push({
        issueKey: issue.key,
        measureName,
        before: verdictText(was),
        after: verdictText(is),
        elapsedBeforeMs: was.net.elapsedMs,
        elapsedAfterMs: is.net.elapsedMs,
      });
    }
  }
  const tickets = issues.length;
  return {
    ok: true,
    value: { tickets, more, concerned, excludedMs, changes: changes.slice(0, MOST_CHANGES) },
  };
}

/** The newest tickets that were there before its last window closed and were touched since its first opened. */
async function candidates(
  projectId: string,
  span: { readonly start: Instant; readonly end: Instant } | null,
): Promise<{ readonly issueIds: readonly string[]; readonly more: boolean }> {
  // A project id is digits; it goes into JQL.
  if (!/^\d+$/.test(projectId)) throw new Error(`No project id: ${projectId}`);
  const within = span
    ? ` AND created <= "${day(span.end + 2 * DAY_MS)}"` +
      ` AND (updated >= "${day(span.start - DAY_MS)}" OR statusCategory != Done)`
    : '';
  const issueIds: string[] = [];
  let page: string | null = null;
  do {
    const found = await searchIssueIds(`project = ${projectId}${within} ORDER BY created DESC`, page, {
      as: 'user',
    });
    issueIds.push(...found.issueIds);
    page = found.nextPage;
  } while (page !== null && issueIds.length < MOST_TICKETS);
  return { issueIds: issueIds.slice(0, MOST_TICKETS), more: page !== null || issueIds.length > MOST_TICKETS };
}

/** Years that JQL can write: a window may reach further than any ticket. */
function day(at: Instant): string {
  const within = Math.min(Math.max(at, Date.UTC(1970, 0, 2)), Date.UTC(2999, 11, 31));
  return new Date(within).toISOString().slice(0, 10);
}
