import { int, text } from './column';
import { COLUMN_OF_FACET, among, facetValuesIn, type Facet } from './figure-scope';
import { select } from './statement';

/**
 * The values a project's figures and ongoing cycles can be told apart by, in order; `''` is not among them. One that
 * tickets had once and have no more may be.
 */
export async function facetValues(
  projectId: string,
  levels: readonly string[],
  facet: Exclude<Facet, 'stratum'>,
): Promise<readonly string[]> {
  const column = COLUMN_OF_FACET[facet];
  const level = among('security_level_id', levels);
  const answers = await Promise.all([
    select(
      `SELECT DISTINCT facet_value AS value FROM report_value
        WHERE project_id = ? AND kind = ? AND ${level.where}`,
      [projectId, facet, ...level.params],
    ),
    select(
      `SELECT DISTINCT ${column} AS value FROM cycle_fact
        WHERE project_id = ? AND ${level.where}
          AND decided_day IN (SELECT decided_day FROM rollup_dirty WHERE project_id = ?)`,
      [projectId, ...level.params, projectId],
    ),
    select(
      `SELECT DISTINCT f.${column} AS value FROM timer t JOIN issue_fact f ON f.issue_id = t.issue_id
        WHERE t.project_id = ? AND t.outcome = 'ongoing' AND ${among('f.security_level_id', levels).where}`,
      [projectId, ...level.params],
    ),
  ]);
  const values = answers.flat().flatMap((row) => facetValuesIn(facet, text(row, 'value')));
  return [...new Set(values)].filter((value) => value !== '').sort();
}

/** The day of the first verdict of a project; null = there is none. */
export async function firstDecidedDay(projectId: string, levels: readonly string[]): Promise<number | null> {
  const level = among('security_level_id', levels);
  const [row] = await select(
    `SELECT decided_day FROM cycle_fact WHERE project_id = ? AND ${level.where} ORDER BY decided_day LIMIT 1`,
    [projectId, ...level.params],
  );
  return row ? int(row, 'decided_day') : null;
}
