import type { Fault } from '../../../src/contract';
import type { DraftCheck, Finding } from '../../../src/contract/draft';
import { pathsAbove } from './draft-path';

/** A fault or finding of the draft, in one form for all places that show it. */
export interface Problem {
  readonly severity: 'error' | 'warning';
  readonly path: string;
  readonly message: string;
  readonly remedy: string;
  readonly counterExample: string | null;
}

export interface Problems {
  /** Errors first, each kind in the order it was found. */
  readonly all: readonly Problem[];
  /** Those at exactly a path. */
  readonly at: ReadonlyMap<string, readonly Problem[]>;
  /** Those at a path or below it. */
  readonly under: ReadonlyMap<string, readonly Problem[]>;
}

export const NO_PROBLEMS: readonly Problem[] = [];
export const CLEAN: Problems = { all: [], at: new Map(), under: new Map() };

/**
 * The problems of a check, found by path. Lists that say the same as `before` are the same objects, so that
 * only the fields whose problems changed are drawn again.
 */
export function problemsOf(check: Pick<DraftCheck, 'faults' | 'findings'>, before: Problems): Problems {
  const all = [...check.faults.map(fromFault), ...check.findings.map(fromFinding)];
  const sorted = [...all.filter(isError), ...all.filter((problem) => !isError(problem))];
  const at = new Map<string, Problem[]>();
  const under = new Map<string, Problem[]>();
  for (const problem of sorted) {
    push(at, problem.path, problem);
    for (const path of new Set([problem.path, ...pathsAbove(problem.path)])) push(under, path, problem);
  }
  return { all: sorted, at: kept(at, before.at), under: kept(under, before.under) };
}

export const isError = ({ severity }: Problem): boolean => severity === 'error';

const fromFault = ({ path, message, remedy }: Fault): Problem => ({
  severity: 'error',
  path,
  message,
  remedy,
  counterExample: null,
});

const fromFinding = ({ severity, path, message, remedy, counterExample }: Finding): Problem => ({
  severity,
  path,
  message,
  remedy,
  counterExample,
});

function push(map: Map<string, Problem[]>, path: string, problem: Problem): void {
  const list = map.get(path);
  if (list) list.push(problem);
  else map.set(path, [problem]);
}

function kept(
  now: Map<string, Problem[]>,
  before: ReadonlyMap<string, readonly Problem[]>,
): ReadonlyMap<string, readonly Problem[]> {
  return new Map(
    [...now].map(([path, list]) => {
      const old = before.get(path);
      return [path, old && JSON.stringify(old) === JSON.stringify(list) ? old : list];
    }),
  );
}

/** "2 errors, 1 warning". */
export function countWords(problems: readonly Problem[]): string {
  const errors = problems.filter(isError).length;
  const warnings = problems.length - errors;
  const parts = [
    errors > 0 && `${errors} ${errors === 1 ? 'error' : 'errors'}`,
    warnings > 0 && `${warnings} ${warnings === 1 ? 'warning' : 'warnings'}`,
  ].filter((part) => part !== false);
  return parts.join(', ') || 'no problems';
}
