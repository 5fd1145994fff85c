import { isInLevel } from '../issue-security';
import { holds, maySeeProject } from '../permissions';
import type { SiteProject } from '../site-data';
import { changeIssue, insertIssue, removeIssue, type Values } from '../write-issue';
import { countWrite, issueOf, listParam, mustHold, objectBody, type Call, type Route } from './call';
import { renderIssue } from './issue-bean';
import { done, ok, Refusal, type Reply } from './reply';
import { readValues } from './rest-values';

function getIssue(call: Call): Reply {
  const issue = issueOf(call);
  const fields = listParam(call, 'fields');
  const bean = renderIssue(call.world, issue, {
    zone: call.zone,
    fields: fields.length === 0 ? ['*all'] : fields.filter((name) => name !== 'id'),
    properties: listParam(call, 'properties'),
    expand: listParam(call, 'expand'),
    historyCap: 100,
    commentCap: 5000,
  });
  return ok(bean, { objects: 1 });
}

/** Throws Jira's refusal when a level is set by who may not, or one they are not in. */
function mayKeepTo(call: Call, project: SiteProject, values: Values): void {
  const { world, viewer } = call;
  const field = world.catalog.get('security');
  const wanted = field ? values.get(field) : undefined;
  if (wanted === undefined) return;
  const level = project.securityLevels?.find(({ id }) => id === wanted);
  const open = level === undefined || isInLevel(project, viewer.accountId, level);
  const isApp = viewer.accountId === world.book.appAccountId;
  if (isApp || (open && holds(world, viewer.accountId, 'SET_ISSUE_SECURITY', project))) return;
  throw new Refusal(400, [], { security: 'You do not have permission to set this security level.' });
}

function createIssue(call: Call): Reply {
  const { world, viewer } = call;
  const body = objectBody(call);
  const fields = (body.fields ?? {}) as Record<string, unknown>;
  const ref = (fields.project ?? {}) as Record<string, unknown>;
  const project = world.book.project(String(ref.id ?? ref.key ?? ''));
  if (!project || !maySeeProject(world, viewer.accountId, project)) {
    throw new Refusal(400, [], { project: 'valid project is required' });
  }
  if (!holds(world, viewer.accountId, 'CREATE_ISSUES', project)) {
    throw new Refusal(400, [], { project: 'You do not have permission to create issues in this project.' });
  }
  const errors: Record<string, string> = {};
  if (fields.issuetype === undefined) errors.issuetype = 'Specify an issue type';
  if (fields.summary === undefined) errors.summary = 'You must specify a summary of the issue.';
  if (Object.keys(errors).length > 0) throw new Refusal(400, [], errors);
  const values = readValues(world, project, body, null);
  mayKeepTo(call, project, values);
  const reporter = world.catalog.get('reporter');
  if (reporter && !values.has(reporter)) values.set(reporter, viewer.accountId);
  const issue = insertIssue(world, project, values, { at: call.now, by: viewer.accountId });
  const properties = (body.properties ?? []) as readonly { key: string; value: unknown }[];
  issue.properties = Object.fromEntries(properties.map(({ key, value }) => [key, value]));
  world.index.note(issue);
  return {
    status: 201,
    body: {
      id: String(issue.id),
      key: issue.key,
      self: `${world.book.restBase}/rest/api/3/issue/${issue.id}`,
    },
  };
}

function editIssue(call: Call): Reply {
  const { world, viewer } = call;
  const issue = issueOf(call);
  mustHold(
    call,
    'EDIT_ISSUES',
    issue,
    new Refusal(403, ['You do not have permission to edit issues in this project.']),
  );
  const project = world.book.project(issue.projectId);
  if (!project) throw new Refusal(404, ['The project of this issue is gone.']);
  const values = readValues(world, project, objectBody(call), issue);
  mayKeepTo(call, project, values);
  countWrite(call, issue);
  changeIssue(world, issue, values, { at: call.now, by: viewer.accountId });
  return done;
}

function deleteIssue(call: Call): Reply {
  const issue = issueOf(call);
  mustHold(
    call,
    'DELETE_ISSUES',
    issue,
    new Refusal(403, ['You do not have permission to delete issues in this project.']),
  );
  countWrite(call, issue);
  removeIssue(call.world, issue, { at: call.now, by: call.viewer.accountId });
  return done;
}

export const issueRoutes: readonly Route[] = [
  { method: 'GET', path: '/rest/api/3/issue/:id', scope: 'read:jira-work', handle: getIssue },
  { method: 'POST', path: '/rest/api/3/issue', scope: 'write:jira-work', handle: createIssue },
  { method: 'PUT', path: '/rest/api/3/issue/:id', scope: 'write:jira-work', handle: editIssue },
  { method: 'DELETE', path: '/rest/api/3/issue/:id', scope: 'write:jira-work', handle: deleteIssue },
];
