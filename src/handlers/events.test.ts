import { createSqliteBackend } from '../../host/forge/sql/sqlite-backend';
import { installTestRuntime, type TestRuntime } from '../../host/forge/test-runtime';
import { onIssueEvent } from './on-issue-event';
import { onLifecycle } from './on-lifecycle';
import { onProjectDeleted } from './on-project-deleted';

describe('An event', () => {
  let runtime: TestRuntime;
  const sql = createSqliteBackend();
  beforeEach(() => {
    runtime = installTestRuntime({ sql });
  });
  afterEach(() => runtime.restore());
  afterAll(() => sql.close());

  const queuedBy = async (work: () => Promise<unknown>) => {
    expect(await runtime.run(undefined, work)).toBeUndefined();
    return runtime.queued.map(({ queueName, body, delayInSeconds, concurrency }) => ({
      queueName,
      body,
      delayInSeconds,
      concurrency,
    }));
  };

  it.each([
    [
      'avi:jira:created:issue',
      { id: '10042', key: 'ITS-7', fields: { project: { id: '10000', key: 'ITS' } } },
    ],
    ['avi:jira:updated:issue', { id: 10042, key: 'ITS-7', fields: { project: { id: 10000 } } }],
  ])('of an issue (%s) queues its refresh and believes nothing else of it', async (eventType, issue) => {
    const event = { eventType, issue, changelog: { items: [{ fieldId: 'status', to: 'nonsense' }] } };
    expect(await queuedBy(() => onIssueEvent(event))).toEqual([
      {
        queueName: 'refresh',
        body: { v: 1, kind: 'refresh', issues: [{ issueId: '10042', projectId: '10000' }] },
        delayInSeconds: 0,
        concurrency: { key: 'issue-10042', limit: 1 },
      },
    ]);
  });

  it('without fields, as of a deleted comment, is enough', async () => {
    const queued = await queuedBy(() =>
      onIssueEvent({ eventType: 'avi:jira:deleted:comment', issue: { id: '10042' } }),
    );
    expect(queued).toMatchObject([{ body: { kind: 'refresh', issues: [{ issueId: '10042' }] } }]);
  });

  it.each([
    ['by the ids of both ends', { sourceIssueId: '10042', destinationIssueId: 10043 }],
    ['within an object', { issueLink: { sourceIssueId: 10042, destinationIssueId: 10043 } }],
    ['by the issues themselves', { inwardIssue: { id: '10042' }, outwardIssue: { id: '10043' } }],
  ])('of a link, which names its ends %s, has the links of both looked at', async (_, body) => {
    const event = { eventType: 'avi:jira:created:issuelink', ...body };
    expect(await queuedBy(() => onIssueEvent(event))).toMatchObject([
      { body: { kind: 'propose-for-links', issueIds: ['10042', '10043'] } },
    ]);
  });

  it.each([
    ['without an issue', { eventType: 'avi:jira:updated:issue' }],
    ['with an id that is none', { issue: { id: '1; DROP TABLE timer' } }],
    ['of a link that names no issue', { eventType: 'avi:jira:deleted:issuelink', sourceIssueId: 'x' }],
    ['that is nothing at all', null],
  ])('%s is ignored', async (_, event) => {
    const warn = jest.spyOn(console, 'warn').mockImplementation(() => undefined);
    expect(await queuedBy(() => onIssueEvent(event))).toEqual([]);
    expect(warn).toHaveBeenCalledTimes(1);
    warn.mockRestore();
  });

  it('of a deleted project queues the removal of everything in it', async () => {
    expect(await queuedBy(() => onProjectDeleted({ project: { id: 10000, key: 'ITS' } }))).toMatchObject([
      { body: { v: 1, kind: 'remove-project', projectId: '10000' } },
    ]);
  });

  it('of installation or upgrade queues the migrations, one at a time', async () => {
    expect(await queuedBy(() => onLifecycle({ eventType: 'avi:forge:installed:app' }))).toMatchObject([
      { body: { v: 1, kind: 'migrate' }, concurrency: { key: 'migrate', limit: 1 } },
    ]);
  });

  it.each([
    [undefined, 30],
    [{ retryCount: 1 }, 120],
    [{ retryCount: 3 }, 900],
  ])('that cannot be queued comes again, later each time (%j)', async (retryContext, seconds) => {
    jest.spyOn(console, 'error').mockImplementation(() => undefined);
    const event = { issue: { id: '10042' }, ...(retryContext && { retryContext }) };
    // Outside of an invocation there is no queue to be had.
    const answer = await onIssueEvent(event);
    expect(answer?.retryOptions.retryAfter).toBe(seconds);
    jest.restoreAllMocks();
  });
});
