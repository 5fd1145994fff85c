import { maySeeProject } from '../permissions';
import { serviceDeskId } from '../render-field';
import { avatarUrls } from '../render-user';
import type { SiteProject } from '../site-data';
import { pageNumber, type Call } from './call';
import { ok, Refusal, type Reply } from './reply';

/** One page of a list, as every list of the service desk API comes. */
export function pageOf(call: Call, path: string, all: readonly unknown[]): Reply {
  const { book } = call.world;
  const start = pageNumber(call, 'start', 0);
  const limit = pageNumber(call, 'limit', 50, 100);
  const values = all.slice(start, start + limit);
  const base = `${book.restBase}/rest/servicedeskapi`;
  const link = (at: number): string => `${base}/${path}?start=${at}&limit=${limit}`;
  const isLastPage = start + values.length >= all.length;
  const _links = {
    base,
    context: '',
    self: link(start),
    ...(isLastPage ? {} : { next: link(start + limit) }),
    ...(start > 0 ? { prev: link(Math.max(0, start - limit)) } : {}),
  };
  const body = { _expands: [], size: values.length, start, limit, isLastPage, _links, values };
  return ok(body, { objects: values.length });
}

export function maySeeDesk(call: Call, project: SiteProject): boolean {
  const { world, viewer } = call;
  if (project.type !== 'service_desk') return false;
  return maySeeProject(world, viewer.accountId, project) || project.roles.customer.includes(viewer.accountId);
}

export function renderDesk(call: Call, project: SiteProject): Record<string, unknown> {
  const id = serviceDeskId(project);
  const self = `${call.world.book.restBase}/rest/servicedeskapi/servicedesk/${id}`;
  return { id, projectId: project.id, projectName: project.name, projectKey: project.key, _links: { self } };
}

/** The service desk of the path, if the viewer may see it. Throws 404 otherwise. */
export function serviceDeskOf(call: Call): SiteProject {
  const wanted = call.params.id ?? '';
  const project = call.world.book
    .projects()
    .find((one) => one.type === 'service_desk' && (serviceDeskId(one) === wanted || one.key === wanted));
  if (!project || !maySeeDesk(call, project)) {
    throw new Refusal(404, [
      'The service desk you requested does not exist, or you do not have permission to view it.',
    ]);
  }
  return project;
}

export function renderJsmUser(call: Call, accountId: string): Record<string, unknown> {
  const { book } = call.world;
  const user = book.user(accountId);
  const self = `${book.restBase}/rest/api/2/user?accountId=${encodeURIComponent(accountId)}`;
  return {
    accountId,
    ...(user?.emailAddress === undefined ? {} : { emailAddress: user.emailAddress }),
    displayName: user?.displayName ?? 'Former user',
    active: user?.active ?? user !== undefined,
    timeZone: book.zoneOf(accountId),
    _links: { jiraRest: self, self, avatarUrls: user ? avatarUrls(user) : {} },
  };
}
