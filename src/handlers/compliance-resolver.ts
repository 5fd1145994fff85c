import { makeResolver } from '@forge/resolver';
import type { ComplianceDefinitions } from '../contract/definitions';
import { complianceFunctions } from './functions/compliance-functions';
import { creditFunctions } from './functions/credit-functions';
import { projectReportFunctions } from './functions/report-functions';

/** What it serves: all that the screens may call. */
export const functions = {
  ...complianceFunctions,
  ...creditFunctions,
  ...projectReportFunctions,
};

/** The compliance page of a project, for all who may browse the project in Jira. */
export const complianceResolver =
  makeResolver<Pick<ComplianceDefinitions, keyof typeof functions>>(functions);
