import type { Cycle, MeasureResult } from '../engine/cycle';
import { decidedAt } from '../engine/decided-at';
import { excludedBy } from '../engine/excluded-by';
import { replayedCycle } from '../engine/explain';
import { holderTimes, holdingsOf, type Holding } from '../engine/holder-time';
import type { Instant } from '../engine/instant';
import type { IssueHistory } from '../engine/issue-history';
import { DAY } from '../engine/local-date';
import { offsetAt } from '../engine/time-zone';
import { countedVerdict } from '../engine/verdict-difference';
import type { IssueProperties } from '../jira/issue-properties';
import type { CompiledAgreement } from '../storage/agreement-version';
import type { CycleFact, FactVerdict, IssueDimensions } from '../storage/cycle-fact';
import type { IssueFact } from '../storage/issue-fact';
import { packedText } from '../storage/packed-text';
import type { IssueIdentity } from './timer-rows';
import { WAITING_WORDS } from './waiting-words';

const HOUR = 3_600_000;
/** Ids of organizations a row has room for; nobody has as many. */
const ORGANIZATIONS_LENGTH = 255;

/** What reports count of a replay: one fact per cycle whose verdict has fallen, or that stopped without one. */
export function cycleFacts(
  issue: IssueIdentity & { readonly properties: IssueProperties },
  history: IssueHistory,
  results: readonly MeasureResult[],
  versions: readonly CompiledAgreement[],
  now: Instant,
): readonly CycleFact[] {
  const holdings = holdingsOf(history, issue.properties.teamField, now);
  return results.flatMap(({ agreementId, measureId, cycles }) =>
    cycles.flatMap((cycle): CycleFact[] => {
      const decided = decidedAt(cycle);
      if (decided === null) return [];
      const zone = zoneOf(versions, agreementId, cycle.agreementVersion);
      return [
        {
          issueId: issue.issueId,
          agreementId,
          measureId,
          cycleNumber: cycle.number,
          projectId: issue.projectId,
          issueKey: issue.issueKey,
          agreementVersion: cycle.agreementVersion,
          ...placeOf(decided, zone),
          ...sumsOf(cycle),
          ...dimensionsOf(issue.properties),
          stratum: `${issue.properties.priorityId}|${beganOpen(cycle) ? 'in' : 'out'}`,
          leftOutBy: cycle.leftOutBy,
          ...partsOf(cycle, holdings, cycle.stopTime ?? decided),
        },
      ];
    }),
  );
}

/** What reports know of an issue. */
export function issueFact(issue: IssueIdentity, properties: IssueProperties): IssueFact {
  return {
    issueId: issue.issueId,
    projectId: issue.projectId,
    issueKey: issue.issueKey,
    ...dimensionsOf(properties),
    createdAt: properties.createdAt,
    resolvedAt: properties.resolvedAt,
    reopened: properties.reopened,
    satisfaction: properties.satisfaction,
  };
}

function placeOf(
  decidedAt: Instant,
  zone: string,
): Pick<CycleFact, 'decidedAt' | 'decidedDay' | 'decidedHour'> {
  const local = decidedAt + offsetAt(zone, decidedAt);
  const decidedDay = Math.floor(local / DAY);
  return { decidedAt, decidedDay, decidedHour: Math.floor((local - decidedDay * DAY) / HOUR) };
}

/** Of a cycle that goes on, nothing that grows with the clock. */
function sumsOf(cycle: Cycle) {
  const goalMs = cycle.goals.at(-1)?.durationMs ?? null;
  const stopped = cycle.stopTime !== null;
  const verdict = countedVerdict(cycle) ?? '';
  const grossVerdict: FactVerdict = goalMs === null ? '' : cycle.gross.breached ? 'breached' : 'met';
  const late = stopped && verdict === 'breached' ? -(cycle.net.remainingMs ?? 0) : 0;
  return {
    verdict,
    grossVerdict,
    startedAt: cycle.startTime,
    stoppedAt: cycle.stopTime,
    goalMs,
    elapsedMs: stopped ? cycle.net.elapsedMs : null,
    grossElapsedMs: stopped ? cycle.gross.elapsedMs : null,
    lateMs: late,
  } as const;
}

function partsOf(cycle: Cycle, holdings: readonly Holding[], until: Instant) {
  const excluded = excludedBy(cycle, until);
  return {
    excludedMs: [...excluded.values()].reduce((sum, ms) => sum + ms, 0),
    holders: packed(holderTimes(cycle, holdings, WAITING_WORDS, until)),
    excluded: packed(excluded),
  };
}

function packed(times: ReadonlyMap<string, number>): string {
  return packedText(new Map([...times].map(([key, ms]) => [key, [ms]])));
}

function dimensionsOf(properties: IssueProperties): IssueDimensions {
  const { priorityId, requestTypeId, assigneeId, securityLevelId } = properties;
  return {
    priorityId,
    requestTypeId,
    assigneeId,
    securityLevelId,
    organizationIds: listed(properties.organizationIds),
  };
}

function listed(ids: readonly string[]): string {
  let list = '';
  for (const id of ids) {
    const longer = `${list === '' ? ',' : list}${id},`;
    if (longer.length <= ORGANIZATIONS_LENGTH) list = longer;
  }
  return list;
}

function beganOpen(cycle: Cycle): boolean {
  const { pieces, outlook } = replayedCycle(cycle);
  const goal = pieces[0]?.span.goal ?? outlook.goal;
  return goal.calendar.isOpen(cycle.startTime);
}

function zoneOf(versions: readonly CompiledAgreement[], agreementId: string, version: number): string {
  const found = versions.find(
    ({ agreement }) => agreement.id === agreementId && agreement.version === version,
  );
  if (!found)
    throw new Error(`Version ${version} of agreement ${agreementId} is not among the published ones`);
  return found.parties.provider.timeZone;
}
