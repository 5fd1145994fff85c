import type { Result } from '../contract';
import type { ComplianceQuery } from '../contract/compliance';
import type { GadgetConfiguration, GadgetKind, GadgetView } from '../contract/gadget';
import type { Instant } from '../engine/instant';
import { localPartsOf } from '../engine/time-zone';
import { readOwnZone } from '../jira/read-own-zone';
import { compareProviders } from './compare-providers';
import { gadgetDays, type GadgetPeriod } from './gadget-days';
import { atRiskOf } from './list-at-risk';
import { complianceOf } from './read-compliance';
import { invalid } from './refuse';
import { reportedProject, type ReportedProject } from './reported-project';

const DEFAULT_PERIOD: GadgetPeriod = '30d';

/** What a gadget has room for; the compliance page has the others. */
const TICKETS = 10;

/**
 * What a gadget shows, counted as the compliance page counts it. The configuration is kept with the dashboard,
 * which others may read and write: whether the person who asks may see what it names, Jira is asked.
 */
export async function readGadget(
  kind: GadgetKind,
  configuration: GadgetConfiguration,
  now: Instant,
): Promise<Result<GadgetView>> {
  if (kind === 'providers') return comparisonGadget(configuration, now);
  const { projectId, agreementId, measureId, grain = 'week', period = DEFAULT_PERIOD } = configuration;
  if (projectId === undefined) return invalid('Choose the project that the gadget is about.');
  const found = await reportedProject(projectId, agreementId, now);
  if (!found.ok) return found;
  const project = found.value;
  const query: ComplianceQuery = {
    ...gadgetDays(period, localPartsOf(zoneOf(project), now).date),
    ...(agreementId === undefined ? {} : { agreementId }),
    ...(measureId === undefined ? {} : { measureId }),
  };
  const shown = { asOf: now, title: titleOf(project, query), projectKey: project.projectKey, query };
  if (kind === 'at-risk')
    return { ok: true, value: { ...shown, kind, page: await atRiskOf(project, query, null, TICKETS, now) } };
  const { measures } = await complianceOf(project, { query, grain }, now);
  return { ok: true, value: { ...shown, kind, measures, grain } };
}

/** It spans projects: its days end today where the person who asks is. */
async function comparisonGadget(
  { measureId, period = DEFAULT_PERIOD }: GadgetConfiguration,
  now: Instant,
): Promise<Result<GadgetView>> {
  const days = gadgetDays(period, localPartsOf(await readOwnZone(), now).date);
  const compared = await compareProviders(null, measureId === undefined ? days : { ...days, measureId }, now);
  if (!compared.ok) return compared;
  const comparison = compared.value;
  const title = comparison.measureName === '' ? 'Providers' : comparison.measureName;
  return {
    ok: true,
    value: { kind: 'providers', asOf: now, title, projectKey: null, query: days, comparison },
  };
}

/** Days are told by the provider's clock: of the agreement chosen, else of the first. */
function zoneOf({ agreements }: ReportedProject): string {
  return agreements[0]?.compiled.parties.provider.timeZone ?? 'UTC';
}

function titleOf({ projectName, agreements }: ReportedProject, query: ComplianceQuery): string {
  const agreement = query.agreementId === undefined ? undefined : agreements[0]?.compiled.agreement.name;
  const measure =
    query.measureId === undefined
      ? undefined
      : agreements.flatMap(({ measures }) => measures).find((one) => one.measureId === query.measureId)?.name;
  return [agreement ?? projectName, measure].filter((part) => part !== undefined).join(': ');
}
