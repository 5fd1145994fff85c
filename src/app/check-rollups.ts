import type { Result } from '../contract';
import type { RollupCheck } from '../contract/compliance';
import type { Instant } from '../engine/instant';
import { formatLocalDay } from '../engine/local-date';
import { valuesOf } from '../storage/coded-cycle';
import { factsOfDay } from '../storage/facts-of-day';
import { daysWithFigures, rollupsOfDay } from '../storage/day-rollup';
import { ValueCodes } from '../storage/report-value';
import { daysOfResolution, resolvedIssuesOfDay } from '../storage/resolved-issue';
import {
  daysWithResolved,
  resolvedOfDay,
  rollUpResolved,
  valuesOfResolved,
  type ResolvedRollup,
} from '../storage/resolved-rollup';
import { rollUpDay, type DayRollup } from '../storage/roll-up-day';
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
  for (const { day, facts } of await daysToCheck(projectId)) {
    if (waiting.has(day)) continue;
    if (days > 0 && facts > room) break;
    room -= facts;
    days++;
    const [rows, issues] = [await factsOfDay(projectId, day), await resolvedIssuesOfDay(projectId, day)];
    await codes.learn([...valuesOf(rows), ...valuesOfResolved(issues)]);
    for (const what of [
      ...differencesOf(await rollupsOfDay(projectId, day), rollUpDay(rows, codes), keyOf),
      ...differencesOf(
        await resolvedOfDay(projectId, day),
        rollUpResolved(day, issues, codes),
        keyOfResolved,
      ),
    ])
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
  const days = await daysToCheck(projectId);
  await markDirty(
    projectId,
    days.map(({ day }) => day),
    now,
  );
  await push([{ job: { v: 1, kind: 'roll-up', projectId }, delayMs: QUIET_MS }]);
  return { ok: true, value: { days: 0, differences: [], waiting: days.length } };
}

/** Days that have facts or roll-ups of either kind, the newest first, and how many rows these are made of. */
async function daysToCheck(
  projectId: string,
): Promise<readonly { readonly day: number; readonly facts: number }[]> {
  const [decided, resolutions, rolledUp] = await Promise.all([
    daysWithFigures(projectId),
    daysOfResolution(projectId),
    daysWithResolved(projectId),
  ]);
  const rows = new Map<number, number>();
  const add = (day: number, count: number) => rows.set(day, (rows.get(day) ?? 0) + count);
  for (const { day, facts } of decided) add(day, facts);
  for (const { day, issues } of resolutions) add(day, issues);
  for (const day of rolledUp) add(day, 0);
  return [...rows].map(([day, facts]) => ({ day, facts })).sort((a, b) => b.day - a.day);
}

interface AnyRollup {
  readonly parts: readonly object[];
}

/** In words, which roll-ups of a day are others than they should be. */
function differencesOf<R extends AnyRollup>(
  kept: readonly R[],
  made: readonly R[],
  keyOf: (rollup: R) => string,
): readonly string[] {
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

function differingColumns(kept: AnyRollup['parts'], made: AnyRollup['parts']): readonly string[] {
  if (kept.length !== made.length) return ['split by value'];
  const names = Object.keys(made[0] ?? {});
  const [found, wanted] = [kept, made] as (readonly Record<string, unknown>[])[];
  return names.filter((name) => wanted?.some((columns, part) => columns[name] !== found?.[part]?.[name]));
}

function keyOf({ agreementId, measureId, securityLevelId }: DayRollup): string {
  return `${agreementId}, ${measureId}${ofLevel(securityLevelId)}`;
}

function keyOfResolved({ agreementId, securityLevelId }: ResolvedRollup): string {
  return `resolved tickets of ${agreementId === '' ? 'the project' : agreementId}${ofLevel(securityLevelId)}`;
}

function ofLevel(securityLevelId: string): string {
  return securityLevelId === '' ? '' : ` of security level ${securityLevelId}`;
}
