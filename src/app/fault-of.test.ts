import { JiraError } from '../jira/jira-error';
import { StoreError } from '../storage/store-error';
import { faultOf } from './fault-of';

describe('what an exception means', () => {
  it.each([
    [
      'Jira asks to wait 7 s',
      new JiraError(429, 'busy', 'x', 7_000),
      { kind: 'busy', who: 'jira', retryAfterMs: 7_000 },
    ],
    [
      'Jira does not say how long',
      new JiraError(503, 'busy', 'x'),
      { kind: 'busy', who: 'jira', retryAfterMs: 30_000 },
    ],
    ['Jira hides it', new JiraError(404, 'not-found', 'x'), { kind: 'not-found' }],
    ['Jira refuses it', new JiraError(403, 'forbidden', 'x'), { kind: 'forbidden' }],
    ['Jira fails', new JiraError(400, 'failed', 'x'), { kind: 'failed' }],
    ['Jira cannot answer', new JiraError(500, 'down', 'x'), { kind: 'down' }],
    [
      'the store has too much to do',
      new StoreError('busy', 'x'),
      { kind: 'busy', who: 'store', retryAfterMs: 2_000 },
    ],
    ['there are no tables yet', new StoreError('not-ready', 'x'), { kind: 'not-ready' }],
    ['a row is there already', new StoreError('duplicate', 'x'), { kind: 'failed' }],
    ['a statement is wrong', new StoreError('refused', 'x'), { kind: 'failed' }],
    ['anything else', new Error('x'), { kind: 'failed' }],
  ])('%s', (_, error, fault) => {
    expect(faultOf(error)).toEqual(fault);
  });
});
