import type { LintSite } from '../src/agreement/lint/lint-site';
import type { Names } from '../src/agreement/names';
import { lintSiteOf } from '../src/app/lint-site-of';
import { fieldIdOf } from '../src/jira/jql/find-field';
import { builtInNames, type JiraNames, type StatusCategory } from '../src/jira/jql/jira-names';
import { predicateFromJql } from '../src/jira/jql/predicate-from-jql';

const status = (id: string, name: string, category: StatusCategory) => ({ id, name, category });
const named = (first: number, ...all: readonly string[]) =>
  all.map((name, index) => ({ id: String(first + index), name }));

const WORKFLOW = [
  status('1', 'Waiting for support', 'new'),
  status('3', 'In progress', 'indeterminate'),
  status('4', 'Waiting for customer', 'indeterminate'),
  status('5', 'Pending', 'indeterminate'),
  status('6', 'Resolved', 'done'),
];

const names: JiraNames = {
  fields: [
    ...builtInNames.fields,
    {
      id: 'customfield_10060',
      name: 'Region',
      clauseNames: ['cf[10060]', 'Region'],
      schema: { type: 'option', custom: 'com.atlassian.jira.plugin.system.customfieldtypes:select' },
    },
    {
      id: 'customfield_10061',
      name: 'Affected users',
      clauseNames: ['cf[10061]', 'Affected users'],
      schema: { type: 'number', custom: 'com.atlassian.jira.plugin.system.customfieldtypes:float' },
    },
  ],
  statuses: [...WORKFLOW, status('7', 'Ready for test', 'indeterminate'), status('8', 'Shipped', 'done')],
  priorities: named(1, 'Highest', 'High', 'Medium', 'Low'),
  resolutions: named(1, 'Done', 'Duplicate'),
  projects: [
    { id: '10000', key: 'ITS', name: 'IT support' },
    { id: '10001', key: 'DEV', name: 'Development' },
  ],
  issueTypes: named(11, 'Incident', 'Service request'),
  requestTypes: named(71, 'Report a fault', 'Ask a question'),
};

/** A service desk as Jira describes it, for what needs more than text: ids, workflows, several projects. */
export const deskNames: Names = {
  parseJql: (jql) => predicateFromJql(jql, names),
  fieldId: (name) => fieldIdOf(name, names),
};

/** The same, as the linter asks for it. */
export const deskSite: LintSite = lintSiteOf(names, {
  projectId: '10000',
  workflowStatuses: WORKFLOW,
  approval: 'both',
  others: [],
});
