import type { Result } from '../contract';
import type { TicketCount } from '../contract/draft';
import type { Instant } from '../engine/instant';
import { countIssues } from '../jira/count-issues';
import { predicateFromJql } from '../jira/jql/predicate-from-jql';
import { projectSite } from './project-site';
import { refuseUnlessAdministers } from './refuse';

/**
 * About how many tickets of the project a condition finds, of those the person who asks may see. Only JQL that
 * a rule may hold reaches Jira, within parentheses: it cannot leave the project. Administrators only.
 */
export async function countTickets(
  { projectId, jql }: { readonly projectId: string; readonly jql: string },
  now: Instant,
): Promise<Result<TicketCount>> {
  const refusal = await refuseUnlessAdministers(projectId);
  if (refusal) return refusal;
  const { names } = await projectSite(projectId, now);
  const reading = predicateFromJql(jql, names);
  if (!reading.ok) {
    const faults = reading.faults.map(({ reason, remedy, start, end }) => ({
      message: reason,
      remedy,
      start,
      end,
    }));
    return { ok: true, value: { count: null, faults } };
  }
  const own = `project = ${projectId}`;
  const count = await countIssues(jql.trim() === '' ? own : `${own} AND (${jql})`, 'user');
  return { ok: true, value: { count, faults: [] } };
}
