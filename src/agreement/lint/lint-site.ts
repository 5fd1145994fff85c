import type { Approval } from '../../contract/agreement';
import type { Agreement } from '../../engine/agreement';
import type { FieldFacts } from '../../engine/distinct-values';
import type { FieldId } from '../../engine/field-value';

/** What the linter knows of the project a document is for. Pure look-ups: the same answer every time. */
export interface LintSite {
  /** null = not known. */
  readonly projectId: string | null;
  /** Statuses of the project's own workflows; null = not known. */
  readonly workflowStatuses: readonly { readonly id: string; readonly name: string }[] | null;
  readonly approval: Approval;
  /** Versions in force or to come of all agreements of the project; those of the same id are not looked at. */
  readonly others: readonly Agreement[];
  /** As people see it; the id where it is not known. */
  readonly fieldName: (field: FieldId) => string;
  /** What an id of a field's value is called; null = not known. */
  readonly valueName: (field: FieldId, id: string) => string | null;
  readonly isMultiple: (field: FieldId) => boolean;
}

/** The statuses an issue can be in and its project are known beforehand. */
export function fieldFacts({ projectId, workflowStatuses, isMultiple }: LintSite): FieldFacts {
  return {
    isMultiple,
    valuesOf: (field) => {
      if (field === 'project' && projectId !== null) return [[{ id: projectId, text: null }]];
      if (field !== 'status' || workflowStatuses === null) return null;
      return workflowStatuses.map(({ id, name }) => [{ id, text: name }]);
    },
  };
}
