import type { ProductEvent } from '../contract';
import type { ForgePlay } from './create-forge';
import { forgeFor, START, type ForgeUnderTest } from './testing/local-forge';

/** One source for all cases: each case names the function it needs. */
const APP = `
const { asApp, asUser, route, fetch: egress } = require('@forge/api');
const Resolver = require('@forge/resolver').default;
const { Queue, InvocationError } = require('@forge/events');
const { kvs } = require('@forge/kvs');
const { sql, migrationRunner } = require('@forge/sql');

const resolver = new Resolver();
const define = (key, run) => resolver.define(key, run);
define('whoAmI', async ({ payload, context }) => {
  const first = await (await asUser().requestJira(route\`/rest/api/3/myself\`)).json();
  await new Promise((r) => setTimeout(r, payload.pause));
  const second = await (await asUser().requestJira(route\`/rest/api/3/myself\`)).json();
  return { context: context.accountId, first: first.accountId, second: second.accountId };
});
define('asApp', async () => (await asApp().requestJira(route\`/rest/api/3/issue/\${'A-1'}?fields=\${'a b'}\`)).status);
define('asOther', async () => (await asUser('bob').requestJira(route\`/rest/api/3/myself\`)).status);
define('echo', async (request) => ({ ...request, at: new Date(), gone: undefined }));
define('large', async ({ payload }) => 'x'.repeat(payload.size));
define('today', async () => ({ now: Date.now(), iso: new Date().toISOString(), fixed: new Date(0).toISOString() }));
define('egress', async () => egress('https://example.invalid'));
define('globalEgress', async () => globalThis.fetch('https://example.invalid'));
define('fail', async () => { throw new TypeError('x is not defined'); });
define('push', async ({ payload }) => new Queue({ key: payload.queue ?? 'work' }).push(payload.events));
define('pushError', async ({ payload }) => {
  try { await new Queue({ key: payload.queue ?? 'work' }).push(payload.events); return 'pushed'; }
  catch (e) { return e.constructor.name + ': ' + e.message; }
});
define('stats', async ({ payload }) => {
  try { return await new Queue({ key: 'work' }).getJob(payload.jobId).getStats(); }
  catch (e) { return e.constructor.name; }
});
define('cancel', async ({ payload }) => { await new Queue({ key: 'work' }).getJob(payload.jobId).cancel(); });
define('kvs', async ({ payload }) => {
  try { return { value: await kvs[payload.op](...payload.args) }; }
  catch (e) { return { name: e.constructor.name, code: e.code, status: e.responseDetails.status }; }
});
define('kvsQuery', async ({ payload }) => {
  const query = kvs.query().where('key', { condition: 'BEGINS_WITH', values: [payload.prefix] }).limit(2);
  return payload.cursor ? query.cursor(payload.cursor).getMany() : query.getMany();
});
define('kvsTransact', async () => { await kvs.transact().set('t:1', 1).set('t:2', 2).delete('t:0').execute(); });
define('sql', async ({ payload }) => {
  let done = 0;
  try { for (; done < payload.times; done++) await sql.executeRaw('SELECT 1'); return { done }; }
  catch (e) { return { done, name: e.constructor.name, code: e.code, status: e.responseDetails.status }; }
});
define('migrate', async () => migrationRunner.enqueue('v001', 'CREATE TABLE IF NOT EXISTS t (id INT PRIMARY KEY)').run());
define('leak', async () => { setTimeout(async () => {
  try { await asApp().requestJira(route\`/rest/api/3/late\`); } catch (e) { note(e.message); }
}, 5); });

let running = 0;
exports.resolver = resolver.getDefinitions();
exports.onIssue = async (event, context) => { note({ issue: event.issue.key, retry: event.retryContext, context });
  return event.ask ? new InvocationError({ retryAfter: 60, retryReason: 'FUNCTION_UPSTREAM_RATE_LIMITED', retryData: { n: 1 } }) : undefined; };
exports.onAny = async (event) => { note({ any: event.issue.key }); if (event.crash) throw new Error('crash'); };
exports.work = async (event, context) => {
  note({ at: Date.now(), ...event, principal: context.principal });
  running++;
  if (!event.body.pushAgain) await new Promise((r) => setTimeout(r, 5));
  note({ peak: running-- });
  const retries = event.retryContext?.retryCount ?? 0;
  if (event.body.throwTimes > retries) throw new Error('try again');
  if (event.body.askTimes > retries) return new InvocationError({ retryAfter: 30, retryReason: 'FUNCTION_RETRY_REQUEST', retryData: { retries } });
  if (event.body.pushAgain) await new Queue({ key: 'work' }).push({ body: event.body });
};
exports.slow = async (event) => { note({ slow: event.retryContext?.retryReason ?? 'first' });
  if (!event.retryContext) await new Promise((r) => setTimeout(r, 1500)); };
exports.sweep = async (request, context) => { note({ sweep: Date.now(), request: Object.keys(request), principal: context.principal ?? null }); };
exports.reconcile = async () => { note({ reconcile: Date.now() }); };
`;

