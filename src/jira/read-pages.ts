import type { Route } from '@forge/api';
import { callJira, type JiraCall } from './jira-client';
import { JiraShapeError, isObject } from './raw-issue';

/** Sites have hundreds of names, not tens of thousands; a page that never ends must not go on for ever. */
const MOST_PAGES = 50;

/**
 * All `values` of a list that comes in pages. `page` reads the one that begins at a place. Ends with the
 * page that says so (`isLast`, `isLastPage`), or that is empty.
 */
export async function readPages(
  page: (startAt: number) => Promise<unknown>,
): Promise<readonly Record<string, unknown>[]> {
  const all: Record<string, unknown>[] = [];
  for (let count = 0; count < MOST_PAGES; count++) {
    const answer = await page(all.length);
    if (!isObject(answer) || !Array.isArray(answer['values']))
      throw new JiraShapeError('A page has no list of values');
    const values = answer['values'].filter(isObject);
    all.push(...values);
    if (values.length === 0 || answer['isLast'] === true || answer['isLastPage'] === true) return all;
  }
  return all;
}

/** A list that comes whole. */
export async function readList(path: Route, call: JiraCall): Promise<readonly Record<string, unknown>[]> {
  const answer = await callJira('GET', path, call);
  if (!Array.isArray(answer)) throw new JiraShapeError(`${path.value} answered without a list`);
  return answer.filter(isObject);
}
