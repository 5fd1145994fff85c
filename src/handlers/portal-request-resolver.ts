import { makeResolver } from '@forge/resolver';

/** The panel on a request in the portal. */
export const portalRequestResolver = makeResolver({});
