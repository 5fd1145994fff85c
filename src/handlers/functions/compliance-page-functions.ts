import { complianceFunctions } from './compliance-functions';
import { creditFunctions } from './credit-functions';
import { escalationFunctions } from './escalation-functions';
import { providerFunctions } from './provider-functions';
import { projectReportFunctions } from './report-functions';
import { rollupFunctions } from './rollup-functions';

/** All that the compliance page may call. */
export const compliancePageFunctions = {
  ...complianceFunctions,
  ...creditFunctions,
  ...escalationFunctions,
  ...providerFunctions,
  ...projectReportFunctions,
  ...rollupFunctions,
};
