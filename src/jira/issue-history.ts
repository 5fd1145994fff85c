import { NOT_SET, type FieldId, type FieldValue } from '../engine/field-value';
import type { Instant } from '../engine/instant';
import type { HistoryEntry, HistoryGap, IssueHistory } from '../engine/issue-history';
import { Cast } from './actor-side';
import {
  decodeComments,
  decodeHistories,
  type LoggedComment,
  type LoggedHistory,
  type RawAuthor,
} from './decode-histories';
import { FieldWalk } from './field-walk';
import { lastOfInstant } from './instant-order';
import { readJiraTime } from './jira-time';
import { JiraShapeError, type RawIssue } from './raw-issue';

/** Not values a rule can ask for, or values whose changes Jira does not log. */
const WITHOUT_HISTORY: ReadonlySet<string> = new Set([
  'aggregateprogress',
  'attachment',
  'comment',
  'issuelinks',
  'issuerestriction',
  'lastViewed',
  'progress',
  'resolutiondate',
  'statusCategory',
  'statuscategorychangedate',
  'subtasks',
  'timetracking',
  'updated',
  'votes',
  'watches',
  'workratio',
  'worklog',
]);

/**
 * Folds what Jira keeps of an issue into an ordered history. Pure: the same facts in any order, doubled or
 * not, give the same history.
 *
 * The values at creation are found by walking back from the current ones; where an entry does not lead to
 * the value the newer ones begin with, the newer ones are believed and a gap is noted. What is logged before
 * the issue's creation (imports) counts from the creation. An entry that changed nothing is left out.
 * Throws `JiraShapeError` naming the issue and the place when something cannot be read.
 */
export function foldHistory(raw: RawIssue): IssueHistory {
  const created = readJiraTime(raw.fields['created']);
  if (Number.isNaN(created))
    throw new JiraShapeError(`Issue ${raw.key}: fields.created is missing or not a time`);
  const histories = decodeHistories(raw);
  const comments = decodeComments(raw);
  const fold = new Fold(raw, created);
  let comment = comments.pop();
  for (let last = takeLast(histories, fold.walk); last !== undefined; last = takeLast(histories, fold.walk)) {
    // At one instant the change came first: read backwards, the comment does.
    for (; comment !== undefined && comment.at >= last.at; comment = comments.pop()) fold.comment(comment);
    fold.history(last);
  }
  for (; comment !== undefined; comment = comments.pop()) fold.comment(comment);
  return fold.finish();
}

/** More entries than this at one instant come from an import, whose ids are the best order there is. */
const CHAINED_AT_ONE_INSTANT = 16;

/** The latest of the entries left, in order of id or, at one instant, as they chain. */
function takeLast(histories: LoggedHistory[], walk: FieldWalk): LoggedHistory | undefined {
  const last = histories.pop();
  if (last === undefined || histories[histories.length - 1]?.at !== last.at) return last;
  let start = histories.length - 1;
  while (histories[start - 1]?.at === last.at) start -= 1;
  if (histories.length - start >= CHAINED_AT_ONE_INSTANT) return last;
  const instant = [...histories.splice(start), last];
  const chosen = lastOfInstant(instant, walk);
  histories.push(...instant.filter((entry) => entry !== chosen));
  return chosen;
}

/** Collects entries from the newest to the oldest. */
class Fold {
  readonly walk: FieldWalk;
  private readonly entries: HistoryEntry[] = [];
  private readonly gaps: HistoryGap[] = [];
  private cast!: Cast;
  private readonly participantsField: FieldId | null;

  constructor(
    private readonly raw: RawIssue,
    private readonly created: Instant,
  ) {
    this.walk = new FieldWalk(raw.fields, raw.key);
    this.participantsField = raw.participantsField ?? null;
    this.recast();
  }

  comment(comment: LoggedComment): void {
    const actor = this.cast.actor(comment.author);
    this.entries.push({
      kind: 'commented',
      at: this.since(comment.at),
      ref: `comment:${comment.id}`,
      actor,
      visibility: comment.isPublic ? 'public' : 'internal',
      byReporter: this.cast.isReporter(actor.accountId),
    });
  }

  history(history: LoggedHistory): void {
    const actor = this.cast.actor(history.author);
    const at = this.since(history.at);
    const ref = `changelog:${history.id}`;
    for (let i = history.items.length - 1; i >= 0; i--) {
      const item = history.items[i];
      if (typeof item !== 'object' || item === null) {
        throw new JiraShapeError(
          `Issue ${this.raw.key}: cannot read item ${i} of the changelog entry ${history.id}`,
        );
      }
      const step = this.walk.back(item);
      if (step === null) continue;
      const { field, from, to, found } = step;
      if (found !== null) this.gaps.push({ at, ref, field, expected: to, found });
      if (field === 'reporter' || field === this.participantsField) this.recast();
      if (!equal(from, to)) this.entries.push({ kind: 'changed', at, ref, actor, field, from, to });
    }
  }

  finish(): IssueHistory {
    const { raw, created } = this;
    const actor = this.cast.actor(
      (raw.fields['creator'] ?? raw.fields['reporter'] ?? null) as RawAuthor | null,
    );
    this.entries.push({ kind: 'created', at: created, ref: 'created', actor });
    return {
      issueId: raw.id,
      issueKey: raw.key,
      created,
      initial: this.initial(),
      entries: this.entries.reverse(),
      gaps: this.gaps.reverse(),
    };
  }

  private initial(): Record<FieldId, FieldValue> {
    const { raw, walk } = this;
    const initial: Record<FieldId, FieldValue> = {};
    for (const field in raw.fields) {
      if (WITHOUT_HISTORY.has(field)) continue;
      const value = walk.value(field);
      if (value.length > 0) initial[field] = value;
    }
    for (const field of walk.reached()) {
      const value = walk.value(field);
      if (value.length > 0 && !WITHOUT_HISTORY.has(field)) initial[field] = value;
    }
    return initial;
  }

  /** Who is on whose side, as of the instant reached. */
  private recast(): void {
    const participants = this.participantsField === null ? NOT_SET : this.walk.value(this.participantsField);
    this.cast = new Cast(this.walk.value('reporter'), participants);
  }

  private since(at: Instant): Instant {
    return at < this.created ? this.created : at;
  }
}

/** Did the item change nothing at all? A mere renaming of the same id is no change either. */
function equal(from: FieldValue, to: FieldValue): boolean {
  if (from === to) return true;
  if (from.length !== to.length) return false;
  for (let i = 0; i < from.length; i++) {
    const a = from[i];
    const b = to[i];
    if (a === undefined || b === undefined || a.id !== b.id || (a.id === null && a.text !== b.text))
      return false;
  }
  return true;
}
