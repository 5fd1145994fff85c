import { makeResolver } from '@forge/resolver';

/** The project page: reading and signing agreements, for those who may browse the project in Jira. */
export const projectPageResolver = makeResolver({});
