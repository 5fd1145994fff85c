import type { Names } from '../agreement/names';
import type { Instant } from '../engine/instant';
import { installation } from '../jira/installation';
import { fieldIdOf } from '../jira/jql/find-field';
import { predicateFromJql } from '../jira/jql/predicate-from-jql';
import { readProjectSite, type ProjectSite } from '../jira/read-project-site';

const KEPT_MS = 60_000;
const MOST_KEPT = 20;

interface Kept {
  readonly at: Instant;
  readonly site: Promise<ProjectSite>;
}

// Names only: nothing of an issue or a person is kept. The process may serve another customer's site next, so
// the platform's word for the installation is part of the key.
const kept = new Map<string, Kept>();

/** What rules of a project can be about, at most a minute old. Whoever asks has asked Jira for leave before. */
export function projectSite(projectId: string, now: Instant): Promise<ProjectSite> {
  const key = `${installation()} ${projectId}`;
  const known = kept.get(key);
  if (known && now >= known.at && now - known.at < KEPT_MS) return known.site;
  const site = readProjectSite(projectId);
  kept.delete(key);
  kept.set(key, { at: now, site });
  const [oldest] = kept.keys();
  if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
  // What failed is asked again.
  site.catch(() => {
    if (kept.get(key)?.site === site) kept.delete(key);
  });
  return site;
}

/** The same, as an agreement document asks for it. */
export function namesOf({ names, organizations }: ProjectSite): Names {
  return {
    parseJql: (jql) => predicateFromJql(jql, names),
    fieldId: (name) => fieldIdOf(name, names),
    organizations,
  };
}
