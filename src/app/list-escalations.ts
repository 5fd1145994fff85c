import type { Result } from '../contract';
import type { EscalationFiring, EscalationPage } from '../contract/escalation';
import type { Instant, Millis } from '../engine/instant';
import { readProjectAsUser } from '../jira/permissions';
import { readVisibleIssues } from '../jira/read-visible-issues';
import { visibleSecurityLevels } from '../jira/visible-security-levels';
import { agreementsOfProject } from '../storage/agreement-version';
import { firingsOfProject, type EscalationFiringRow, type FiringPlace } from '../storage/escalation-firing';
import { issuesOnLevels } from '../storage/issue-fact';
import { notFound } from './refuse';

const PAGE = 50;
/** A job runs for two minutes at most; a claim older than that was broken off. */
const BROKEN_OFF_MS: Millis = 5 * 60_000;

/** What escalations did in a project, newest first, of the tickets that Jira shows the person who asks. */
export async function listEscalations(
  { projectId, after }: { readonly projectId: string; readonly after: string | null },
  now: Instant,
): Promise<Result<EscalationPage>> {
  if (!(await readProjectAsUser(projectId))) return notFound('project');
  const from = placeOf(after);
  const levels = await visibleSecurityLevels(projectId);
  const found = await firingsOfProject(projectId, levels, from, PAGE + 1);
  const page = found.slice(0, PAGE);
  const issues = await readVisibleIssues(page.map(({ issueId }) => issueId));
  const versions = page.length === 0 ? [] : await agreementsOfProject(projectId);
  const nameOf = (row: EscalationFiringRow) => {
    const agreement = versions.find(
      (one) => one.agreement.id === row.agreementId && one.agreement.version === row.agreementVersion,
    )?.agreement;
    const escalation = agreement?.escalations?.find(({ id }) => id === row.escalationId);
    return {
      name: escalation?.name ?? row.escalationId,
      when: escalation?.when ?? '',
      measureName: agreement?.measures.find(({ id }) => id === row.measureId)?.name ?? row.measureId,
    };
  };
  const tickets = page.flatMap((row): EscalationFiring[] => {
    const issue = issues.get(row.issueId);
    if (!issue) return [];
    const { issueId, agreementId, measureId, escalationId, thresholdAt, firedAt } = row;
    const { issueKey, summary } = issue;
    return [
      {
        ...{ issueId, issueKey, summary, agreementId, measureId, escalationId },
        ...{ place: row.cycleNumber, cycleBegunAt: row.begunAt },
        ...{ thresholdAt, firedAt, outcome: row.outcome, because: row.because, ...nameOf(row) },
        state: row.state === 'claimed' ? 'interrupted' : row.state,
      },
    ];
  });
  // What is being done at this very moment is told once it is done.
  const shown = tickets.filter(
    ({ state, firedAt }) => state !== 'interrupted' || now - firedAt > BROKEN_OFF_MS,
  );
  const keys = [...new Set(shown.map(({ issueKey }) => issueKey))];
  return {
    ok: true,
    value: {
      tickets: shown,
      next: found.length > PAGE ? nextPlace(page, from) : null,
      hidden: await countHidden(
        levels,
        page.flatMap(({ issueId }) => (issues.has(issueId) ? [] : [issueId])),
      ),
      jql: keys.length === 0 ? '' : `key in (${keys.join(', ')}) order by key`,
    },
  };
}

/** Not even that they are there is told of tickets on a level that is not the viewer's, or on one unknown here. */
async function countHidden(levels: readonly string[], issueIds: readonly string[]): Promise<number> {
  if (issueIds.length === 0) return 0;
  const counted = await issuesOnLevels(issueIds, levels);
  return issueIds.filter((issueId) => counted.has(issueId)).length;
}

/** `INSTANT-SEEN`; anything else is the start. */
function placeOf(after: string | null): FiringPlace | null {
  const [, firedAt, seen] = /^(\d{1,15})-(\d{1,9})$/.exec(after ?? '') ?? [];
  return firedAt === undefined ? null : { firedAt: Number(firedAt), seen: Number(seen) };
}

function nextPlace(page: readonly EscalationFiringRow[], from: FiringPlace | null): string {
  const last = page.at(-1)?.firedAt ?? 0;
  const seen = page.filter(({ firedAt }) => firedAt === last).length;
  return `${last}-${seen + (from?.firedAt === last ? from.seen : 0)}`;
}
