import { ANOTHER_VALUE } from '../../engine/distinct-values';
import type { FieldId, FieldItem, FieldValue } from '../../engine/field-value';
import type { SampleState } from '../../engine/sample-states';
import type { LintSite } from './lint-site';

/**
 * A state as people would describe the ticket: `A ticket with priority “High” and no resolution`.
 */
export function ticketInWords(state: SampleState, site: LintSite): string {
  const parts = Object.entries(state)
    // Every ticket is of this project.
    .filter(([field]) => field !== 'project')
    .map(([field, value]) => partInWords(field, value, site));
  if (parts.length === 0) return 'Any ticket';
  const last = parts.pop() as string;
  return `A ticket with ${parts.length === 0 ? last : `${parts.join(', ')} and ${last}`}`;
}

function partInWords(field: FieldId, value: FieldValue, site: LintSite): string {
  const name = site.fieldName(field).toLowerCase();
  if (value.length === 0) return `no ${name}`;
  if (value.every(isAnother)) return `another ${name}`;
  const values = value
    .filter((item) => !isAnother(item))
    .map((item) => `“${itemInWords(field, item, site)}”`);
  return `${name} ${values.join(' and ')}`;
}

function isAnother({ id, text }: FieldItem): boolean {
  return id === null && text !== null && text.trimEnd() === ANOTHER_VALUE;
}

function itemInWords(field: FieldId, { id, text }: FieldItem, site: LintSite): string {
  return (id === null ? null : site.valueName(field, id)) ?? text ?? id ?? '';
}
