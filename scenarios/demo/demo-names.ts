import type { Names } from '../../src/agreement/names';
import type { Actor } from '../../src/engine/issue-history';
import { fieldIdOf } from '../../src/jira/jql/find-field';
import { builtInNames, type FieldSchema, type JiraNames } from '../../src/jira/jql/jira-names';
import { predicateFromJql } from '../../src/jira/jql/predicate-from-jql';
import type { TicketSite } from '../ticket-history';
import type { DemoField, DemoSite } from './site';

const schemas: Readonly<Record<DemoField['kind'], FieldSchema>> = {
  'request-type': { type: 'sd-customerrequesttype', custom: 'com.atlassian.servicedesk:vp-origin' },
  organizations: {
    type: 'array',
    items: 'sd-customerorganization',
    custom: 'com.atlassian.servicedesk:sd-customer-organizations',
  },
  select: { type: 'option', custom: 'com.atlassian.jira.plugin.system.customfieldtypes:select' },
  satisfaction: { type: 'sd-feedback', custom: 'com.atlassian.servicedesk:sd-request-feedback' },
  text: { type: 'string', custom: 'com.atlassian.jira.plugin.system.customfieldtypes:textfield' },
};

function jiraNames(site: DemoSite): JiraNames {
  const custom = site.fields.map(({ id, name, kind }) => ({
    id,
    name,
    clauseNames: [`cf[${id.slice('customfield_'.length)}]`, name],
    schema: schemas[kind],
  }));
  const known = new Set(custom.map(({ name }) => name));
  return {
    fields: [...builtInNames.fields.filter(({ name }) => !known.has(name)), ...custom],
    statuses: site.projects.flatMap(({ statuses }) => statuses),
    priorities: site.priorities,
    projects: site.projects,
    issueTypes: site.projects.flatMap(({ issueTypes }) => issueTypes),
    resolutions: site.resolutions,
    requestTypes: site.projects.flatMap(({ requestTypes }) => requestTypes),
  };
}

/** What an agreement may name on the demo's site. */
export function demoNames(site: DemoSite): Names {
  const names = jiraNames(site);
  return { parseJql: (jql) => predicateFromJql(jql, names), fieldId: (name) => fieldIdOf(name, names) };
}

/** Who and what the demo's tickets name, for reading their histories without a Jira. */
export function demoTicketSite(site: DemoSite): TicketSite {
  const names = jiraNames(site);
  const lists: Readonly<Record<string, readonly { readonly id: string; readonly name: string }[]>> = {
    status: names.statuses ?? [],
    priority: names.priorities ?? [],
    resolution: names.resolutions ?? [],
    issuetype: names.issueTypes ?? [],
    components: site.projects.flatMap(({ components }) => components),
    'Request Type': names.requestTypes ?? [],
    Organizations: site.organizations,
  };
  const sides = { atlassian: 'provider', customer: 'customer', app: 'automation' } as const;
  return {
    actor: (accountId): Actor => {
      const user = site.users.find((each) => each.accountId === accountId);
      if (user === undefined) throw new Error(`nobody has the account ${accountId}`);
      return { accountId, name: user.displayName, side: sides[user.accountType] };
    },
    idOf: (field, text) => lists[field]?.find(({ name }) => name === text)?.id ?? null,
    fieldId: (name) => fieldIdOf(name, names) ?? name,
  };
}
