import type { Names } from '../src/agreement/names';
import { fieldIdOf } from '../src/jira/jql/find-field';
import { builtInNames, type JiraNames } from '../src/jira/jql/jira-names';
import { predicateFromJql } from '../src/jira/jql/predicate-from-jql';

const names: JiraNames = {
  ...builtInNames,
  fields: [
    ...builtInNames.fields,
    {
      id: 'customfield_10060',
      name: 'Region',
      clauseNames: ['cf[10060]', 'Region'],
      schema: { type: 'option', custom: 'com.atlassian.jira.plugin.system.customfieldtypes:select' },
    },
  ],
};

/** The site of all scenarios: system fields and a Region, values as free text. */
export const scenarioNames: Names = {
  parseJql: (jql) => predicateFromJql(jql, names),
  fieldId: (name) => fieldIdOf(name, names),
};
