import type { StoredIssue } from './jira/stored-issue';
import type { SlaView } from './shell/api';

/** The issue property `sla` as the app writes it; an instant may stand there as epoch ms or as ISO text. */
export function slaOf(issue: StoredIssue): SlaView | null {
  const value = issue.properties['sla'] as { state?: unknown; nextBreach?: unknown } | undefined;
  if (typeof value?.state !== 'string') return null;
  const breach = typeof value.nextBreach === 'string' ? Date.parse(value.nextBreach) : value.nextBreach;
  return {
    state: value.state,
    nextBreach: typeof breach === 'number' && Number.isFinite(breach) ? breach : null,
  };
}
