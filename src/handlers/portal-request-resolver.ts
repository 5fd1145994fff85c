import { makeResolver } from '@forge/resolver';
import type { PortalDefinitions } from '../contract/definitions';
import { exclusionFunctions } from './functions/exclusion-functions';
import { portalRequestFunctions } from './functions/portal-functions';
import { signingAgreementFunctions } from './functions/signing-agreement-functions';

/** What it serves: all that the screens may call. */
export const functions = {
  ...portalRequestFunctions,
  ...signingAgreementFunctions('portal-request'),
  ...exclusionFunctions('portal-request'),
};

/** The panel on a request in the portal. */
export const portalRequestResolver =
  makeResolver<Omit<PortalDefinitions, 'readMyAgreements' | 'readPortalAgreement'>>(functions);
