import type { EscalationFiring, EscalationPage } from '../../../src/contract/escalation';
import { asOf } from './sample-figures';

const MINUTE = 60_000;

const firing = (number: number, change: Partial<EscalationFiring> = {}): EscalationFiring => ({
  issueId: `${20_000 + number}`,
  issueKey: `HELP-${number}`,
  summary: 'Till 4 does not print receipts',
  agreementId: 'acme-it-support',
  measureId: 'time-to-resolution',
  measureName: 'Time to resolution',
  place: 1,
  cycleBegunAt: Date.UTC(2026, 10, 23, 9, 30),
  escalationId: 'warn',
  name: 'Half an hour left',
  when: '30m before breach',
  thresholdAt: asOf - number * MINUTE,
  firedAt: asOf - number * MINUTE + 400,
  state: 'done',
  outcome: [
    { action: 'comment', ok: true, text: 'Commented internally.' },
    { action: 'notify', ok: true, text: 'Mailed by Jira.' },
  ],
  because: null,
  ...change,
});

export const escalations: EscalationPage = {
  tickets: [
    firing(12),
    firing(31, {
      escalationId: 'late',
      name: 'Goal missed',
      when: 'at breach',
      state: 'failed',
      place: 2,
      cycleBegunAt: Date.UTC(2026, 10, 24, 8, 15),
      summary:
        '<b>Ship’s manifest</b> שלום cannot be opened in the browser of the back office since the update',
      firedAt: asOf - 5 * MINUTE,
      outcome: [
        { action: 'raise-priority', ok: true, text: 'Raised the priority to High.' },
        { action: 'transition', ok: false, text: 'The status of the ticket has no transition “Escalate”.' },
      ],
    }),
    firing(55, {
      state: 'skipped',
      because: 'not-in-force',
      outcome: [],
      when: 'at 75%',
      name: '=Three quarters',
    }),
    firing(80, { state: 'interrupted', outcome: [] }),
  ],
  next: null,
  hidden: 2,
  jql: 'key in (HELP-12, HELP-31, HELP-55, HELP-80) order by key',
};

export const noEscalations: EscalationPage = { tickets: [], next: null, hidden: 0, jql: '' };
