import { route } from '@forge/api';
import { callJira, type JiraCall } from './jira-client';

/** Jira refuses longer values. */
const LONGEST_VALUE = 32_768;

/**
 * Writes a property of an issue, as the app. Costs one of the 20 writes Jira allows per issue in 2 s: call it
 * only when the value has changed. Throws `JiraError`, `RangeError` for a value that is too long.
 */
export async function writeIssueProperty(
  issueId: string,
  key: string,
  value: unknown,
  options: Pick<JiraCall, 'patience'> = {},
): Promise<void> {
  const { length } = JSON.stringify(value);
  if (length > LONGEST_VALUE) {
    throw new RangeError(
      `The property ${key} of issue ${issueId} has ${length} characters, ${LONGEST_VALUE} fit`,
    );
  }
  await callJira('PUT', route`/rest/api/3/issue/${issueId}/properties/${key}`, {
    ...options,
    as: 'app',
    body: value,
  });
}
