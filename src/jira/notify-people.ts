import { route } from '@forge/api';
import { callJira } from './jira-client';
import { ONCE } from './write-once';

export interface Recipients {
  readonly assignee: boolean;
  readonly reporter: boolean;
  readonly accountIds: readonly string[];
  readonly groupIds: readonly string[];
}

export interface Notice {
  readonly subject: string;
  readonly lines: readonly string[];
}

/**
 * Has Jira send a mail about an issue, as the app, to those of the recipients who may see it. Refused (`failed`)
 * where nobody is left. Throws `JiraError`.
 */
export async function notifyPeople(
  issueId: string,
  { assignee, reporter, accountIds, groupIds }: Recipients,
  { subject, lines }: Notice,
): Promise<void> {
  await callJira('POST', route`/rest/api/3/issue/${issueId}/notify`, {
    as: 'app',
    patience: ONCE,
    body: {
      subject: subject.slice(0, 250),
      textBody: lines.join('\n\n'),
      htmlBody: lines.map((line) => `<p>${escaped(line)}</p>`).join(''),
      to: {
        assignee,
        reporter,
        users: accountIds.map((accountId) => ({ accountId })),
        groupIds,
      },
      restrict: { permissions: [{ key: 'BROWSE' }] },
    },
  });
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
