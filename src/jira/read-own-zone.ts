import { route } from '@forge/api';
import { callJira } from './jira-client';
import { isObject } from './raw-issue';

/** IANA zone in the profile of the person who asks; UTC where there is none. */
export async function readOwnZone(): Promise<string> {
  const person = await callJira('GET', route`/rest/api/3/myself`, { as: 'user' });
  const timeZone = isObject(person) ? person['timeZone'] : undefined;
  return typeof timeZone === 'string' ? timeZone : 'UTC';
}
