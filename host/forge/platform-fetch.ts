import type { Identity, JiraFetch } from '../contract';
import { currentInvocation, type Invocation } from './invocation';
import type { KeyValueStore } from './kvs/key-value-store';
import type { SqlEndpoint } from './sql/sql-endpoint';
import { json } from './wire';

/** What `@forge/*` says about a request, beside its path. */
export interface FetchMeta {
  readonly type: string;
  readonly provider: 'app' | 'user' | 'none';
  readonly remote?: string;
  readonly accountId?: string;
}

export interface Platform {
  readonly jira: JiraFetch;
  readonly sql: SqlEndpoint;
  readonly kvs: KeyValueStore;
  readonly queue: (path: string, body: string, invocation: Invocation) => Response | Promise<Response>;
  /** May the app act for somebody who did not call it (`allowImpersonation` of a scope)? */
  readonly mayImpersonate: boolean;
}

export type PlatformFetch = (meta: FetchMeta, path: string, init?: RequestInit) => Promise<Response>;

/** `__forge_fetch__`: the one way out of the app, to Jira and to Forge's own services. */
export function platformFetch(platform: Platform): PlatformFetch {
  return async (meta, path, init = {}) => {
    const invocation = currentInvocation.getStore();
    if (!invocation) throw new Error('Forge runtime not found.');
    if (invocation.ended) throw new Error(`The invocation has ended; ${path} was not requested.`);
    const body = bodyText(init.body);
    if (meta.type === 'kvs') return platform.kvs.answer(path, body ?? '{}');
    if (meta.type === 'sql') return sql(platform, path, body ?? '{}', invocation);
    if (meta.remote === 'stargate' && path.startsWith('/webhook/queue/')) {
      return platform.queue(path, body ?? '{}', invocation);
    }
    if (meta.remote === 'jira') return jira(platform, meta, path, init, body, invocation);
    return json(501, {
      code: 'NOT_IMPLEMENTED',
      message: `The local host has no ${meta.remote ?? meta.type} ${path}.`,
    });
  };
}

async function sql(
  platform: Platform,
  path: string,
  body: string,
  invocation: Invocation,
): Promise<Response> {
  invocation.sqlStatements.push(String((JSON.parse(body) as { query?: unknown }).query));
  return platform.sql.answer(path, body);
}

async function jira(
  platform: Platform,
  meta: FetchMeta,
  path: string,
  init: RequestInit,
  body: string | undefined,
  invocation: Invocation,
): Promise<Response> {
  const identity = identityOf(meta, invocation, platform.mayImpersonate);
  if (!identity) return json(401, {}, { 'forge-proxy-error': 'NEEDS_AUTHENTICATION_ERR' });
  const method = (init.method ?? 'GET').toUpperCase();
  invocation.jiraCalls.push(`${method} ${path}`);
  const headers = Object.fromEntries(new Headers(init.headers).entries());
  return platform.jira({ identity, method, path, headers, body });
}

/** Licensed users and portal customers have a token; others and nobody have none. */
function identityOf(meta: FetchMeta, { caller }: Invocation, mayImpersonate: boolean): Identity | null {
  if (meta.provider === 'app') return { as: 'app' };
  if (meta.provider === 'none') return null;
  if (meta.accountId !== undefined && meta.accountId !== caller?.accountId) {
    return mayImpersonate ? { as: 'user', accountId: meta.accountId } : null;
  }
  const hasToken = caller?.accountType === 'licensed' || caller?.accountType === 'customer';
  return caller && hasToken ? { as: 'user', accountId: caller.accountId } : null;
}

function bodyText(body: RequestInit['body']): string | undefined {
  if (body === undefined || body === null) return undefined;
  if (typeof body === 'string') return body;
  throw new Error('The local host passes on text bodies only.');
}
