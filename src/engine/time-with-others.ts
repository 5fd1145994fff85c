import { NOT_SET, type FieldValue } from './field-value';
import type { Instant, Interval } from './instant';
import { mergeIntervals } from './interval';
import type { IssueHistory } from './issue-history';

/**
 * The stretches until `until` in which others than the provider had the issue: while its status waits for
 * somebody else. `waitsForOthers` null = no status says so; then from a public comment of the provider until
 * the customer writes again. Merged.
 */
export function timeWithOthers(
  history: IssueHistory,
  waitsForOthers: ((status: FieldValue) => boolean) | null,
  until: Instant,
): readonly Interval[] {
  const stretches: Interval[] = [];
  let waitingSince = waitsForOthers?.(history.initial['status'] ?? NOT_SET) ? history.created : null;
  let askedSince: Instant | null = null;
  const end = (since: Instant | null, at: Instant) => {
    if (since !== null && since < at) stretches.push({ start: since, end: at });
  };
  for (const entry of history.entries) {
    if (entry.at > until) break;
    if (entry.kind === 'changed' && entry.field === 'status') {
      const waits = waitsForOthers?.(entry.to) ?? false;
      if (!waits) end(waitingSince, entry.at);
      waitingSince = waits ? (waitingSince ?? entry.at) : null;
    }
    // Where statuses tell, an answer may well say that the work goes on.
    if (waitsForOthers !== null || entry.kind !== 'commented') continue;
    if (entry.visibility !== 'public' || entry.actor.side === 'automation') continue;
    if (entry.actor.side === 'provider' && !entry.byReporter) askedSince ??= entry.at;
    else {
      end(askedSince, entry.at);
      askedSince = null;
    }
  }
  end(waitingSince, until);
  end(askedSince, until);
  return mergeIntervals(stretches);
}