const MINUTE = 60_000;
let host: ForgeUnderTest;

function start(play?: ForgePlay): ForgeUnderTest {
  host = forgeFor(APP, play);
  host.forge.start();
  return host;
}

afterEach(() => host.dispose());

const noted = (key: string) => host.notes.flatMap((n) => (n as Record<string, unknown>)[key] ?? []);

describe('a resolver', () => {
  it('keeps each caller apart while invocations overlap', async () => {
    const { invoke } = start();
    const callers = ['alice', 'bob', 'carol', 'dave'];
    const answers = await Promise.all(
      callers.map((accountId, i) => invoke('whoAmI', { pause: 20 - 5 * i }, { accountId })),
    );
    expect(answers).toEqual(callers.map((id) => ({ context: id, first: id, second: id })));
  });

  it('gets the payload and the context that Forge gives, through JSON', async () => {
    const { invoke } = start();
    expect(await invoke('echo', { a: 1, b: undefined })).toMatchObject({
      payload: { a: 1 },
      at: new Date(START).toISOString(),
      context: {
        accountId: 'alice',
        accountType: 'licensed',
        moduleKey: 'panel',
        environmentType: 'DEVELOPMENT',
        installContext: expect.stringMatching(/^ari:cloud:jira::site\//),
        extension: { type: 'jira:issuePanel', issue: { id: '10001' } },
      },
    });
    expect(Object.keys((await invoke('echo')) as object)).toEqual(['payload', 'context', 'at']);
  });

  it('calls Jira as the app and records its calls', async () => {
    const { invoke, jiraRequests, forge } = start();
    expect(await invoke('asApp')).toBe(200);
    expect(jiraRequests).toMatchObject([
      { identity: { as: 'app' }, method: 'GET', path: '/rest/api/3/issue/A-1?fields=a%20b' },
    ]);
    expect(forge.invocations.at(-1)).toMatchObject({
      functionKey: 'resolver',
      kind: 'resolver',
      at: START,
      jiraCalls: ['GET /rest/api/3/issue/A-1?fields=a%20b'],
      sqlStatements: [],
      error: null,
    });
  });

  it.each([
    [
      'a user without a token asks as the user',
      'whoAmI',
      { accountType: 'unlicensed' },
      'Authentication Required',
    ],
    ['the app asks as somebody else', 'asOther', {}, 'Authentication Required'],
    ['a handler throws', 'fail', {}, 'x is not defined'],
    ['no such definition exists', 'nope', {}, "Resolver has no definition for 'nope'."],
    ['the app fetches from outside', 'egress', {}, 'The manifest allows no egress'],
    ['the app fetches through the global', 'globalEgress', {}, 'The manifest allows no egress'],
    ['the module has no resolver', 'echo', { moduleKey: 'other' }, 'the module other has no resolver'],
  ] as const)('fails as the bridge words it when %s', async (_, key, caller, message) => {
    const { invoke } = start();
    const failure = invoke(key, { pause: 0 }, caller);
    await expect(failure).rejects.toThrow(`There was an error invoking the function - ${message}`);
  });

  it('refuses requests over 500 KB and answers over 5 MB', async () => {
    const { invoke } = start();
    await expect(invoke('echo', 'x'.repeat(500 * 1024))).rejects.toThrow('larger than 500 KB');
    await expect(invoke('large', { size: 5 * 1024 * 1024 })).rejects.toThrow('larger than 5 MB');
    expect(await invoke('large', { size: 1024 })).toHaveLength(1024);
  });

  it('sees the host clock wherever it asks for the present, and nowhere else', async () => {
    const { invoke, clock } = start();
    await clock.advanceBy(90 * MINUTE);
    const now = START + 90 * MINUTE;
    const iso = '2026-03-02T10:30:00.000Z';
    expect(await invoke('today')).toEqual({ now, iso, fixed: '1970-01-01T00:00:00.000Z' });
    expect(Math.abs(Date.now() - now)).toBeGreaterThan(MINUTE);
  });

  it('is limited to 1,200 invocations per user and minute', async () => {
    const { invoke, clock } = start();
    for (let second = 0; second < 6; second++) {
      for (let i = 0; i < 200; i++) await invoke('today');
      await clock.advanceBy(1_000);
    }
    await expect(invoke('today')).rejects.toThrow('Limits for the current installation have been exceeded');
    expect(await invoke('today', undefined, { accountId: 'bob' })).toBeDefined();
    await clock.advanceBy(MINUTE);
    expect(await invoke('today')).toBeDefined();
  });

  it('cannot reach Jira after it has answered', async () => {
    const { invoke, jiraRequests, notes } = start();
    await invoke('leak');
    await until(() => notes.length > 0);
    expect(notes).toEqual([expect.stringContaining('The invocation has ended')]);
    expect(jiraRequests).toEqual([]);
  });
});

describe('a product event', () => {
  const updated = (extra: object = {}): ProductEvent => ({
    eventType: 'avi:jira:updated:issue',
    selfGenerated: false,
    timestamp: String(START),
    atlassianId: 'bob',
    issue: { id: '10001', key: 'A-1' },
    ...extra,
  });

  it('reaches every trigger that listens, with the actor as principal', async () => {
    const { forge, notes } = start();
    await forge.deliver(updated());
    expect(notes).toContainEqual({ any: 'A-1' });
    expect(notes).toContainEqual({
      issue: 'A-1',
      context: expect.objectContaining({
        principal: { accountId: 'bob' },
        installContext: expect.any(String),
      }),
    });
    expect(forge.invocations.map((i) => i.kind)).toEqual(['trigger', 'trigger']);
  });

  it('of the app itself passes triggers by that ignore it', async () => {
    const { forge, notes } = start();
    await forge.deliver(updated({ selfGenerated: true }));
    expect(notes).toEqual([{ any: 'A-1' }]);
  });

  it('over 200 kB is not delivered', async () => {
    const { forge, notes, logged } = start();
    await forge.deliver(updated({ filler: 'x'.repeat(200_000) }));
    expect(notes).toEqual([]);
    expect(logged).toEqual([expect.stringContaining('was not delivered')]);
  });

  it('is not retried when a handler throws', async () => {
    const { forge, clock, notes } = start();
    await forge.deliver(updated({ crash: true, selfGenerated: true }));
    await clock.advanceBy(60 * MINUTE);
    expect(notes.filter((n) => (n as { any?: string }).any)).toHaveLength(1);
    expect(forge.invocations[0]?.error).toBe('crash');
  });

  it('is retried at most four times when the handler asks for it', async () => {
    const { forge, clock } = start();
    await forge.deliver(updated({ ask: true }));
    await clock.advanceBy(60 * MINUTE);
    expect(noted('retry')).toEqual(
      [1, 2, 3, 4].map((retryCount) => ({
        retryCount,
        retryReason: 'FUNCTION_UPSTREAM_RATE_LIMITED',
        retryData: { n: 1 },
      })),
    );
  });
});

describe('the queue', () => {
  it('gives a consumer the event with its ids and without a principal', async () => {
    const { invoke, forge, notes } = start();
    const { jobId } = (await invoke('push', { events: { body: { a: 1 } } })) as { jobId: string };
    expect(await invoke('stats', { jobId })).toEqual({ success: 0, inProgress: 1, failed: 0 });
    await forge.idle();
    expect(notes[0]).toEqual({
      at: START,
      body: { a: 1 },
      queueName: 'work',
      jobId,
      eventId: expect.any(String),
    });
    expect(await invoke('stats', { jobId })).toEqual({ success: 1, inProgress: 0, failed: 0 });
    expect(await invoke('stats', { jobId: 'other' })).toBe('JobDoesNotExistError');
  });

  it('consumes what is pushed while the clock stands still', async () => {
    const { invoke, notes } = start();
    await invoke('push', { events: { body: { n: 1 } } });
    await invoke('push', { events: { body: { n: 2 } } });
    await until(() => notes.length === 4);
    expect(noted('body')).toEqual([{ n: 1 }, { n: 2 }]);
  });

  it('holds a delayed event back until its second', async () => {
    const { invoke, clock } = start();
    await invoke('push', {
      events: [
        { body: { a: 1 }, delayInSeconds: 900 },
        { body: { a: 2 }, delayInSeconds: 10 },
      ],
    });
    await clock.advanceTo(START + 900_000 - 1);
    expect(noted('at')).toEqual([START + 10_000]);
    await clock.advanceBy(1);
    expect(noted('at')).toEqual([START + 10_000, START + 900_000]);
  });

  it('backs off after a thrown error and says so in the retry context', async () => {
    const { invoke, clock } = start();
    await invoke('push', { events: { body: { throwTimes: 3 } } });
    await clock.advanceBy(60 * MINUTE);
    expect(noted('at')).toEqual([0, 5, 15, 35].map((s) => START + s * 1000));
    expect(noted('retryContext')).toMatchObject(
      [1, 2, 3].map((retryCount) => ({ retryCount, retryReason: 'FUNCTION_PLATFORM_UNKNOWN_ERROR' })),
    );
    expect(noted('retryContext')[0]).toMatchObject({
      retentionWindow: { startTime: '2026-03-02T09:00:00.000Z', remainingTimeMs: 24 * 60 * MINUTE - 5_000 },
    });
  });

  it('retries when and with what the handler asks', async () => {
    const { invoke, clock } = start();
    await invoke('push', { events: { body: { askTimes: 2 } } });
    await clock.advanceBy(60 * MINUTE);
    expect(noted('at')).toEqual([0, 30, 60].map((s) => START + s * 1000));
    expect(noted('retryContext')).toMatchObject([
      { retryData: { retries: 0 } },
      { retryData: { retries: 1 } },
    ]);
  });

  it('drops an event that still fails after a day', async () => {
    const { invoke, clock } = start();
    const { jobId } = (await invoke('push', { events: { body: { throwTimes: 1e9 } } })) as { jobId: string };
    await clock.advanceBy(48 * 60 * MINUTE);
    expect(await invoke('stats', { jobId })).toEqual({ success: 0, inProgress: 0, failed: 1 });
    const last = Math.max(...(noted('at') as number[]));
    expect(last).toBeLessThanOrEqual(START + 24 * 60 * MINUTE);
    expect(last).toBeGreaterThan(START + 23 * 60 * MINUTE);
  });

  it('retries a consumer that ran out of time', async () => {
    const { invoke, forge, clock, logged } = start();
    await invoke('push', { queue: 'slow', events: { body: {} } });
    await forge.idle();
    await clock.advanceBy(MINUTE);
    expect(noted('slow')).toEqual(['first', 'FUNCTION_TIME_OUT']);
    expect(logged).toContain('error slow: The function ran longer than 1 seconds.');
  });

  it.each([
    ['one at a time where a key allows one', { key: 'issue', limit: 1 }, 1],
    ['two at a time where a key allows two', { key: 'issue', limit: 2 }, 2],
    ['side by side without a key', undefined, 6],
  ])('consumes %s', async (_, concurrency, peak) => {
    const { invoke, forge } = start();
    await invoke('push', { events: Array.from({ length: 6 }, (_, n) => ({ body: { n }, concurrency })) });
    await forge.idle();
    expect(noted('at')).toHaveLength(6);
    expect(Math.max(...(noted('peak') as number[]))).toBe(peak);
  });

  it('delivers a share of events twice, the same ones for the same seed', async () => {
    const twice = async () => {
      const { invoke, forge } = start({ doubledShare: 0.5, seed: 7 });
      await invoke('push', { events: Array.from({ length: 20 }, (_, n) => ({ body: { n } })) });
      await forge.idle();
      const numbers = noted('body').map((b) => (b as { n: number }).n);
      const ids = noted('eventId');
      expect(new Set(ids).size).toBe(20);
      return numbers.filter((n, i) => numbers.indexOf(n) !== i).sort((a, b) => a - b);
    };
    const first = await twice();
    await host.dispose();
    expect(first.length).toBeGreaterThan(4);
    expect(first.length).toBeLessThan(16);
    expect(await twice()).toEqual(first);
  });

  it('forgets what was cancelled', async () => {
    const { invoke, clock } = start();
    const { jobId } = (await invoke('push', { events: { body: {}, delayInSeconds: 60 } })) as {
      jobId: string;
    };
    await invoke('cancel', { jobId });
    await clock.advanceBy(10 * MINUTE);
    expect(noted('at')).toEqual([]);
  });

  it.each([
    [
      'more than 50 events',
      { events: Array.from({ length: 51 }, () => ({ body: {} })) },
      'TooManyEventsError: This push contains more than the 50 events allowed.',
    ],
    [
      'more than 200 KB',
      { events: { body: { x: 'x'.repeat(201 * 1024) } } },
      'PayloadTooBigError: The maximum payload size is 200KB.',
    ],
    [
      'a delay over 15 minutes',
      { events: { body: {}, delayInSeconds: 901 } },
      'InvalidPushSettingsError: The delayInSeconds setting must be between 0 and 900.',
    ],
    [
      'a queue without a consumer',
      { queue: 'nobody', events: { body: {} } },
      'InternalServerError: 400 : The manifest has no consumer for the queue nobody.',
    ],
  ])('refuses %s with the SDK error', async (_, payload, error) => {
    const { invoke } = start();
    expect(await invoke('pushError', payload)).toBe(error);
  });

  it('takes 500 events a minute and then answers with RateLimitError', async () => {
    const { invoke, clock } = start();
    const fifty = { events: Array.from({ length: 50 }, () => ({ body: {}, delayInSeconds: 900 })) };
    for (let i = 0; i < 10; i++) expect(await invoke('pushError', fifty)).toBe('pushed');
    expect(await invoke('pushError', fifty)).toBe('RateLimitError: Too many requests.');
    await clock.advanceBy(MINUTE);
    expect(await invoke('pushError', fifty)).toBe('pushed');
  });

  it('cuts a chain of events that push themselves again', async () => {
    const { invoke, forge, logged } = start({ rateLimited: false });
    await invoke('push', { events: { body: { pushAgain: true } } });
    await forge.idle();
    expect(noted('at').length).toBeGreaterThanOrEqual(1_000);
    expect(logged).toContain('error work: The limit on cyclic invocation has been reached.');
  }, 30_000);
});

describe('a scheduled trigger', () => {
  it('runs first after five minutes and then at each interval, however far the clock jumps', async () => {
    const { clock } = start();
    await clock.advanceBy(65 * MINUTE);
    const minutes = (key: string) => noted(key).map((at) => ((at as number) - START) / MINUTE);
    expect(minutes('sweep')).toEqual([5, 10, 15, 20, 25, 30, 35, 40, 45, 50, 55, 60, 65]);
    expect(minutes('reconcile')).toEqual([5, 65]);
  });

  it('is given its module and nobody as principal', async () => {
    const { forge, notes } = start();
    await forge.runSchedule('sweep');
    expect(notes).toEqual([{ sweep: START, request: ['context', 'contextToken'], principal: null }]);
    await expect(forge.runSchedule('nope')).rejects.toThrow('no scheduled trigger nope');
  });
});

describe('the key-value store', () => {
  const kvs = (op: string, ...args: unknown[]) => host.invoke('kvs', { op, args });

  it('keeps, replaces and deletes values', async () => {
    start();
    expect(await kvs('get', 'a')).toEqual({});
    await kvs('set', 'a', { n: 1 });
    await kvs('set', 'a', { n: 2 });
    expect(await kvs('get', 'a')).toEqual({ value: { n: 2 } });
    await kvs('delete', 'a');
    expect(await kvs('get', 'a')).toEqual({});
  });

  it('refuses to overwrite under FAIL_IF_EXISTS, even 47 hours after the value expired', async () => {
    const { clock } = start();
    const lease = ['lease', 1, { keyPolicy: 'FAIL_IF_EXISTS', ttl: { value: 1, unit: 'HOURS' } }] as const;
    expect(await kvs('set', ...lease)).toEqual({});
    const conflict = { name: 'ForgeKvsAPIError', code: 'KEY_CONFLICT', status: 409 };
    expect(await kvs('set', ...lease)).toEqual(conflict);
    await clock.advanceBy(48 * 60 * MINUTE);
    expect(await kvs('set', ...lease)).toEqual(conflict);
    await clock.advanceBy(60 * MINUTE);
    expect(await kvs('set', ...lease)).toEqual({});
  });

  it.each([
    ['a value over 240 KiB', ['set', 'a', 'x'.repeat(240 * 1024)], 'MAX_SIZE'],
    ['a key with a slash', ['set', 'a/b', 1], 'INVALID_KEY'],
    ['a key over 500 characters', ['set', 'k'.repeat(501), 1], 'KEY_TOO_LONG'],
    ['a secret, which is not played', ['setSecret', 'a', 1], 'NOT_IMPLEMENTED'],
  ])('refuses %s', async (_, [op, ...args], code) => {
    start();
    expect(await kvs(op as string, ...args)).toMatchObject({ name: 'ForgeKvsAPIError', code });
  });

  it('pages through keys by prefix, in order', async () => {
    const { invoke } = start();
    for (const key of ['p:3', 'p:1', 'q:1', 'p:2']) await kvs('set', key, key);
    const first = (await invoke('kvsQuery', { prefix: 'p:' })) as {
      results: { key: string }[];
      nextCursor: string;
    };
    expect(first.results.map((r) => r.key)).toEqual(['p:1', 'p:2']);
    const second = (await invoke('kvsQuery', { prefix: 'p:', cursor: first.nextCursor })) as typeof first;
    expect(second.results.map((r) => r.key)).toEqual(['p:3']);
    expect(second.nextCursor).toBeUndefined();
  });

  it('sets and deletes in one transaction', async () => {
    const { invoke } = start();
    await kvs('set', 't:0', 0);
    await invoke('kvsTransact');
    expect(await kvs('get', 't:0')).toEqual({});
    expect(await kvs('get', 't:2')).toEqual({ value: 2 });
    expect(await kvs('batchGet', [{ key: 't:1' }, { key: 't:0' }])).toMatchObject({
      value: { successfulKeys: [{ key: 't:1', value: 1 }], failedKeys: [{ key: 't:0' }] },
    });
  });
});

describe('Forge SQL', () => {
  it('takes 150 statements a second and then answers RATE_LIMIT_EXCEEDED', async () => {
    const { invoke, forge, clock } = start();
    const limited = { done: 150, name: 'ForgeSQLAPIError', code: 'RATE_LIMIT_EXCEEDED', status: 429 };
    expect(await invoke('sql', { times: 151 })).toEqual(limited);
    expect(forge.invocations.at(-1)?.sqlStatements).toHaveLength(151);
    await clock.advanceBy(1_000);
    expect(await invoke('sql', { times: 1 })).toEqual({ done: 1 });
  });

  it('runs the migration runner, at four statements for a first migration and two for none', async () => {
    const { invoke, forge } = start();
    expect(await invoke('migrate')).toEqual(['v001']);
    expect(forge.invocations.at(-1)?.sqlStatements).toHaveLength(4);
    expect(await invoke('migrate')).toEqual([]);
    expect(forge.invocations.at(-1)?.sqlStatements).toHaveLength(2);
  });
});

it('says at the start which handlers the bundle lacks', () => {
  start();
  expect(() => forgeFor('exports.work = () => undefined;')).toThrow(
    /^manifest.yml and the bundle do not fit: the app does not export resolver, the handler of resolver; .*sweep/,
  );
});

it('carries stores, queue and schedules from one run to the next', async () => {
  const { invoke, forge, clock } = start();
  await invoke('kvs', { op: 'set', args: ['a', 1] });
  await invoke('push', { events: { body: { n: 1 }, delayInSeconds: 120 } });
  await clock.advanceBy(MINUTE);
  const state = JSON.parse(JSON.stringify(forge.dump())) as ReturnType<typeof forge.dump>;
  await host.dispose();

  host = forgeFor(APP);
  host.clock.set(START + MINUTE);
  host.forge.restore(state);
  host.forge.start();
  await host.clock.advanceTo(START + 5 * MINUTE);
  expect(noted('at')).toEqual([START + 2 * MINUTE]);
  expect(noted('sweep')).toEqual([START + 5 * MINUTE]);
  expect(await host.invoke('kvs', { op: 'get', args: ['a'] })).toEqual({ value: 1 });
});

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setImmediate(resolve));
}
