import { makeResolver } from '@forge/resolver';
import { exclusionFunctions } from './functions/exclusion-functions';

/** The page behind the user menu of the portal. */
export const portalPageResolver = makeResolver({ ...exclusionFunctions('portal-page') });
