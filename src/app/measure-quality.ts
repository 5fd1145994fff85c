import { waitingStatuses } from '../agreement/starting-points/waiting-statuses';
import type { Result } from '../contract';
import type { DraftContent, MeasureQuality } from '../contract/draft';
import type { Agreement } from '../engine/agreement';
import { replay } from '../engine/evaluate';
import type { FieldValue } from '../engine/field-value';
import type { Instant } from '../engine/instant';
import { MeasureTally } from '../engine/measured-tickets';
import type { Operand, Predicate } from '../engine/predicate';
import { matcherOf } from '../engine/predicate-test';
import { compileRules } from '../engine/rules';
import { timeWithOthers } from '../engine/time-with-others';
import { foldHistory } from '../jira/issue-history';
import { readIssues } from '../jira/read-issues';
import { searchIssueIds } from '../jira/search-issues';
import { draftValues } from './draft-content';
import { draftFindings } from './draft-findings';
import { measureQualityFindings } from './measure-quality-findings';
import { projectSite } from './project-site';
import { invalid, refuseUnlessAdministers } from './refuse';

const MOST_TICKETS = 150;
const TICKETS_AT_ONCE = 50;
const DAYS = 180;
const DAY_MS = 86_400_000;

/**
 * Replays a draft on the latest tickets of the project, as far as the person who asks may see them, and says how
 * well its measures suit them. Reads on while `hasTime` and stops at a full sample. Administrators only.
 */
export async function measureQuality(
  {
    projectId,
    content,
    hasTime,
  }: { readonly projectId: string; readonly content: DraftContent; readonly hasTime: () => boolean },
  now: Instant,
): Promise<Result<MeasureQuality>> {
  const refusal = await refuseUnlessAdministers(projectId);
  if (refusal) return refusal;
  const { value, faults } = draftValues(content);
  const linted = faults.length > 0 ? null : await draftFindings(projectId, value, now);
  if (linted === null || !('findings' in linted)) {
    const all = linted === null ? faults : linted.parsed.ok ? [] : linted.parsed.faults;
    return invalid('Measures can be tried on tickets once the draft has no faults.', all);
  }
  // As if it had always been in force: the tickets are past.
  const agreement: Agreement = { ...linted.parsed.agreement, effectiveFrom: 0 };
  const rules = compileRules([agreement], linted.parsed.exclusions);
  const waits = waitsForOthers(agreement, (await projectSite(projectId, now)).statuses);
  const tally = new MeasureTally(agreement);
  const ids = await latestTickets(projectId);
  let tickets = 0;
  for (let first = 0; first < ids.length && (first === 0 || hasTime()); first += TICKETS_AT_ONCE) {
    const issues = await readIssues(ids.slice(first, first + TICKETS_AT_ONCE), 'user', {
      fields: rules.fields,
    });
    for (const issue of issues) {
      const history = foldHistory(issue);
      const instant = Math.max(now, history.entries.at(-1)?.at ?? now);
      tally.add(history, replay(rules, history, instant), timeWithOthers(history, waits, instant), instant);
      tickets++;
    }
  }
  return {
    ok: true,
    value: {
      tickets,
      since: now - DAYS * DAY_MS,
      measures: agreement.measures.map(({ id, name }) => ({ measureId: id, name, ...tally.of(id) })),
      findings: measureQualityFindings(agreement, tally),
    },
  };
}

async function latestTickets(projectId: string): Promise<readonly string[]> {
  const jql = `project = ${projectId} AND created >= -${DAYS}d ORDER BY created DESC`;
  const ids: string[] = [];
  for (let page: string | null = null; ids.length < MOST_TICKETS;) {
    const found = await searchIssueIds(jql, page, { as: 'user' });
    ids.push(...found.issueIds);
    if (found.nextPage === null) break;
    page = found.nextPage;
  }
  return ids.slice(0, MOST_TICKETS);
}

/** Statuses whose name says so, and those that a pause of any measure names; null = there is none. */
function waitsForOthers(
  { measures }: Agreement,
  statuses: readonly { readonly id: string; readonly name: string; readonly category: string }[],
): ((status: FieldValue) => boolean) | null {
  const byName = new Set(waitingStatuses(statuses));
  const waiting = statuses.filter(({ name }) => byName.has(name)).map(({ id }): Operand => ({ id }));
  const paused = measures.flatMap(({ pauseWhile }) => pauseWhile.flatMap(({ when }) => statusesIn(when)));
  if (waiting.length + paused.length === 0) return null;
  const matches = matcherOf([...waiting, ...paused]);
  return (status) => status.some(matches);
}

/** Statuses a condition asks for; what it rules out is not one of them. */
function statusesIn(predicate: Predicate): readonly Operand[] {
  switch (predicate.op) {
    case 'and':
    case 'or':
      return predicate.of.flatMap(statusesIn);
    case 'in':
      return predicate.field === 'status' ? predicate.values : [];
    default:
      return [];
  }
}
