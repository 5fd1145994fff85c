import { answerJira, inTurn, type Answer } from './fixtures/fake-forge';
import { FetchError, route } from '@forge/api';
import { callJira } from './jira-client';
import { JiraError } from './jira-error';

/** Waits in no time, notes for how long. */
function waiting(budgetMs: number, random = 0) {
  const slept: number[] = [];
  const sleep = (ms: number) => {
    slept.push(ms);
    return Promise.resolve();
  };
  return { slept, patience: { budgetMs, random: () => random, sleep } };
}

const busy = (headers: Record<string, string> = {}): Answer => ({ status: 429, headers });
const ok: Answer = { body: { fine: true } };
const get = (patience: ReturnType<typeof waiting>['patience']) =>
  callJira('GET', route`/rest/api/3/field`, { as: 'app', patience });

async function failure(work: Promise<unknown>): Promise<JiraError> {
  const error: unknown = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof JiraError)) throw new Error(`not a JiraError: ${String(error)}`);
  return error;
}

test('a call is made as the app or as the person, with JSON both ways', async () => {
  const seen = answerJira(inTurn(ok));
  expect(
    await callJira('POST', route`/rest/api/3/jql/${'a b'}?x=${'ä&b'}`, { as: 'user', body: { a: 1 } }),
  ).toEqual({ fine: true });
  await callJira('GET', route`/rest/api/3/field`, { as: 'app' });
  expect(seen).toEqual([
    { as: 'user', method: 'POST', path: '/rest/api/3/jql/a b?x=ä&b', body: { a: 1 } },
    { as: 'app', method: 'GET', path: '/rest/api/3/field', body: undefined },
  ]);
});

test('an empty answer is undefined', async () => {
  answerJira(inTurn({ status: 204 }));
  expect(await get(waiting(0).patience)).toBeUndefined();
});

describe('while Jira is busy', () => {
  test.each<[string, Record<string, string>, number, number[]]>([
    ['as long as it asks', { 'Retry-After': '2' }, 0, [2000]],
    ['up to 30 % longer, never shorter', { 'Retry-After': '2' }, 1, [2600]],
    ['a second where it does not say', {}, 0.5, [1000]],
    [
      'two seconds after too many writes to one issue',
      { 'RateLimit-Reason': 'jira-per-issue-on-write' },
      0,
      [2000],
    ],
  ])('waits %s', async (_, headers, random, slept) => {
    const waits = waiting(10_000, random);
    const seen = answerJira(inTurn(busy(headers), ok));
    expect(await get(waits.patience)).toEqual({ fine: true });
    expect(waits.slept).toEqual(slept);
    expect(seen).toHaveLength(2);
  });

  test('it is tried four times, each pause twice the last', async () => {
    const waits = waiting(60_000, 0.5);
    const seen = answerJira(inTurn(busy()));
    const error = await failure(get(waits.patience));
    expect(waits.slept).toEqual([1000, 2000, 4000]);
    expect(seen).toHaveLength(4);
    expect(error).toMatchObject({ status: 429, code: 'busy', retryAfterMs: 30_000 });
  });

  test('a pause that does not fit the budget is not begun, and told', async () => {
    const waits = waiting(5_000);
    const seen = answerJira(inTurn(busy({ 'Retry-After': '3' })));
    const error = await failure(get(waits.patience));
    expect(waits.slept).toEqual([3000]);
    expect(seen).toHaveLength(2);
    expect(error.retryAfterMs).toBe(3000);
  });

  test.each(['jira-quota-global-based', 'jira-quota-tenant-based'])(
    'it does not wait for a spent quota (%s)',
    async (reason) => {
      const waits = waiting(10_000_000);
      const seen = answerJira(inTurn(busy({ 'RateLimit-Reason': reason, 'Retry-After': '1200' })));
      expect(await failure(get(waits.patience))).toMatchObject({
        code: 'busy',
        retryAfterMs: 1_200_000,
        reason,
      });
      expect(waits.slept).toEqual([]);
      expect(seen).toHaveLength(1);
    },
  );

  test.each([502, 503, 504])('%i counts as busy', async (status) => {
    answerJira(inTurn({ status }, ok));
    expect(await get(waiting(10_000).patience)).toEqual({ fine: true });
  });
});

describe('an answer that is none', () => {
  test.each<[Answer, Partial<JiraError>]>([
    [
      {
        status: 404,
        body: {
          errorMessages: ['Issue does not exist or you do not have permission to see it.'],
          errors: {},
        },
      },
      {
        code: 'not-found',
        message: 'GET /rest/api/3/field: 404 Issue does not exist or you do not have permission to see it.',
      },
    ],
    [{ status: 401 }, { code: 'forbidden' }],
    [
      { status: 403, body: { errorMessage: 'No.' } },
      { code: 'forbidden', message: 'GET /rest/api/3/field: 403 No.' },
    ],
    [
      { status: 400, body: { errorMessages: [], errors: { jql: 'is wrong' } } },
      { code: 'failed', message: 'GET /rest/api/3/field: 400 jql: is wrong', said: 'jql: is wrong' },
    ],
    [
      { status: 400, text: '<h1>No</h1>' },
      { code: 'failed', message: 'GET /rest/api/3/field: 400 <h1>No</h1>', said: '' },
    ],
    [{ status: 410 }, { code: 'failed' }],
    [{ status: 500 }, { code: 'down' }],
    [{ text: '<h1>Welcome</h1>' }, { status: 200, code: 'down' }],
    [
      { status: 401, headers: { 'forge-proxy-error': 'NEEDS_AUTHENTICATION_ERR' } },
      { status: 401, code: 'forbidden' },
    ],
    [
      { status: 400, headers: { 'forge-proxy-error': 'BAD' } },
      { status: 400, code: 'failed' },
    ],
    [
      { status: 429, headers: { 'forge-proxy-error': 'RATE_LIMITED' } },
      { status: 429, code: 'busy', retryAfterMs: 30_000 },
    ],
    [
      { status: 502, headers: { 'forge-proxy-error': 'UPSTREAM' } },
      { status: 502, code: 'busy' },
    ],
  ])('%j', async (answer, expected) => {
    answerJira(inTurn(answer));
    expect(await failure(get(waiting(0).patience))).toMatchObject(expected);
  });

  test.each([
    ['fetch failed', new TypeError('fetch failed', { cause: { code: 'ECONNRESET' } })],
    ['the connection', Object.assign(new Error('read ETIMEDOUT'), { code: 'ETIMEDOUT' })],
    ['the platform', new FetchError('It could not be reached')],
  ])('that never came, by word of %s', async (_, error) => {
    const seen = answerJira(inTurn({ error }));
    expect(await failure(get(waiting(10_000).patience))).toMatchObject({ status: 0, code: 'down' });
    expect(seen).toHaveLength(1);
  });

  test('is no word on a mistake of ours', async () => {
    answerJira(inTurn({ error: new TypeError('x is not a function') }));
    await expect(get(waiting(0).patience)).rejects.toThrow('x is not a function');
  });
});
