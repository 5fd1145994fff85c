import type { Evidence, ExclusionKind, ExclusionProposal } from '../../src/contract/exclusion';
import { readLocalTime } from './local-time';

/** A proposed exclusion as it is typed. Windows are local times of the viewer's zone. */
export interface ExclusionEntry {
  readonly agreementId: string;
  readonly kind: ExclusionKind;
  readonly clause: string;
  readonly effect: 'time' | 'cycle';
  /** Ids of measures; empty = all. */
  readonly measures: readonly string[];
  readonly tickets: 'all' | 'filter' | 'one';
  readonly when: string;
  readonly issueKey: string;
  readonly windows: readonly { readonly from: string; readonly to: string }[];
  /** Id of a calendar; empty = all hours. */
  readonly during: string;
  readonly reason: string;
  readonly links: readonly { readonly url: string; readonly title: string }[];
  readonly attachments: readonly Evidence[];
}

/** What is wrong, by the field it is wrong in; a window is `from.0`, a link `url.0`. */
export type EntryProblems = Readonly<Record<string, string>>;

export type EntryReading =
  | { readonly ok: true; readonly proposal: ExclusionProposal }
  | { readonly ok: false; readonly problems: EntryProblems };

const WEB = /^https?:\/\/[^\s]+$/i;
const KEY = /^[A-Za-z][A-Za-z0-9_]*-[1-9]\d*$/;

/**
 * Reads an entry, saying all that is wrong with it at once. Windows and links that are empty altogether are
 * left out. What only the app can know (JQL, names) it says when it is asked.
 */
export function readEntry(entry: ExclusionEntry, timeZone: string): EntryReading {
  const problems: Record<string, string> = {};
  if (entry.agreementId === '') problems.agreementId = 'Pick the agreement it is for.';
  if (entry.clause.trim() === '') problems.clause = 'Name the clause it rests on.';
  if (entry.reason.trim() === '') problems.reason = 'Say why: the other party decides on it.';
  if (entry.tickets === 'filter' && entry.when.trim() === '') problems.when = 'Write which tickets, in JQL.';
  if (entry.tickets === 'one' && !KEY.test(entry.issueKey.trim()))
    problems.issueKey = 'Name the ticket by its key, such as HELP-104.';
  const windows = entry.windows.flatMap(({ from, to }, i) => {
    if (from === '' && to === '') return [];
    const [start, end] = [readLocalTime(from, timeZone), readLocalTime(to, timeZone)];
    if (start === null) problems[`from.${i}`] = 'Give the date and time it begins.';
    if (end === null) problems[`to.${i}`] = 'Give the date and time it ends.';
    if (start === null || end === null) return [];
    if (end <= start) problems[`to.${i}`] = 'It must end after it begins.';
    return [{ from: start, to: end }];
  });
  const bounded =
    entry.tickets !== 'all' || entry.during !== '' || windows.length > 0 || hasKeys(problems, 'from.', 'to.');
  if (!bounded) {
    problems['from.0'] = 'Say when: it would otherwise take out every minute of every ticket.';
  }
  const links = entry.links.flatMap(({ url, title }, i) => {
    if (url.trim() === '' && title.trim() === '') return [];
    if (!WEB.test(url.trim())) problems[`url.${i}`] = 'A link begins with https:// or http://.';
    return [{ kind: 'link' as const, url: url.trim(), title: title.trim() || url.trim() }];
  });
  if (Object.keys(problems).length > 0) return { ok: false, problems };
  return {
    ok: true,
    proposal: {
      agreementId: entry.agreementId,
      kind: entry.kind,
      clause: entry.clause.trim(),
      effect: entry.effect,
      measures: entry.measures,
      when: entry.tickets === 'filter' ? entry.when.trim() : null,
      windows,
      during: entry.during === '' ? null : entry.during,
      issueKey: entry.tickets === 'one' ? entry.issueKey.trim().toUpperCase() : null,
      reason: entry.reason.trim(),
      evidence: [...links, ...entry.attachments],
    },
  };
}

const hasKeys = (problems: EntryProblems, ...starts: readonly string[]): boolean =>
  Object.keys(problems).some((key) => starts.some((start) => key.startsWith(start)));
