import type { Identity, JiraRequest } from '../../contract';
import type { FaultQueue } from '../fault-queue';
import type { RateLimits, Stop } from '../rate-limits';
import type { World } from '../world';
import { attachmentRoutes } from './attachment-routes';
import { bulkFetchRoutes } from './bulk-fetch-routes';
import { TooManyWrites, type Call, type Route } from './call';
import { changelogRoutes } from './changelog-routes';
import { commentRoutes } from './comment-routes';
import { issueRoutes } from './issue-routes';
import { linkRoutes } from './link-routes';
import { notifyRoutes } from './notify-routes';
import { roleRoutes } from './role-routes';
import { assigneeRoutes } from './assignee-routes';
import { organizationRoutes } from './organization-routes';
import { permissionRoutes } from './permission-routes';
import { propertyRoutes } from './property-routes';
import { Refusal, type Reply } from './reply';
import { searchRoutes } from './search-routes';
import { serviceDeskRoutes } from './service-desk-routes';
import { siteRoutes } from './site-routes';
import { transitionRoutes } from './transition-routes';
import { userRoutes } from './user-routes';

/** Every endpoint, fixed paths before those with a variable. */
export const ROUTES: readonly Route[] = [
  ...bulkFetchRoutes,
  ...issueRoutes,
  ...linkRoutes,
  ...attachmentRoutes,
  ...changelogRoutes,
  ...searchRoutes,
  ...commentRoutes,
  ...transitionRoutes,
  ...propertyRoutes,
  ...siteRoutes,
  ...permissionRoutes,
  ...userRoutes,
  ...notifyRoutes,
  ...assigneeRoutes,
  ...roleRoutes,
  ...organizationRoutes,
  ...serviceDeskRoutes,
];

interface Compiled {
  readonly route: Route;
  readonly pattern: RegExp;
  readonly names: readonly string[];
}

const COMPILED: readonly Compiled[] = ROUTES.map((route) => {
  const names = [...route.path.matchAll(/:(\w+)/g)].map((found) => found[1] ?? '');
  return { route, names, pattern: new RegExp(`^${route.path.replace(/:\w+/g, '([^/]+)')}$`) };
});

export interface Gate {
  readonly world: World;
  readonly limits: RateLimits;
  readonly faults: FaultQueue;
  readonly scopes: readonly string[] | undefined;
}

/** Answers one request. `counted` = it is the app's and costs points. */
export function answer(gate: Gate, request: JiraRequest, counted: boolean): Response {
  const url = new URL(request.path, 'https://local.invalid');
  const method = request.method.toUpperCase();
  const fault = gate.faults.take(method, url.pathname);
  if (fault)
    return respond({
      status: fault.status,
      body: fault.body ?? faultBody(fault.status),
      headers: fault.headers ?? {},
    });
  const desk = url.pathname.startsWith('/rest/servicedeskapi/');
  try {
    const reply = route(gate, request, method, url, counted);
    return respond({ ...reply, headers: { ...(counted ? gate.limits.headers() : {}), ...reply.headers } });
  } catch (error) {
    if (error instanceof TooManyWrites) return respond(stopped(gate, error.stop, counted));
    if (!(error instanceof Refusal)) throw error;
    const body = desk ? jsmFault(error) : { errorMessages: error.messages, errors: error.errors };
    return respond({ status: error.status, body, headers: counted ? gate.limits.headers() : {} });
  }
}

function route(gate: Gate, request: JiraRequest, method: string, url: URL, counted: boolean): Reply {
  const { world, limits } = gate;
  const onPath = COMPILED.filter(({ pattern }) => pattern.test(url.pathname));
  const found = onPath.find((one) => one.route.method === method);
  const viewer = world.book.user(accountOf(world, request.identity));
  if (!viewer || viewer.active === false)
    return { status: 401, body: 'Client must be authenticated to access this resource.' };
  if (!found) {
    if (onPath.length > 0)
      return { status: 405, headers: { Allow: onPath.map((one) => one.route.method).join(', ') } };
    return {
      status: 404,
      body: { errorMessages: [`The local Jira has no resource ${url.pathname}.`], errors: {} },
    };
  }
  const { scope, path } = found.route;
  if (counted && scope !== null && gate.scopes && !gate.scopes.includes(scope)) {
    return { status: 401, body: { code: 401, message: 'Unauthorized; scope does not match' } };
  }
  const stop = limits.check(method, path, counted);
  if (stop) return stopped(gate, stop, counted);
  const multipart = isMultipart(request);
  const values = found.pattern.exec(url.pathname) ?? [];
  const call: Call = {
    world,
    limits,
    viewer,
    zone: world.book.zoneOf(viewer.accountId),
    now: world.clock.now(),
    params: Object.fromEntries(found.names.map((name, i) => [name, decode(values[i + 1] ?? '')])),
    query: url.searchParams,
    body: multipart ? undefined : readJson(request.body),
    multipart,
    rawBody: request.body ?? '',
  };
  const reply = found.route.handle(call);
  if (counted) limits.spend(1 + (reply.objects ?? 0) + 2 * (reply.people ?? 0));
  return reply;
}

function isMultipart({ headers }: JiraRequest): boolean {
  return Object.entries(headers).some(
    ([name, value]) => name.toLowerCase() === 'content-type' && value.startsWith('multipart/form-data'),
  );
}

function accountOf(world: World, identity: Identity): string {
  return identity.as === 'app' ? world.book.appAccountId : identity.accountId;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new Refusal(400, ['The path is not encoded correctly.']);
  }
}

function readJson(text: string | undefined): unknown {
  if (text === undefined || text.trim() === '') return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new Refusal(400, ['There was an error parsing JSON. Check that your request body is valid.']);
  }
}

function stopped(gate: Gate, stop: Stop, counted: boolean): Reply {
  return {
    status: 429,
    body: { errorMessages: ['Rate limit exceeded.'], errors: {} },
    headers: {
      ...(counted ? gate.limits.headers() : {}),
      'Retry-After': String(stop.retryAfterSeconds),
      'X-RateLimit-Limit': String(stop.limit),
      'X-RateLimit-Remaining': '0',
      'X-RateLimit-Reset': new Date(stop.resetAt).toISOString(),
      'RateLimit-Reason': stop.reason,
    },
  };
}

function faultBody(status: number): unknown {
  return {
    errorMessages: [status === 429 ? 'Rate limit exceeded.' : `Injected fault ${status}.`],
    errors: {},
  };
}

function jsmFault(error: Refusal): unknown {
  const errorMessage = error.messages[0] ?? error.message;
  return { errorMessage, i18nErrorMessage: { i18nKey: 'sd.local', parameters: [] } };
}

function respond(reply: Reply): Response {
  const headers = new Headers(reply.headers);
  if (reply.body === undefined) return new Response(null, { status: reply.status, headers });
  const text = typeof reply.body === 'string' ? reply.body : JSON.stringify(reply.body);
  headers.set(
    'Content-Type',
    typeof reply.body === 'string' ? 'text/plain;charset=UTF-8' : 'application/json;charset=UTF-8',
  );
  return new Response(text, { status: reply.status, headers });
}
