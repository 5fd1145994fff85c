import type { Result } from '../contract';
import type { ComplianceQuery, Drill, TicketPage, TicketRow } from '../contract/compliance';
import type { Instant } from '../engine/instant';
import { readPeople } from '../jira/read-people';
import { readVisibleIssues, type VisibleIssue } from '../jira/read-visible-issues';
import type { CycleFact, FactVerdict } from '../storage/cycle-fact';
import { listCycleFacts, type FactFilter } from '../storage/cycle-fact-list';
import { clauseNames, type ClauseNames } from './clause-names';
import { figureScopeOf } from './figure-scope-of';
import { holderKey, holderName, holderOf, type Holder } from './holder-time';
import { keysJql } from './keys-jql';
import { lateReason } from './late-reason';
import { lateSoFar } from './late-so-far';
import { readMark, writeMark } from './page-mark';
import { countsOfPacked } from '../storage/packed-text';
import { invalid } from './refuse';
import { reportedProject, type ReportedProject } from './reported-project';

/** One question to Jira shows as many. */
const PAGE = 50;

export interface TicketQuestion {
  readonly query: ComplianceQuery;
  readonly drill: Drill;
  readonly after?: string;
}

/** The tickets behind a number, latest verdict first; only those that Jira shows the person who asks. */
export async function listTickets(
  projectId: string,
  { query, drill, after }: TicketQuestion,
  now: Instant,
): Promise<Result<TicketPage>> {
  const found = await reportedProject(projectId, query.agreementId, now);
  if (!found.ok) return found;
  const mark = after === undefined ? null : readMark(after);
  if (after !== undefined && mark === null) return invalid('There is no such page.');
  const facts = await listCycleFacts(
    figureScopeOf(found.value, query),
    factFilter(drill),
    mark && { ...mark, decidedAt: mark.at ?? 0 },
    PAGE + 1,
  );
  const shown = facts.slice(0, PAGE);
  const last = facts.length > PAGE ? shown.at(-1) : undefined;
  const visible = await readVisibleIssues(shown.map(({ issueId }) => issueId));
  const seen = shown.filter(({ issueId }) => visible.has(issueId));
  const tickets = await ticketRows(found.value, seen, visible, now, drill.holder);
  const hidden = new Set(shown.map(({ issueId }) => issueId).filter((id) => !visible.has(id)));
  return {
    ok: true,
    value: {
      asOf: now,
      tickets,
      next: last ? writeMark({ ...last, at: last.decidedAt }) : null,
      hidden: hidden.size,
      jql: keysJql(tickets.map(({ issueKey }) => issueKey)),
    },
  };
}

function factFilter({ holder, clause, ...drill }: Drill): FactFilter {
  return {
    ...drill,
    ...(holder === undefined ? {} : { holder: holderKey(holder) }),
    ...(clause === undefined ? {} : { exclusionId: clause }),
  };
}

/** Cycles as lists show them, in their order; all of issues that the person who asks may see. */
export async function ticketRows(
  { projectId, agreements }: Pick<ReportedProject, 'projectId' | 'agreements'>,
  facts: readonly CycleFact[],
  visible: ReadonlyMap<string, VisibleIssue>,
  now: Instant,
  holder?: Holder,
): Promise<readonly TicketRow[]> {
  const late = facts.filter(isLate);
  const accounts = late
    .flatMap(({ holders }) => [...countsOfPacked(holders).keys()].map(holderOf))
    .filter(({ kind }) => kind === 'assignee');
  const [people, clauseOf, lateOf] = await Promise.all([
    readPeople(accounts.map(({ id }) => id)),
    clauseNames(projectId),
    lateSoFar(projectId, late, now),
  ]);
  const names = new Map(
    agreements.flatMap(({ agreementId, measures, former }) =>
      [...measures, ...former].map(({ measureId, name }) => [`${agreementId} ${measureId}`, name] as const),
    ),
  );
  const agreementNames = new Map(
    agreements.map(({ agreementId, compiled }) => [agreementId, compiled.agreement.name] as const),
  );
  return facts.flatMap((fact) => {
    const issue = visible.get(fact.issueId);
    if (!issue) return [];
    return {
      issueId: fact.issueId,
      issueKey: issue.issueKey,
      summary: issue.summary,
      agreementId: fact.agreementId,
      agreementName: agreementNames.get(fact.agreementId) ?? fact.agreementId,
      measureId: fact.measureId,
      measureName: names.get(`${fact.agreementId} ${fact.measureId}`) ?? fact.measureId,
      cycleNumber: fact.cycleNumber,
      priority: issue.priority,
      assignee: issue.assignee,
      verdict: fact.leftOutBy === null ? verdictOf(fact.verdict) : 'left-out',
      grossVerdict: verdictOf(fact.grossVerdict),
      startedAt: fact.startedAt,
      stoppedAt: fact.stoppedAt,
      decidedAt: fact.decidedAt,
      goalMs: fact.goalMs,
      elapsedMs: fact.elapsedMs,
      grossElapsedMs: fact.grossElapsedMs,
      lateMs: lateOf(fact),
      ...(holder && { heldMs: countsOfPacked(fact.holders).get(holderKey(holder)) ?? 0 }),
      reason: isLate(fact) ? reasonOf(fact, people, clauseOf) : '',
    };
  });
}

function isLate({ verdict, grossVerdict }: CycleFact): boolean {
  return verdict === 'breached' || grossVerdict === 'breached';
}

function verdictOf(verdict: FactVerdict): 'met' | 'breached' | 'no-goal' {
  return verdict === '' ? 'no-goal' : verdict;
}

function lateWith(holder: Holder, people: ReadonlyMap<string, string>): string | null {
  return holder.kind === 'unassigned' ? null : holderName(holder, people);
}

function reasonOf(
  { agreementId, holders, excluded }: CycleFact,
  people: ReadonlyMap<string, string>,
  clauseOf: ClauseNames,
): string {
  return lateReason({
    holders: [...countsOfPacked(holders)]
      .map(([key, timeMs]) => ({ name: lateWith(holderOf(key), people), timeMs }))
      .sort((a, b) => b.timeMs - a.timeMs),
    excluded: [...countsOfPacked(excluded)].map(([id, excludedMs]) => ({
      clause: clauseOf(agreementId, id),
      excludedMs,
    })),
  });
}
