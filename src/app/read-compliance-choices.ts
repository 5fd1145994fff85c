import type { Result } from '../contract';
import type { Choice, ComplianceChoices } from '../contract/compliance';
import type { Instant } from '../engine/instant';
import { formatLocalDay } from '../engine/local-date';
import { localPartsOf } from '../engine/time-zone';
import { administersProject } from '../jira/permissions';
import { readPeople } from '../jira/read-people';
import { facetValues, firstDecidedDay } from '../storage/facet-values';
import { projectSite } from './project-site';
import { reportedProject } from './reported-project';
import type { AgreementTerms } from './terms-in-force';

/** What the filters of the compliance page offer: only what tickets that the viewer may see have. */
export async function readComplianceChoices(
  projectId: string,
  now: Instant,
): Promise<Result<ComplianceChoices>> {
  const found = await reportedProject(projectId, undefined, now);
  if (!found.ok) return found;
  const { projectKey, projectName, levels, agreements } = found.value;
  const [{ names, organizations }, mayAdminister, firstDay, ...used] = await Promise.all([
    projectSite(projectId, now),
    administersProject(projectId),
    firstDecidedDay(projectId, levels),
    facetValues(projectId, levels, 'priority'),
    facetValues(projectId, levels, 'request-type'),
    facetValues(projectId, levels, 'organization'),
    facetValues(projectId, levels, 'assignee'),
  ]);
  const [priorityIds, requestTypeIds, organizationIds, assigneeIds] = used;
  const people = await readPeople(assigneeIds);
  return {
    ok: true,
    value: {
      projectKey,
      projectName,
      asOf: now,
      agreements: agreements.map((terms) => agreementChoice(terms, now)),
      // As Jira lists them: highest first.
      priorities: (names.priorities ?? []).filter(({ id }) => priorityIds.includes(id)),
      requestTypes: byName(named(requestTypeIds, names.requestTypes ?? [])),
      organizations: byName(named(organizationIds, organizations)),
      // Whom Jira does not name to the viewer is not offered.
      assignees: byName([...people].map(([id, name]) => ({ id, name }))),
      firstDay: firstDay === null ? null : formatLocalDay(firstDay),
      mayAdminister,
    },
  };
}

function agreementChoice(
  { agreementId, compiled, document, measures, former }: AgreementTerms,
  now: Instant,
): ComplianceChoices['agreements'][number] {
  const { agreement, parties } = compiled;
  const { timeZone } = parties.provider;
  return {
    agreementId,
    name: agreement.name,
    kind: agreement.kind,
    provider: parties.provider.name,
    customer: parties.customer.name,
    timeZone,
    today: localPartsOf(timeZone, now).date,
    reportEvery: document?.report?.every ?? null,
    hasCredits: (agreement.consequences?.credits.length ?? 0) > 0,
    measures: [...measures, ...former].map(({ measureId, name, target, hasGoal }) => ({
      id: measureId,
      name,
      target,
      hasGoal,
    })),
  };
}

/** By its id, what has gone meanwhile. */
function named(ids: readonly string[], choices: readonly Choice[]): readonly Choice[] {
  return ids.map((id) => ({ id, name: choices.find((one) => one.id === id)?.name ?? id }));
}

function byName(choices: readonly Choice[]): readonly Choice[] {
  return [...choices].sort((a, b) => a.name.localeCompare(b.name, 'en'));
}
