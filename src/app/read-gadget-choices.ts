import type { Result } from '../contract';
import type { Choice } from '../contract/compliance';
import type { GadgetChoices } from '../contract/gadget';
import type { Instant } from '../engine/instant';
import { agreementsOfProject } from '../storage/agreement-version';
import { agreementsInForce } from './agreements-in-force';
import { browsedProjects, type BrowsedProject } from './browsed-projects';

/** What a gadget can be set to show: everything the person who asks may see in Jira. */
export async function readGadgetChoices(now: Instant): Promise<Result<GadgetChoices>> {
  const projects = await Promise.all((await browsedProjects()).map((one) => choicesOf(one, now)));
  const offered = projects.filter(({ agreements }) => agreements.length > 0);
  const measures = offered.flatMap(({ agreements }) => agreements.flatMap((one) => one.measures));
  return { ok: true, value: { projects: offered, comparable: sharedBy(measures) } };
}

async function choicesOf(
  { projectId, key, name }: BrowsedProject,
  now: Instant,
): Promise<GadgetChoices['projects'][number]> {
  const agreements = agreementsInForce(await agreementsOfProject(projectId), now).map(({ agreement }) => ({
    id: agreement.id,
    name: agreement.name,
    measures: agreement.measures.map(({ id, name: measureName }) => ({ id, name: measureName })),
  }));
  return { id: projectId, key, name, agreements };
}

/** Measures that more than one agreement has, by the name that comes first. */
function sharedBy(measures: readonly Choice[]): readonly Choice[] {
  const ids = measures.map(({ id }) => id);
  return measures.filter(({ id }, i) => ids.indexOf(id) === i && ids.lastIndexOf(id) !== i);
}
