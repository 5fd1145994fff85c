import { makeResolver } from '@forge/resolver';

/** The page behind the user menu of the portal. */
export const portalPageResolver = makeResolver({});
