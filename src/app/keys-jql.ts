/**
 * A search of Jira that finds these issues; with none, one that finds nothing.
 *
 * keysJql(['ITS-1', 'ITS-2', 'ITS-1']) //=> 'key in (ITS-1, ITS-2)'
 */
export function keysJql(keys: readonly string[]): string {
  const distinct = [...new Set(keys)];
  return distinct.length === 0 ? 'key is EMPTY' : `key in (${distinct.join(', ')})`;
}
