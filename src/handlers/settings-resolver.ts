import { makeResolver } from '@forge/resolver';
import { checkFunctions } from './functions/check-functions';
import {
  exclusionFunctions,
  exclusionListFunctions,
  previewFunctions,
} from './functions/exclusion-functions';
import { whatIfFunctions } from './functions/what-if-functions';

/** The settings page of a project; every function asks Jira whether the caller administers it. */
export const settingsResolver = makeResolver({
  ...checkFunctions,
  ...whatIfFunctions,
  ...exclusionFunctions('project-settings'),
  ...previewFunctions('project-settings'),
  ...exclusionListFunctions('project-settings'),
});
