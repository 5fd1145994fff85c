import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { IssueHistory } from '../engine/issue-history';
import { currentValue } from './current-value';
import { foldHistory } from './issue-history';
import { isObject, rawIssueFromJson, type RawIssue } from './raw-issue';
import { sameValue } from './same-value';

const folder = join(__dirname, '../../../shared/fixtures');
const recorded = existsSync(folder) ? describe : describe.skip;
if (!existsSync(folder)) console.warn('Skipped: no recorded Jira answers beside the repository');

type Json = Record<string, unknown>;
const readJson = (...path: string[]): Json => JSON.parse(readFileSync(join(folder, ...path), 'utf8')) as Json;

/** Replaying the entries forward must end in the values the issue has now, and every entry must chain. */
function expectSound(history: IssueHistory, raw: RawIssue): void {
  expect(history.entries[0]).toMatchObject({ kind: 'created', ref: 'created', at: history.created });
  const state = new Map(Object.entries(history.initial));
  let at = history.created;
  for (const entry of history.entries) {
    expect(entry.at).toBeGreaterThanOrEqual(at);
    at = entry.at;
    if (entry.kind !== 'changed') continue;
    const gap = history.gaps.some((g) => g.field === entry.field);
    if (!gap) expect(ids(state.get(entry.field) ?? [])).toEqual(ids(entry.from));
    state.set(entry.field, entry.to);
  }
  for (const field of state.keys()) {
    if (Object.hasOwn(raw.fields, field)) {
      const same = sameValue(state.get(field) ?? [], currentValue(raw.fields[field]));
      expect([history.issueKey, field, same]).toEqual([history.issueKey, field, true]);
    }
  }
}

const ids = (value: readonly { id: string | null; text: string | null }[]) =>
  value.map((item) => item.id ?? item.text).sort();

function shuffledAndDoubled(raw: RawIssue): RawIssue {
  const mix = <T>(list: readonly T[]): T[] => [...list, ...list].sort((a, b) => weight(a) - weight(b));
  const weight = (x: unknown) => (Number((x as { id: string }).id) * 7919) % 1009;
  return { ...raw, histories: mix(raw.histories), comments: mix(raw.comments) };
}

recorded('recorded REST answers', () => {
  test.each([
    ['actionableagile_search_expand_changelog.json', 25],
    ['devlake_board_issues_expand_changelog.json', 33],
    ['bund_search_response.json', 3],
  ])('%s: every issue folds into a sound history, in whatever order Jira answers', (file, count) => {
    const issues = readJson('rest', file)['issues'] as Json[];
    expect(issues).toHaveLength(count);
    for (const issue of issues) {
      const raw = rawIssueFromJson(issue);
      const history = foldHistory(raw);
      expectSound(history, raw);
      expect(foldHistory(shuffledAndDoubled(raw))).toEqual(history);
      // The only places where these logs do not chain: epics that were unlinked without an entry.
      expect(
        history.gaps.every((gap) => gap.field === 'customfield_10014' && gap.expected.length === 0),
      ).toBe(true);
    }
  });

  test('a page of 100 changelog entries, and one that is a whole history', () => {
    for (const [id, page] of Object.entries(readJson('rest', 'devlake_issue_changelog_pages.json'))) {
      const values = (page as { values: Json[] }).values;
      const created = values[0]?.['created'];
      const raw = { id, key: `X-${id}`, fields: { created }, histories: values, comments: [] };
      const history = foldHistory(raw);
      expectSound(history, raw);
      expect(foldHistory(shuffledAndDoubled(raw))).toEqual(history);
      const refs = new Set(history.entries.map((entry) => entry.ref));
      for (const value of values) {
        const status = (value['items'] as Json[]).find((item) => item['fieldId'] === 'status');
        if (status) expect(refs).toContain(`changelog:${String(value['id'])}`);
      }
    }
  });

  test('scrubbed changelog pages', () => {
    for (const file of ['bund_changelog_page.json', 'bund_changelog_page_without_in_progress.json']) {
      const values = readJson('rest', file)['values'] as Json[];
      const fields = { created: values[0]?.['created'] };
      const raw = { id: '1', key: 'B-1', fields, histories: values, comments: [] };
      expectSound(foldHistory(raw), raw);
    }
  });
});

recorded('recorded webhooks', () => {
  const files = existsSync(folder) ? readdirSync(join(folder, 'webhooks-cloud')) : [];
  test.each(files)('%s folds', (file) => {
    const event = readJson('webhooks-cloud', file);
    const issue = event['issue'] as Json;
    const at = event['timestamp'];
    const comment = event['comment'];
    const fields = { created: at, ...(issue['fields'] as Json) };
    const changelog = event['changelog'];
    // An event's changelog carries no time; the event itself does.
    const histories = isObject(changelog) ? [{ created: at, author: event['user'], ...changelog }] : [];
    const raw = {
      id: String(issue['id']),
      key: String(issue['key']),
      fields,
      histories,
      comments: comment ? [comment] : [],
    };
    const history = foldHistory(raw);
    expectSound(history, raw);
    expect(history.entries.filter((entry) => entry.kind === 'commented')).toHaveLength(comment ? 1 : 0);
  });
});
