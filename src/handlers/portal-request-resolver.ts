import { makeResolver } from '@forge/resolver';
import type { PortalDefinitions } from '../contract/definitions';
import { exclusionFunctions } from './functions/exclusion-functions';
import { portalRequestFunctions } from './functions/portal-functions';

// A mapped type has the index signature that @forge/resolver asks for; an interface has none.
type Served = Pick<PortalDefinitions, 'readPortalRequest' | 'proposeExclusion' | 'decideExclusion'>;

/** The panel on a request in the portal. */
export const portalRequestResolver = makeResolver<Served>({
  ...portalRequestFunctions,
  ...exclusionFunctions('portal-request'),
});
