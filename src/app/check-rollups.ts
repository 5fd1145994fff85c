import type { Result } from '../contract';
import type { RollupCheck } from '../contract/compliance';
import type { Instant } from '../engine/instant';
import { formatLocalDay } from '../engine/local-date';
import { factsOfDay } from '../storage/facts-of-day';
import { daysWithFigures, rollupsOfDay } from '../storage/day-rollup';
import { ValueCodes } from '../storage/report-value';
import {
  CELL_COLUMNS,
  ENTRY_COLUMNS,
  rollUpDay,
  valuesOf,
  type ColumnName,
  type DayRollup,
  type RollupPart,
} from '../storage/roll-up-day';
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
  const codes = await ValueCodes.of(projectId);
  let [days, room] = [0, MOST_FACTS];
  for (const { day, facts } of await daysWithFigures(projectId)) {
    if (waiting.has(day)) continue;
    if (days > 0 && facts > room) break;
    room -= facts;
    days++;
    const rows = await factsOfDay(projectId, day);
    await codes.learn(valuesOf(rows));
    for (const what of differencesOf(await rollupsOfDay(projectId, day), rollUpDay(rows, codes)))
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
function differencesOf(kept: readonly DayRollup[], made: readonly DayRollup[]): readonly string[] {
  const found = new Map(kept.map((rollup) => [keyOf(rollup), rollup]));
  const wrong = made.flatMap((rollup) => {
    const key = keyOf(rollup);
    const other = found.get(key);
    found.delete(key);
    if (!other) return [`${key}: missing`];
    const { parts, ...counts } = rollup;
    const { parts: otherParts, ...otherCounts } = other;
    return [
      ...(sameJson(otherCounts, counts) ? [] : [`${key}: counts otherwise than the rows`]),
      ...differingColumns(otherParts, parts).map((name) => `${key}: ${name} differs from the rows`),
    ];
  });
  return [...wrong, ...[...found.keys()].map((key) => `${key}: counts rows that are not there`)];
}

function differingColumns(kept: readonly RollupPart[], made: readonly RollupPart[]): readonly ColumnName[] {
  const names = [...CELL_COLUMNS, ...ENTRY_COLUMNS];
  if (kept.length !== made.length) return names;
  return names.filter((name) => made.some((columns, part) => columns[name] !== kept[part]?.[name]));
}

function keyOf({ agreementId, measureId, securityLevelId }: DayRollup): string {
  return `${agreementId}, ${measureId}${securityLevelId === '' ? '' : ` of security level ${securityLevelId}`}`;
}
