import type { EscalationFiring } from '../../../src/contract/escalation';

export const STATE_WORDS: Readonly<
  Record<EscalationFiring['state'], { readonly word: string; readonly about: string }>
> = {
  done: { word: 'Done', about: '' },
  failed: { word: 'Done in part', about: 'Jira refused some of it.' },
  skipped: { word: 'Only noted', about: 'Nobody waited for it any more, so nothing was done.' },
  interrupted: { word: 'Broken off', about: 'Some of it may have been done.' },
};

const ACTIONS: Readonly<Record<string, string>> = {
  comment: 'Comment',
  notify: 'Mail',
  assign: 'Assign',
  'assign-lead': 'Assign',
  'raise-priority': 'Priority',
  label: 'Label',
  transition: 'Transition',
  'set-field': 'Field',
};

/** What came of one action: `Mail: Mailed by Jira.` */
export function outcomeWords({ action, text }: EscalationFiring['outcome'][number]): string {
  return `${ACTIONS[action] ?? action}: ${text}`;
}
