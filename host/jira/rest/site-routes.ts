import { isInLevel } from '../issue-security';
import { holds, maySeeProject } from '../permissions';
import {
  renderIssueType,
  renderPriority,
  renderProjectRef,
  renderResolution,
  renderSecurityLevel,
  renderStatus,
} from '../render-field';
import { renderUser } from '../render-user';
import type { SiteProject } from '../site-data';
import { listParam, pageNumber, projectOfPath, type Call, type Route } from './call';
import { ok, type Reply } from './reply';

/** `PageBean` over a whole list. */
function page(call: Call, path: string, all: readonly unknown[], cap: number): Reply {
  const startAt = pageNumber(call, 'startAt', 0);
  const maxResults = pageNumber(call, 'maxResults', 50, cap);
  const values = all.slice(startAt, startAt + maxResults);
  const self = `${call.world.book.restBase}/rest/api/3/${path}?maxResults=${maxResults}&startAt=`;
  const isLast = startAt + values.length >= all.length;
  return ok(
    {
      self: `${self}${startAt}`,
      ...(isLast ? {} : { nextPage: `${self}${startAt + maxResults}` }),
      maxResults,
      startAt,
      total: all.length,
      isLast,
      values,
    },
    { objects: values.length },
  );
}

function priorities(call: Call): readonly Record<string, unknown>[] {
  return call.world.book.priorities.map((priority) => ({
    ...renderPriority(call.world.book, priority),
    description: priority.description ?? '',
    statusColor: priority.statusColor ?? '#8993a4',
  }));
}

function resolutions(call: Call): readonly Record<string, unknown>[] {
  return call.world.book.resolutions.map((one) => renderResolution(call.world.book, one));
}

function resolutionPage(call: Call): Reply {
  const all = resolutions(call).map((one) => ({ ...one, default: false }));
  return page(call, 'resolution/search', all, 100);
}

function priorityPage(call: Call): Reply {
  return page(
    call,
    'priority/search',
    priorities(call).map((one) => ({ ...one, isDefault: one.name === 'Medium' })),
    100,
  );
}

/** `Project`. */
function renderProject(call: Call, project: SiteProject): Record<string, unknown> {
  const { book } = call.world;
  const lead = project.leadAccountId ?? project.roles.admin[0];
  return {
    expand: 'description,lead,issueTypes,url,projectKeys,permissions,insight',
    ...renderProjectRef(book, project),
    description: project.description ?? '',
    ...(lead === undefined ? {} : { lead: renderUser(book, lead) }),
    components: project.components.map((one) => ({
      self: `${book.restBase}/rest/api/3/component/${one.id}`,
      id: one.id,
      name: one.name,
      isAssigneeTypeValid: false,
    })),
    issueTypes: project.issueTypes.map((type) => renderIssueType(book, project, type.id)),
    assigneeType: 'UNASSIGNED',
    versions: [],
    roles: {},
    style: 'classic',
    isPrivate: false,
    properties: {},
  };
}

function projectPage(call: Call): Reply {
  const { world, viewer, query } = call;
  const types = listParam(call, 'typeKey');
  const keys = listParam(call, 'keys');
  const ids = listParam(call, 'id');
  const text = query.get('query')?.toLowerCase() ?? '';
  const projects = world.book
    .projects()
    .filter((project) => maySeeProject(world, viewer.accountId, project))
    .filter((project) => types.length === 0 || types.includes(project.type))
    .filter((project) => keys.length === 0 || keys.includes(project.key))
    .filter((project) => ids.length === 0 || ids.includes(project.id))
    .filter((project) => `${project.key}\n${project.name}`.toLowerCase().includes(text))
    .sort((a, b) => (a.key < b.key ? -1 : 1));
  return page(
    call,
    'project/search',
    projects.map((project) => renderProject(call, project)),
    100,
  );
}

function projectStatuses(call: Call): Reply {
  const { book } = call.world;
  const project = projectOfPath(call);
  const statuses = project.statuses.map((status) => renderStatus(book, status));
  return ok(
    project.issueTypes.map((type) => ({
      self: `${book.restBase}/rest/api/3/issuetype/${type.id}`,
      id: type.id,
      name: type.name,
      subtask: type.subtask ?? false,
      statuses,
    })),
    { objects: project.issueTypes.length },
  );
}

/** The levels the viewer is in; none for who may not set one, as Jira does. */
function securityLevels(call: Call): Reply {
  const { world, viewer } = call;
  const project = projectOfPath(call);
  const maySet = holds(world, viewer.accountId, 'SET_ISSUE_SECURITY', project);
  const levels = (project.securityLevels ?? []).filter(
    (level) =>
      maySet && (viewer.accountId === world.book.appAccountId || isInLevel(project, viewer.accountId, level)),
  );
  return ok(
    { levels: levels.map((level) => renderSecurityLevel(world.book, level)) },
    { objects: levels.length },
  );
}

const scope = 'read:jira-work';
const read = (path: string, handle: (call: Call) => Reply): Route => ({ method: 'GET', path, scope, handle });

export const siteRoutes: readonly Route[] = [
  read('/rest/api/3/field', ({ world }) =>
    ok(world.catalog.details, { objects: world.catalog.details.length }),
  ),
  read('/rest/api/3/priority', (call) =>
    ok(priorities(call), { objects: call.world.book.priorities.length }),
  ),
  read('/rest/api/3/priority/search', priorityPage),
  read('/rest/api/3/resolution', (call) =>
    ok(resolutions(call), { objects: call.world.book.resolutions.length }),
  ),
  read('/rest/api/3/resolution/search', resolutionPage),
  read('/rest/api/3/status', ({ world }) =>
    ok(
      world.book.statuses().map((status) => renderStatus(world.book, status)),
      { objects: world.book.statuses().length },
    ),
  ),
  read('/rest/api/3/project/search', projectPage),
  read('/rest/api/3/project/:id', (call) => ok(renderProject(call, projectOfPath(call)), { objects: 1 })),
  read('/rest/api/3/project/:id/statuses', projectStatuses),
  read('/rest/api/3/project/:id/securitylevel', securityLevels),
];
