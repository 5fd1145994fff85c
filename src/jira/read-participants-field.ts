import { route } from '@forge/api';
import type { FieldId } from '../engine/field-value';
import { isObject } from './raw-issue';
import { PARTICIPANTS } from './read-issue';
import { readList } from './read-pages';

/** The site's field of request participants, who are on the customer's side; null = it has none. */
export async function readParticipantsField(): Promise<FieldId | null> {
  const fields = await readList(route`/rest/api/3/field`, { as: 'app' });
  const field = fields.find(({ schema }) => isObject(schema) && schema['custom'] === PARTICIPANTS);
  return field ? String(field['id']) : null;
}
