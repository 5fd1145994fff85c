import { holds } from '../permissions';
import { changeIssue } from '../write-issue';
import { countWrite, issueOf, mustHold, objectBody, type Call, type Route } from './call';
import { done, Refusal, type Reply } from './reply';

/** `accountId` null = nobody; `-1`, the project's default, is nobody here. */
function assign(call: Call): Reply {
  const { world, viewer } = call;
  const issue = issueOf(call);
  mustHold(
    call,
    'ASSIGN_ISSUES',
    issue,
    new Refusal(403, ['You do not have permission to assign issues in this project.']),
  );
  const field = world.catalog.get('assignee');
  const project = world.book.project(issue.projectId);
  if (!field || !project) throw new Refusal(404, ['The project of this issue is gone.']);
  const { accountId } = objectBody(call);
  const wanted = typeof accountId === 'string' && accountId !== '-1' ? accountId : null;
  if (wanted !== null) {
    const user = world.book.user(wanted);
    if (!user || user.active === false || !holds(world, wanted, 'ASSIGNABLE_USER', project)) {
      throw new Refusal(400, [], { assignee: `User '${wanted}' cannot be assigned issues.` });
    }
  }
  countWrite(call, issue);
  changeIssue(world, issue, new Map([[field, wanted]]), { at: call.now, by: viewer.accountId });
  return done;
}

export const assigneeRoutes: readonly Route[] = [
  { method: 'PUT', path: '/rest/api/3/issue/:id/assignee', scope: 'write:jira-work', handle: assign },
];
