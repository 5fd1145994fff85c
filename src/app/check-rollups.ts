import type { Result } from '../contract';
import type { RollupCheck } from '../contract/compliance';
import type { Instant } from '../engine/instant';
import { formatLocalDay } from '../engine/local-date';
import { factsOfDay } from '../storage/facts-of-day';
import { daysWithFigures, rollupsOfDay } from '../storage/report-rollup';
import { rollUpDay, type RollupRow } from '../storage/roll-up-day';
import { dirtyDays, markDirty } from '../storage/rollup-dirty';
import type { PushJobs } from './job';
import { refuseUnlessAdministers } from './refuse';
import { QUIET_MS } from './roll-up';
import { sameJson } from './same-json';

/** Rows read at most: a few seconds. */
const MOST_FACTS = 60_000;
const [FIRST_DAY, LAST_DAY] = [-1_000_000, 1_000_000];

/**
 * Compares the roll-ups of a project with the rows they are made of, from the newest day back, as many days as
 * can be read at once. Days that wait to be made anew are no difference. Administrators only.
 */
export async function checkRollups(projectId: string): Promise<Result<RollupCheck>> {
  const refusal = await refuseUnlessAdministers(projectId);
  if (refusal) return refusal;
  const waiting = new Set(await dirtyDays(projectId, FIRST_DAY, LAST_DAY));
  const differences: { day: string; what: string }[] = [];
  let [days, room] = [0, MOST_FACTS];
  for (const { day, facts } of await daysWithFigures(projectId)) {
    if (waiting.has(day)) continue;
    if (days > 0 && facts > room) break;
    room -= facts;
    days++;
    const made = rollUpDay(await factsOfDay(projectId, day));
    for (const what of differencesOf(await rollupsOfDay(projectId, day), made))
      differences.push({ day: formatLocalDay(day), what });
  }
  return { ok: true, value: { days, differences, waiting: waiting.size } };
}

/** Has all roll-ups of a project made anew, in the background. Administrators only. */
export async function rebuildRollups(
  projectId: string,
  push: PushJobs,
  now: Instant,
): Promise<Result<RollupCheck>> {
  const refusal = await refuseUnlessAdministers(projectId);
  if (refusal) return refusal;
  const days = await daysWithFigures(projectId);
  await markDirty(
    projectId,
    days.map(({ day }) => day),
    now,
  );
  await push([{ job: { v: 1, kind: 'roll-up', projectId }, delayMs: QUIET_MS }]);
  return { ok: true, value: { days: 0, differences: [], waiting: days.length } };
}

/** In words, which roll-ups of a day are others than they should be. */
function differencesOf(kept: readonly RollupRow[], made: readonly RollupRow[]): readonly string[] {
  const found = new Map(kept.map((row) => [keyOf(row), row]));
  const wrong = made.flatMap((row) => {
    const other = found.get(keyOf(row));
    found.delete(keyOf(row));
    if (!other) return [`${keyOf(row)} is missing`];
    return sameJson(other, row) ? [] : [`${keyOf(row)} counts otherwise than the rows`];
  });
  return [...wrong, ...[...found.keys()].map((key) => `${key} counts rows that are not there`)];
}

function keyOf({ agreementId, measureId, facet, facetValue, securityLevelId }: RollupRow): string {
  const level = securityLevelId === '' ? '' : ` of security level ${securityLevelId}`;
  return `${agreementId}, ${measureId}${facet === '' ? '' : `, ${facet} “${facetValue}”`}${level}`;
}
