import { jiraDate } from '../jira-date';
import { renderUser } from '../render-user';
import type { StoredHistory } from '../stored-issue';
import type { World } from '../world';

/** `Changelog`. `author` is left out when nobody is known. */
export function renderHistory(world: World, history: StoredHistory, zone: string): Record<string, unknown> {
  return { ...head(world, history), created: jiraDate(history.at, zone), items: history.items };
}

/** As `/changelog/bulkfetch` gives it: `created` is a number of milliseconds there. */
export function renderBulkHistory(
  world: World,
  history: StoredHistory,
  items: StoredHistory['items'],
): Record<string, unknown> {
  return { ...head(world, history), created: history.at, items };
}

function head(world: World, history: StoredHistory): Record<string, unknown> {
  return {
    id: String(history.id),
    ...(history.author === null ? {} : { author: renderUser(world.book, history.author) }),
  };
}
