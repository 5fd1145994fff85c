import { projectsBrowsed, readProjectAsUser } from '../jira/permissions';
import { projectsWithAgreements } from '../storage/agreement-version';

/** Each costs a question to Jira. */
const MOST_PROJECTS = 50;

export interface BrowsedProject {
  readonly projectId: string;
  readonly key: string;
  readonly name: string;
}

/** The projects with agreements that the person who asks may see in Jira itself, by name; at most 50. */
export async function browsedProjects(): Promise<readonly BrowsedProject[]> {
  const permitted = await projectsBrowsed();
  if (permitted.size === 0) return [];
  const worthAsking = (await projectsWithAgreements()).filter((projectId) => permitted.has(projectId));
  // Jira's list of permissions says yes to customers of the portal too.
  const projects = await Promise.all(
    worthAsking.slice(0, MOST_PROJECTS).map(async (projectId) => {
      const project = await readProjectAsUser(projectId);
      return project ? [{ projectId, ...project }] : [];
    }),
  );
  return projects
    .flat()
    .sort((a, b) => a.name.localeCompare(b.name, 'en') || a.key.localeCompare(b.key, 'en'));
}
