import { makeResolver } from '@forge/resolver';
import type { PortalDefinitions, ServiceReportDefinitions } from '../contract/definitions';
import { exclusionFunctions } from './functions/exclusion-functions';
import { portalPageFunctions } from './functions/portal-functions';
import { portalReportFunctions } from './functions/report-functions';
import { signingAgreementFunctions } from './functions/signing-agreement-functions';

/** What it serves: all that the screens may call. */
export const functions = {
  ...portalPageFunctions,
  ...portalReportFunctions,
  ...signingAgreementFunctions('portal-page'),
  ...exclusionFunctions('portal-page'),
};

/** The page behind the user menu of the portal. */
export const portalPageResolver = makeResolver<
  Omit<PortalDefinitions, 'readPortalRequest'> &
    Pick<ServiceReportDefinitions, keyof ServiceReportDefinitions>
>(functions);
