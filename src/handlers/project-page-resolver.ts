import { makeResolver } from '@forge/resolver';
import type { ComplianceDefinitions, ReadingDefinitions } from '../contract/definitions';
import { compliancePageFunctions } from './functions/compliance-page-functions';
import {
  exclusionFunctions,
  exclusionListFunctions,
  previewFunctions,
} from './functions/exclusion-functions';
import { readingFunctions } from './functions/reading-functions';
import { signingAgreementFunctions } from './functions/signing-agreement-functions';

/** What it serves: all that the screens may call. */
export const functions = {
  ...readingFunctions,
  ...signingAgreementFunctions('project-page'),
  ...exclusionFunctions('project-page'),
  ...exclusionListFunctions('project-page'),
  ...previewFunctions('project-page'),
  ...compliancePageFunctions,
};

type Served = Pick<ReadingDefinitions, keyof ReadingDefinitions> &
  Pick<ComplianceDefinitions, keyof typeof compliancePageFunctions>;

/**
 * The project page: agreements to read and sign, and how they were kept, for those who may browse the project
 * in Jira.
 */
export const projectPageResolver = makeResolver<Served>(functions);
