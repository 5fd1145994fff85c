import { groupBy } from '../engine/group-by';
import { int, text } from './column';
import { valueOfDimension } from './cycle-fact';
import { columnOf } from './cycle-columns';
import { allOf, DIMENSIONS, equals, type Dimension } from './figure-scope';
import { fixedColumn } from './fixed-digits';
import type { ReportValue, ValueCodes } from './report-value';
import type { ResolvedIssue } from './resolved-issue';
import { forgetBuildsBefore, newestBuild, upsertOfBuild } from './rollup-rows';
import { select, type Param, type Row } from './statement';

/** How issues that were resolved ended for their customers. */
export interface FeltFigures {
  readonly resolved: number;
  /** Of them, those whose resolution was taken back at least once before. */
  readonly reopened: number;
  /** How many customers gave stars, and how many stars in all. */
  readonly rated: number;
  readonly stars: number;
}

/** What is kept of the issues of an agreement and a security level that were resolved on a day of UTC's. */
export interface ResolvedRollup extends FeltFigures {
  /** `''` = all of the project. */
  readonly agreementId: string;
  readonly day: number;
  readonly securityLevelId: string;
  /** The issues by column, some a part: codes of their dimensions, and `felt`. */
  readonly parts: readonly ResolvedPart[];
}

export type ResolvedPart = Readonly<Record<ResolvedColumn, string>>;
export type ResolvedColumn = Dimension | 'felt';

export const RESOLVED_COLUMNS: readonly ResolvedColumn[] = [...DIMENSIONS, 'felt'];
/** The columns they stand in. */
export const FELT_COUNTS = ['resolved', 'reopened', 'rated', 'stars'] as const;
const KEY = ['project_id', 'agreement_id', 'resolved_day', 'security_level_id'] as const;
const ISSUES_PER_PART = 10_000;

/** Twice its stars, and one more if its resolution was taken back: what `figuresOfFelt` reads. */
function feltOf({ satisfaction, reopened }: ResolvedIssue): number {
  return 2 * (satisfaction ?? 0) + Number(reopened > 0);
}

export function feltFiguresOf(row: Row): FeltFigures {
  return {
    resolved: int(row, 'resolved'),
    reopened: int(row, 'reopened'),
    rated: int(row, 'rated'),
    stars: int(row, 'stars'),
  };
}

/** Figures of issues by what each felt like, and how many there are of it. */
export function figuresOfFelt(issuesByFelt: ReadonlyMap<number, number>): FeltFigures {
  let [resolved, reopened, rated, stars] = [0, 0, 0, 0];
  for (const [felt, issues] of issuesByFelt) {
    const given = felt >> 1;
    resolved += issues;
    if (felt % 2 === 1) reopened += issues;
    if (given > 0) rated += issues;
    stars += given * issues;
  }
  return { resolved, reopened, rated, stars };
}

/** All that needs a code before a day can be rolled up. */
export function valuesOfResolved(issues: readonly ResolvedIssue[]): readonly ReportValue[] {
  return issues.flatMap((issue) =>
    DIMENSIONS.map((kind) => ({
      kind,
      securityLevelId: issue.securityLevelId,
      value: valueOfDimension(issue, kind),
    })),
  );
}

/** The roll-ups of a day, made of all issues that were resolved on it, in their order. */
export function rollUpResolved(
  day: number,
  issues: readonly ResolvedIssue[],
  codes: ValueCodes,
): readonly ResolvedRollup[] {
  const counted = issues.flatMap((issue) =>
    ['', ...issue.agreementIds].map((agreementId) => ({ agreementId, issue })),
  );
  const groups = groupBy(counted, ({ agreementId, issue }) =>
    JSON.stringify([agreementId, issue.securityLevelId]),
  );
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, group]) =>
      rollupOf(
        day,
        group[0].agreementId,
        group.map(({ issue }) => issue),
        codes,
      ),
    );
}

