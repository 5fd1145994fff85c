import type { FieldInfo } from './field-catalog';
import type { SiteProject, SiteTransition } from './site-data';
import type { StoredIssue, StoredValue } from './stored-issue';
import { projectOf, type World } from './world';
import type { Values } from './write-issue';

/** The transitions an issue may take now. */
export function openTransitions(world: World, issue: StoredIssue): readonly SiteTransition[] {
  const status = String(issue.fields.status);
  return projectOf(world, issue).workflow.transitions.filter(
    (transition) => transition.to !== status && (transition.from?.includes(status) ?? true),
  );
}

/**
 * Adds what the workflow does on the way to a status: entering a done status sets a resolution (the given one,
 * else the transition's, else the one it has, else the site's first), leaving done clears it.
 * The resolution comes first in the changelog entry, as Jira writes it.
 */
export function withResolution(
  world: World,
  issue: Pick<StoredIssue, 'fields'>,
  values: Values,
  transition?: Pick<SiteTransition, 'resolution'>,
): Values {
  const [status, resolution] = [world.catalog.get('status'), world.catalog.get('resolution')];
  if (!status || !resolution) return values;
  const target = values.get(status);
  if (target === undefined || target === null) return values;
  const current = issue.fields.resolution ?? null;
  const set = (value: StoredValue): Values => {
    const rest = [...values].filter(([field]) => field !== resolution);
    return new Map<FieldInfo, StoredValue>([[resolution, value], ...rest]);
  };
  if (world.book.status(String(target))?.category !== 'done') return set(null);
  const chosen =
    values.get(resolution) ?? transition?.resolution ?? current ?? world.book.resolutions[0]?.id ?? null;
  return set(chosen);
}

/** A status of the project by id or name, or the target of a transition by its name. */
export function findTarget(
  project: SiteProject,
  wanted: string,
): { status: string; transition?: SiteTransition } | undefined {
  const lower = wanted.toLowerCase();
  const status =
    project.statuses.find((one) => one.id === wanted) ??
    project.statuses.find((one) => one.name.toLowerCase() === lower);
  const transition = status
    ? project.workflow.transitions.find((one) => one.to === status.id)
    : project.workflow.transitions.find((one) => one.name.toLowerCase() === lower);
  const id = status?.id ?? transition?.to;
  return id === undefined ? undefined : { status: id, ...(transition ? { transition } : {}) };
}
