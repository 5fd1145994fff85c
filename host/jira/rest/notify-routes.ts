import { maySeeRequest } from '../permissions';
import { issueOf, objectBody, type Call, type Route } from './call';
import { done, Refusal, type Reply } from './reply';

interface Recipients {
  readonly reporter?: boolean;
  readonly assignee?: boolean;
  readonly users?: readonly { readonly accountId?: string }[];
}

/** The caller never gets its own mail, nor does anybody who may not see the issue. */
function notify(call: Call): Reply {
  const { world, viewer } = call;
  const issue = issueOf(call);
  const { to, subject, textBody, htmlBody } = objectBody(call);
  const wanted = (to ?? {}) as Recipients;
  const ids = [
    wanted.reporter ? issue.fields.reporter : null,
    wanted.assignee ? issue.fields.assignee : null,
    ...(wanted.users ?? []).map((user) => user.accountId ?? null),
  ];
  const known = [...new Set(ids)].filter(
    (id): id is string => typeof id === 'string' && id !== viewer.accountId,
  );
  const recipients = known.filter((id) => {
    const user = world.book.user(id);
    return (
      user !== undefined &&
      user.active !== false &&
      user.accountType !== 'app' &&
      maySeeRequest(world, id, issue)
    );
  });
  if (recipients.length === 0) throw new Refusal(400, ['No recipients were defined for notification.']);
  const text = (given: unknown): string => (typeof given === 'string' ? given : '');
  world.mailbox.push({
    at: call.now,
    issueKey: issue.key,
    to: recipients,
    subject: text(subject) || `${issue.key}: ${String(issue.fields.summary ?? '')}`,
    textBody: text(textBody),
    htmlBody: text(htmlBody),
  });
  return done;
}

export const notifyRoutes: readonly Route[] = [
  { method: 'POST', path: '/rest/api/3/issue/:id/notify', scope: 'write:jira-work', handle: notify },
];
