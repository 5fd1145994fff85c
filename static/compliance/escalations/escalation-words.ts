import type { EscalationFiring } from '../../../src/contract/escalation';

/** What became of an escalation, and what is to be said about it: `Only noted`, with why nothing was done. */
export function stateWords({ state, because }: Pick<EscalationFiring, 'state' | 'because'>): {
  readonly word: string;
  readonly about: string;
} {
  switch (state) {
    case 'done':
      return { word: 'Done', about: '' };
    case 'failed':
      return { word: 'Done in part', about: 'Jira refused some of it.' };
    case 'skipped':
      return { word: 'Only noted', about: `${REASONS[because ?? 'unknown']}, so nothing was done.` };
    case 'interrupted':
      return { word: 'Broken off', about: 'Some of it may have been done.' };
  }
}

const REASONS = {
  'not-covered': 'The threshold had passed before the agreement covered the ticket',
  'other-goal': 'A later version of the agreement changed the goal so that the threshold had passed already',
  'not-in-force': 'The threshold had passed before this escalation was in force',
  'too-late': 'The threshold had passed more than an hour before Accord could look',
  unknown: 'The threshold had passed before it could be acted on',
} as const satisfies Record<NonNullable<EscalationFiring['because']> | 'unknown', string>;

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
