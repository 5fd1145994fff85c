import { changeItems } from './change-items';
import type { FieldInfo } from './field-catalog';
import { readField } from './read-field';
import type { SiteProject } from './site-data';
import type { ChangeItem, StoredIssue, StoredValue } from './stored-issue';
import { projectOf, type World } from './world';
import { recordChange, type Act } from './write-issue';

/**
 * Moves an issue to another project in one history: `Key` (Jira gives it no `fieldId`), `project`, then what
 * has to change there. Choices that the new project does not know are cleared.
 */
export function moveIssue(
  world: World,
  issue: StoredIssue,
  target: SiteProject,
  wanted: { issueType?: string; status?: string },
  act: Act,
): void {
  const source = projectOf(world, issue);
  if (source.id === target.id) throw new Error(`${issue.key} is in ${target.key} already.`);
  const values = new Map<FieldInfo, StoredValue>();
  const items: ChangeItem[] = [];
  const change = (field: FieldInfo | undefined, value: StoredValue): void => {
    if (!field) return;
    // Names are looked up where the old value is known; the new one may be known only there.
    const [left] = changeItems(field, issue.fields[field.id] ?? null, value, world.book, source);
    const [entered] = changeItems(field, issue.fields[field.id] ?? null, value, world.book, target);
    if (!left || !entered) return;
    values.set(field, value);
    items.push({ ...left, to: entered.to, toString: entered.toString });
  };
  const place = { book: world.book, project: target };
  for (const [id, name] of [
    ['issuetype', wanted.issueType],
    ['status', wanted.status],
  ] as const) {
    const field = world.catalog.get(id);
    if (!field) continue;
    const known = (id === 'issuetype' ? target.issueTypes : target.statuses).some(
      (one) => one.id === issue.fields[id],
    );
    const fallback = id === 'issuetype' ? (target.issueTypes[0]?.id ?? null) : target.workflow.initial;
    change(
      field,
      name === undefined ? (known ? (issue.fields[id] ?? null) : fallback) : readField(field, name, place),
    );
  }
  change(world.catalog.ofKind('request-type'), null);
  change(world.catalog.get('security'), null);
  const components = world.catalog.get('components');
  if (components) {
    items.push(...changeItems(components, issue.fields.components ?? [], [], world.book, source));
    values.set(components, []);
  }
  const oldKey = issue.key;
  const key = `${target.key}-${world.store.nextNumber(target.id)}`;
  world.store.rekey(issue, key);
  issue.projectId = target.id;
  const moved: readonly ChangeItem[] = [
    { field: 'Key', fieldtype: 'jira', from: null, fromString: oldKey, to: null, toString: key },
    {
      field: 'project',
      fieldtype: 'jira',
      fieldId: 'project',
      from: source.id,
      fromString: source.name,
      to: target.id,
      toString: target.name,
    },
  ];
  recordChange(world, issue, values, [...moved, ...items], act);
}
