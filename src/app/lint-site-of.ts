import type { LintSite } from '../agreement/lint/lint-site';
import { fieldKind } from '../jira/jql/field-kind';
import type { JiraNames, Named } from '../jira/jql/jira-names';

/** What the linter asks, answered from the names of the site; the rest is of the project. */
export function lintSiteOf(
  names: JiraNames,
  project: Pick<LintSite, 'projectId' | 'workflowStatuses' | 'approval' | 'others'>,
): LintSite {
  const fields = new Map(names.fields.map((field) => [field.id, field]));
  const listOf = (id: string): readonly Named[] | null => {
    const field = fields.get(id);
    switch (field && fieldKind(field)) {
      case 'status':
        return names.statuses;
      case 'priority':
        return names.priorities;
      case 'resolution':
        return names.resolutions;
      case 'issue-type':
        return names.issueTypes;
      case 'project':
        return names.projects;
      case 'request-type':
        return names.requestTypes;
      default:
        return null;
    }
  };
  return {
    ...project,
    fieldName: (id) => fields.get(id)?.name ?? id,
    valueName: (field, id) => listOf(field)?.find((one) => one.id === id)?.name ?? null,
    // A field nobody knows may hold anything.
    isMultiple: (id) => {
      const schema = fields.get(id)?.schema;
      return !schema || schema.type === 'array';
    },
  };
}
