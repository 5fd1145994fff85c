import { makeResolver } from '@forge/resolver';
import type { ReadingDefinitions } from '../contract/definitions';
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
};

/** The project page: reading and signing agreements, for those who may browse the project in Jira. */
export const projectPageResolver =
  makeResolver<Pick<ReadingDefinitions, keyof ReadingDefinitions>>(functions);
