import { makeResolver } from '@forge/resolver';
import type { SettingsDefinitions } from '../contract/definitions';
import { agreementFunctions } from './functions/agreement-functions';
import { checkFunctions } from './functions/check-functions';
import {
  exclusionFunctions,
  exclusionListFunctions,
  previewFunctions,
} from './functions/exclusion-functions';
import { readingFunctions } from './functions/reading-functions';
import { signingAgreementFunctions } from './functions/signing-agreement-functions';
import { whatIfFunctions } from './functions/what-if-functions';

/** What it serves: all that the screens may call. */
export const functions = {
  ...readingFunctions,
  ...agreementFunctions,
  ...checkFunctions,
  ...signingAgreementFunctions('project-settings'),
  ...exclusionFunctions('project-settings'),
  ...exclusionListFunctions('project-settings'),
  ...previewFunctions('project-settings'),
  ...whatIfFunctions,
};

/** The settings page of a project; every function asks Jira whether the caller administers it. */
export const settingsResolver = makeResolver<Pick<SettingsDefinitions, keyof SettingsDefinitions>>(functions);
