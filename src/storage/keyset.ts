import type { Clause } from './figure-scope';
import type { Param } from './statement';

export interface KeyColumn {
  readonly column: string;
  readonly value: Param;
  readonly descending?: boolean;
}

/**
 * What comes behind a row in the order of some columns. Spelled out, not `(a, b) > (?, ?)`: such comparisons
 * find no index in TiDB, and columns may go either way.
 */
export function behind(key: readonly KeyColumn[]): Clause {
  const [first, ...rest] = key;
  if (!first) return { where: '1 = 0', params: [] };
  const further = `${first.column} ${first.descending ? '<' : '>'} ?`;
  if (rest.length === 0) return { where: further, params: [first.value] };
  const next = behind(rest);
  return {
    where: `(${further} OR (${first.column} = ? AND ${next.where}))`,
    params: [first.value, first.value, ...next.params],
  };
}
