import { isAdf } from '../adf';
import { openTransitions, withResolution } from '../workflow';
import { addComment } from '../write-comment';
import { changeIssue } from '../write-issue';
import { countWrite, issueOf, mustHold, objectBody, type Call, type Route } from './call';
import { renderTransition } from './render-transition';
import { done, ok, Refusal, type Reply } from './reply';
import { readValues } from './rest-values';
import { holds } from '../permissions';

function list(call: Call): Reply {
  const { world, viewer } = call;
  const issue = issueOf(call);
  const may = holds(
    world,
    viewer.accountId,
    'TRANSITION_ISSUES',
    world.book.project(issue.projectId) ?? null,
  );
  const transitions = may ? openTransitions(world, issue).map((one) => renderTransition(world, one)) : [];
  return ok({ expand: 'transitions', transitions });
}

function go(call: Call): Reply {
  const { world, viewer } = call;
  const issue = issueOf(call);
  const body = objectBody(call);
  const id = (body.transition as { id?: unknown } | undefined)?.id;
  if (id === undefined) throw new Refusal(400, ["Missing 'transition' identifier"]);
  mustHold(
    call,
    'TRANSITION_ISSUES',
    issue,
    new Refusal(400, [
      'It seems that you have tried to perform an operation which you are not permitted to perform.',
    ]),
  );
  const transition = openTransitions(world, issue).find((one) => one.id === String(id));
  if (!transition) throw new Refusal(400, [`Transition id '${String(id)}' is not valid for this issue.`]);
  const project = world.book.project(issue.projectId);
  const status = world.catalog.get('status');
  if (!project || !status) throw new Refusal(404, ['The project of this issue is gone.']);
  const values = readValues(world, project, body, issue, true);
  const comment = readComment(body);
  countWrite(call, issue);
  const act = { at: call.now, by: viewer.accountId };
  changeIssue(world, issue, withResolution(world, issue, values.set(status, transition.to), transition), act);
  if (comment) addComment(world, issue, comment, act);
  return done;
}

/** `update.comment[0].add`. */
function readComment(body: Readonly<Record<string, unknown>>): Parameters<typeof addComment>[2] | null {
  const update = body.update as { comment?: readonly { add?: Record<string, unknown> }[] } | undefined;
  const add = update?.comment?.[0]?.add;
  if (!add) return null;
  if (!isAdf(add.body)) {
    throw new Refusal(400, [], {
      comment: 'Operation value must be an Atlassian Document (see the Atlassian Document Format)',
    });
  }
  const properties = (add.properties ?? []) as readonly { key: string; value: { internal?: boolean } }[];
  const internal = properties.find((one) => one.key === 'sd.public.comment')?.value.internal === true;
  return { body: add.body, internal };
}

const path = '/rest/api/3/issue/:id/transitions';

export const transitionRoutes: readonly Route[] = [
  { method: 'GET', path, scope: 'read:jira-work', handle: list },
  { method: 'POST', path, scope: 'write:jira-work', handle: go },
];
