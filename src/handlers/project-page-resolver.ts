import { makeResolver } from '@forge/resolver';
import {
  exclusionFunctions,
  exclusionListFunctions,
  previewFunctions,
} from './functions/exclusion-functions';

/** The project page: reading and signing agreements, for those who may browse the project in Jira. */
export const projectPageResolver = makeResolver({
  ...exclusionFunctions('project-page'),
  ...previewFunctions('project-page'),
  ...exclusionListFunctions('project-page'),
});
