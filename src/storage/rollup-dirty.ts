import type { Instant } from '../engine/instant';
import { int, text } from './column';
import { daysOfResolution } from './resolved-issue';
import { placeholders, select, write } from './statement';

/**
 * A day whose roll-ups do not hold (yet): those of cycles decided on it, and those of issues resolved on it. Whoever
 * writes facts marks their days before and after; whoever makes roll-ups takes the mark away only if it is the one it
 * read before it read the facts.
 */
export interface DirtyDay {
  readonly projectId: string;
  readonly day: number;
  readonly marks: number;
  readonly markedAt: Instant;
}

/** One statement holds this many. */
const ROWS_PER_STATEMENT = 500;

export async function markDirty(projectId: string, days: Iterable<number>, now: Instant): Promise<void> {
  const distinct = [...new Set(days)].sort((a, b) => a - b);
  for (let first = 0; first < distinct.length; first += ROWS_PER_STATEMENT) {
    const chunk = distinct.slice(first, first + ROWS_PER_STATEMENT);
    await write(
      `INSERT INTO rollup_dirty (project_id, decided_day, marks, marked_at) VALUES ${placeholders(chunk.length, 4)}
       ON DUPLICATE KEY UPDATE marks = marks + 1, marked_at = VALUES(marked_at)`,
      chunk.flatMap((day) => [projectId, day, 1, now]),
    );
  }
}

/** Marks the days of all facts there are, as if long ago. */
export async function markAllDays(): Promise<void> {
  const rows = await select(`SELECT DISTINCT project_id, decided_day FROM cycle_fact`);
  const days = [
    ...rows.map((row) => ({ projectId: text(row, 'project_id'), day: int(row, 'decided_day') })),
    ...(await daysOfResolution()),
  ];
  for (const project of new Set(days.map(({ projectId }) => projectId))) {
    const own = days.filter(({ projectId }) => projectId === project);
    await markDirty(
      project,
      own.map(({ day }) => day),
      0,
    );
  }
}

/** Of a span of days (both included) those that are dirty, in order. */
export async function dirtyDays(
  projectId: string,
  fromDay: number,
  toDay: number,
): Promise<readonly number[]> {
  const rows = await select(
    `SELECT decided_day FROM rollup_dirty
      WHERE project_id = ? AND decided_day >= ? AND decided_day <= ? ORDER BY decided_day`,
    [projectId, fromDay, toDay],
  );
  return rows.map((row) => int(row, 'decided_day'));
}

/** Days of a project that were last marked by `until`, the longest marked first. */
export async function daysToRollUp(
  projectId: string,
  until: Instant,
  limit: number,
): Promise<readonly DirtyDay[]> {
  const rows = await select(
    `SELECT decided_day, marks, marked_at FROM rollup_dirty
      WHERE project_id = ? AND marked_at <= ? ORDER BY marked_at, decided_day LIMIT ?`,
    [projectId, until, limit],
  );
  return rows.map((row) => ({
    projectId,
    day: int(row, 'decided_day'),
    marks: int(row, 'marks'),
    markedAt: int(row, 'marked_at'),
  }));
}

/** Projects with days that were last marked by `until`. */
export async function projectsToRollUp(until: Instant): Promise<readonly string[]> {
  const rows = await select(
    `SELECT DISTINCT project_id FROM rollup_dirty WHERE marked_at <= ? ORDER BY project_id`,
    [until],
  );
  return rows.map((row) => text(row, 'project_id'));
}

/** Takes a mark away; false when the day was marked anew meanwhile. */
export async function clearMark({ projectId, day, marks, markedAt }: DirtyDay): Promise<boolean> {
  const touched = await write(
    `DELETE FROM rollup_dirty WHERE project_id = ? AND decided_day = ? AND marks = ? AND marked_at = ?`,
    [projectId, day, marks, markedAt],
  );
  return touched === 1;
}
