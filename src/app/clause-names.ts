import { agreementsOfProject } from '../storage/agreement-version';
import { agreedExclusions } from '../storage/exclusion';
import { exclusionsOf } from './exclusions-of';

/** The clause of the contract behind an exclusion of an agreement; its id where it is not known any more. */
export type ClauseNames = (agreementId: string, exclusionId: string) => string;

/** Of all exclusions of a project that were ever agreed: with the agreements, or beside them. */
export async function clauseNames(projectId: string): Promise<ClauseNames> {
  const [versions, beside] = await Promise.all([
    agreementsOfProject(projectId),
    agreedExclusions(projectId, null),
  ]);
  const all = [...exclusionsOf(versions), ...beside.map(({ exclusion }) => exclusion)];
  const names = new Map(all.map(({ agreementId, id, clause }) => [`${agreementId} ${id}`, clause]));
  return (agreementId, exclusionId) => names.get(`${agreementId} ${exclusionId}`) ?? exclusionId;
}
