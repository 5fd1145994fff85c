import type { FieldValue } from '../../src/engine/field-value';
import type { Actor, HistoryEntry, IssueHistory } from '../../src/engine/issue-history';
import { initialValues } from './initial-values';
import type { Mapping } from './mapping';
import type { LogCase, LogRow } from './read-log';

/** Logs tell what changed, not who did it. */
const NOBODY: Actor = { accountId: null, name: 'the log', side: 'provider' };

/**
 * A case as the engine knows an issue: created with what its first row records, then a change wherever a
 * row records another value. The resolution is set on entering a resolved status and cleared on leaving.
 */
export function logHistory(logCase: LogCase, mapping: Mapping): IssueHistory {
  const { key, created, summary, rows } = logCase;
  const resolved = new Set(mapping.resolved?.status ?? []);
  const as = mapping.resolved?.as ?? 'Done';
  const state = initialValues(logCase, mapping);
  const initial: Record<string, FieldValue> = { created: instantValue(created) };
  if (summary !== null && summary !== '') initial['summary'] = [{ id: null, text: summary }];
  const entries: HistoryEntry[] = [{ kind: 'created', at: created, ref: 'created', actor: NOBODY }];
  for (const [field, text] of Object.entries(state)) initial[field] = valueOf(text);
  const change = (at: number, line: number, field: string, from: FieldValue, to: FieldValue) =>
    entries.push({ kind: 'changed', at, ref: `line:${line}`, actor: NOBODY, field, from, to });
  let isResolved = false;
  const resolve = (row: LogRow) => {
    const status = row.values['status'];
    if (status === undefined || resolved.has(status) === isResolved) return;
    isResolved = !isResolved;
    change(row.at, row.line, 'resolution', isResolved ? NONE : valueOf(as), isResolved ? valueOf(as) : NONE);
  };
  for (const row of rows) {
    for (const field in row.values) {
      const text = row.values[field] as string;
      const last = state[field];
      if (last === text) continue;
      state[field] = text;
      change(row.at, row.line, field, last === undefined ? NONE : valueOf(last), valueOf(text));
    }
    resolve(row);
  }
  return { issueId: key, issueKey: key, created, initial, entries, gaps: [] };
}

function instantValue(at: number): FieldValue {
  const text = new Date(at).toISOString();
  return [{ id: text, text }];
}

const NONE: FieldValue = [];
const values = new Map<string, FieldValue>();

/** Logs repeat few values: each is made once. */
function valueOf(text: string): FieldValue {
  let value = values.get(text);
  if (value === undefined) values.set(text, (value = [{ id: text, text }]));
  return value;
}
