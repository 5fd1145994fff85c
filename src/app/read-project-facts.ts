import type { Result } from '../contract';
import type { ProjectFacts } from '../contract/draft';
import type { Instant } from '../engine/instant';
import { fieldKind } from '../jira/jql/field-kind';
import { readOwnZone } from '../jira/read-own-zone';
import { projectSite } from './project-site';
import { refuseUnlessAdministers } from './refuse';

/** What rules of the project can be picked from. Administrators only. */
export async function readProjectFacts(projectId: string, now: Instant): Promise<Result<ProjectFacts>> {
  const refusal = await refuseUnlessAdministers(projectId);
  if (refusal) return refusal;
  const [site, timeZone] = await Promise.all([projectSite(projectId, now), readOwnZone()]);
  const { names } = site;
  const fields = names.fields
    .flatMap((field) => {
      const type = fieldKind(field);
      return type === 'unsupported' ? [] : [{ id: field.id, name: field.name, type }];
    })
    .sort((a, b) => (a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1));
  return {
    ok: true,
    value: {
      projectId,
      projectKey: site.projectKey,
      projectName: site.projectName,
      timeZone,
      now,
      statuses: site.statuses,
      priorities: names.priorities ?? [],
      issueTypes: names.issueTypes ?? [],
      requestTypes: names.requestTypes ?? [],
      components: site.components,
      resolutions: names.resolutions ?? [],
      fields,
      organizations: site.organizations,
    },
  };
}
