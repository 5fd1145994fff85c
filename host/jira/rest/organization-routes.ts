import { holds } from '../permissions';
import { serviceDeskId } from '../render-field';
import type { SiteOrganization } from '../site-data';
import type { Call, Route } from './call';
import { Refusal, type Reply } from './reply';
import { pageOf, renderJsmUser, serviceDeskOf } from './service-desk-page';

function renderOrganization(call: Call, { id, name }: SiteOrganization): Record<string, unknown> {
  const self = `${call.world.book.restBase}/rest/servicedeskapi/organization/${id}`;
  return { id, name, scimManaged: false, _links: { self } };
}

/** Agents (and the app) see all organizations, customers those they belong to. */
function visible(call: Call): readonly SiteOrganization[] {
  const { world, viewer } = call;
  const all = world.book.organizations();
  if (holds(world, viewer.accountId, 'SERVICEDESK_AGENT', null)) return all;
  return all.filter(({ memberAccountIds }) => memberAccountIds.includes(viewer.accountId));
}

/** `accountId` narrows to one account's organizations; only agents may ask so. */
function listed(call: Call, all: readonly SiteOrganization[]): readonly SiteOrganization[] {
  const member = call.query.get('accountId');
  if (member !== null && !holds(call.world, call.viewer.accountId, 'SERVICEDESK_AGENT', null))
    throw new Refusal(403, ['Only agents may ask for the organizations of an account.']);
  return member === null ? all : all.filter(({ memberAccountIds }) => memberAccountIds.includes(member));
}

function list(call: Call): Reply {
  const values = listed(call, visible(call)).map((one) => renderOrganization(call, one));
  return pageOf(call, 'organization', values);
}

/** The local site has one set of organizations for all its service desks. */
function ofDesk(call: Call): Reply {
  const id = serviceDeskId(serviceDeskOf(call));
  const values = listed(call, visible(call)).map((one) => renderOrganization(call, one));
  return pageOf(call, `servicedesk/${id}/organization`, values);
}

function members(call: Call): Reply {
  const { world, viewer, params } = call;
  const found = visible(call).find(({ id }) => id === params.id);
  if (!found) throw new Refusal(404, ['The organization ID you have entered does not exist.']);
  if (!holds(world, viewer.accountId, 'SERVICEDESK_AGENT', null))
    throw new Refusal(403, ['You do not have permission to view the users of this organization.']);
  const values = found.memberAccountIds.map((accountId) => renderJsmUser(call, accountId));
  return pageOf(call, `organization/${found.id}/user`, values);
}

const base = '/rest/servicedeskapi';
const scope = 'manage:servicedesk-customer';

export const organizationRoutes: readonly Route[] = [
  { method: 'GET', path: `${base}/organization`, scope, handle: list },
  { method: 'GET', path: `${base}/organization/:id/user`, scope, handle: members },
  { method: 'GET', path: `${base}/servicedesk/:id/organization`, scope, handle: ofDesk },
];
