import type { Instant, Millis } from '../engine/instant';
import { agreementsOfProject } from '../storage/agreement-version';
import type { CycleFact } from '../storage/cycle-fact';
import { lateTimers } from '../storage/running-timer';
import { runningCycles } from './running-cycles';

type CycleKey = Pick<CycleFact, 'issueId' | 'agreementId' | 'measureId' | 'cycleNumber'>;

/**
 * How late in working time cycles are: of one that stopped, when it did; of one that goes on, as of now, by its
 * timer. 0 = not, or its timer is not known.
 */
export async function lateSoFar(
  projectId: string,
  facts: readonly CycleFact[],
  now: Instant,
): Promise<(fact: CycleFact) => Millis> {
  const open = facts.filter(({ verdict, stoppedAt }) => verdict === 'breached' && stoppedAt === null);
  if (open.length === 0) return ({ lateMs }) => lateMs;
  const [timers, versions] = await Promise.all([
    lateTimers([...new Set(open.map(({ issueId }) => issueId))]),
    agreementsOfProject(projectId),
  ]);
  const late = new Map(
    runningCycles(timers, versions, now).map(({ timer, lateMs }) => [keyOf(timer), lateMs] as const),
  );
  return (fact) => (fact.stoppedAt === null ? (late.get(keyOf(fact)) ?? 0) : fact.lateMs);
}

const keyOf = ({ issueId, agreementId, measureId, cycleNumber }: CycleKey): string =>
  [issueId, agreementId, measureId, cycleNumber].join(' ');
