import { makeResolver } from '@forge/resolver';

/** The settings page of a project; every function asks Jira whether the caller administers it. */
export const settingsResolver = makeResolver({});
