import { type SiteUser, type SiteProject } from '../site-data';
import type { StoredIssue } from '../stored-issue';
import type { World } from '../world';
import type { RateLimits } from '../rate-limits';
import { holds, maySeeIssue, maySeeProject } from '../permissions';
import { notFound, Refusal, type Reply } from './reply';

/** One request on its way through a handler. */
export interface Call {
  readonly world: World;
  readonly limits: RateLimits;
  readonly viewer: SiteUser;
  /** IANA zone in which the viewer reads dates. */
  readonly zone: string;
  readonly now: number;
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** Parsed JSON body; undefined when there was none. */
  readonly body: unknown;
  /** Was a multipart form sent? Then `body` is undefined. */
  readonly multipart: boolean;
  /** The body as sent. */
  readonly rawBody: string;
}

export interface Route {
  readonly method: string;
  /** `/rest/api/3/issue/:id`. */
  readonly path: string;
  /** Classic scope; null = none exists for it. */
  readonly scope: string | null;
  readonly handle: (call: Call) => Reply;
}

/** Thrown when an issue is written too often. */
export class TooManyWrites extends Error {
  constructor(readonly stop: NonNullable<ReturnType<RateLimits['checkWrite']>>) {
    super('too many writes');
  }
}

/** The issue of the path, if the viewer may see it. Throws 404 otherwise. */
export function issueOf(call: Call, idOrKey = call.params.id ?? ''): StoredIssue {
  const issue = call.world.store.find(idOrKey);
  if (!issue || !maySeeIssue(call.world, call.viewer.accountId, issue)) throw notFound.issue();
  return issue;
}

export function projectOfPath(call: Call, idOrKey = call.params.id ?? ''): SiteProject {
  const project = call.world.book.project(idOrKey);
  if (!project || !maySeeProject(call.world, call.viewer.accountId, project)) throw notFound.project(idOrKey);
  return project;
}

/** Throws `refusal` when the viewer lacks the permission in the issue's project. */
export function mustHold(call: Call, permission: string, issue: StoredIssue, refusal: Refusal): void {
  const project = call.world.book.project(issue.projectId) ?? null;
  if (!holds(call.world, call.viewer.accountId, permission, project)) throw refusal;
}

/** Counts a write to the issue. Throws `TooManyWrites`. */
export function countWrite(call: Call, issue: StoredIssue): void {
  const stop = call.limits.checkWrite(issue.id);
  if (stop) throw new TooManyWrites(stop);
}

/** A whole number of the query, between 0 and `most`. Throws 400 for anything else than a number. */
export function pageNumber(
  call: Call,
  name: string,
  fallback: number,
  most = Number.MAX_SAFE_INTEGER,
): number {
  const text = call.query.get(name);
  if (text === null || text === '') return fallback;
  const value = Number(text);
  if (!Number.isInteger(value) || value < 0) {
    throw new Refusal(400, [`The value '${text}' is not valid for the parameter '${name}'.`]);
  }
  return Math.min(value, most);
}

/** Comma-separated and repeated parameters alike. */
export function listParam(call: Call, name: string): readonly string[] {
  return call.query
    .getAll(name)
    .flatMap((text) => text.split(','))
    .map((text) => text.trim())
    .filter((text) => text !== '');
}

/** The body as an object. Throws 400 for anything else. */
export function objectBody(call: Call): Readonly<Record<string, unknown>> {
  const { body } = call;
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw new Refusal(400, ['Invalid request payload. Refer to the REST API documentation and try again.']);
  }
  return body as Record<string, unknown>;
}

/** A list of texts (numbers are taken as texts) in the body; undefined when left out. Throws 400. */
export function textList(given: unknown, name: string): readonly string[] | undefined {
  if (given === undefined || given === null) return undefined;
  if (!Array.isArray(given) || given.some((one) => typeof one !== 'string' && typeof one !== 'number')) {
    throw new Refusal(400, [`'${name}' must be a list.`]);
  }
  return given.map(String);
}