function rollupOf(
  day: number,
  agreementId: string,
  issues: readonly ResolvedIssue[],
  codes: ValueCodes,
): ResolvedRollup {
  const { securityLevelId } = issues[0] as ResolvedIssue;
  const byFelt = new Map<number, number>();
  for (const issue of issues) byFelt.set(feltOf(issue), (byFelt.get(feltOf(issue)) ?? 0) + 1);
  const parts: ResolvedPart[] = [];
  for (let first = 0; first < issues.length; first += ISSUES_PER_PART)
    parts.push(partOf(issues.slice(first, first + ISSUES_PER_PART), codes));
  return { agreementId, day, securityLevelId, ...figuresOfFelt(byFelt), parts };
}

function partOf(issues: readonly ResolvedIssue[], codes: ValueCodes): ResolvedPart {
  const dimension = (kind: Dimension) =>
    fixedColumn(
      issues.map((issue) => codes.codeOf(kind, issue.securityLevelId, valueOfDimension(issue, kind))),
    );
  return {
    priority: dimension('priority'),
    'request-type': dimension('request-type'),
    organization: dimension('organization'),
    assignee: dimension('assignee'),
    felt: fixedColumn(issues.map(feltOf)),
  };
}

/** The newest build of a day's roll-ups; 0 = there is none. */
export async function buildOfResolved(projectId: string, day: number): Promise<number> {
  return newestBuild('resolved_rollup', { projectId, column: 'resolved_day', day });
}

/**
 * Puts the roll-ups of a day in the place of those of earlier builds; `build` is the one after that which was read
 * before the issues were. Doing it twice changes nothing.
 */
export async function replaceResolved(
  projectId: string,
  day: number,
  rollups: readonly ResolvedRollup[],
  build: number,
): Promise<void> {
  await upsertOfBuild(
    'resolved_rollup',
    [...KEY, ...FELT_COUNTS],
    FELT_COUNTS,
    rollups.map((rollup) => [
      projectId,
      ...keyOf(rollup),
      ...FELT_COUNTS.map((count) => rollup[count]),
      build,
    ]),
  );
  const names = RESOLVED_COLUMNS.map(columnOf);
  await upsertOfBuild(
    'resolved_cells',
    [...KEY, 'part', ...names],
    names,
    rollups.flatMap((rollup) =>
      rollup.parts.map((columns, part) => [
        projectId,
        ...keyOf(rollup),
        part,
        ...RESOLVED_COLUMNS.map((name) => columns[name]),
        build,
      ]),
    ),
  );
  // Last that which tells the newest build: what is left behind here is found by the next.
  for (const table of ['resolved_cells', 'resolved_rollup'])
    await forgetBuildsBefore(table, { projectId, column: 'resolved_day', day }, build);
}

/** The roll-ups of a day as they are kept, in no order. */
export async function resolvedOfDay(projectId: string, day: number): Promise<readonly ResolvedRollup[]> {
  const { where, params } = allOf(equals('project_id', projectId), equals('resolved_day', day));
  const [rollups, parts] = await Promise.all([
    select(`SELECT * FROM resolved_rollup WHERE ${where}`, params),
    select(`SELECT * FROM resolved_cells WHERE ${where} ORDER BY part`, params),
  ]);
  return rollups.map((row): ResolvedRollup => {
    const [agreementId, securityLevelId] = [text(row, 'agreement_id'), text(row, 'security_level_id')];
    const own = parts.filter(
      (part) =>
        text(part, 'agreement_id') === agreementId && text(part, 'security_level_id') === securityLevelId,
    );
    return {
      agreementId,
      day,
      securityLevelId,
      ...feltFiguresOf(row),
      parts: own.map(
        (part) =>
          Object.fromEntries(
            RESOLVED_COLUMNS.map((name) => [name, text(part, columnOf(name))]),
          ) as ResolvedPart,
      ),
    };
  });
}

/** Days that have such roll-ups. */
export async function daysWithResolved(projectId: string): Promise<readonly number[]> {
  const rows = await select(`SELECT DISTINCT resolved_day FROM resolved_rollup WHERE project_id = ?`, [
    projectId,
  ]);
  return rows.map((row) => int(row, 'resolved_day'));
}

function keyOf({ agreementId, day, securityLevelId }: ResolvedRollup): Param[] {
  return [agreementId, day, securityLevelId];
}
