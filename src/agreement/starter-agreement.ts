import type { AgreementDraft } from './document';

export interface StarterInput {
  readonly projectKey: string;
  /** Statuses of the project; `category` is Jira's key: `new`, `indeterminate`, `done`. */
  readonly statuses: readonly { readonly name: string; readonly category: string }[];
  /** Highest first, as Jira lists them. */
  readonly priorities: readonly { readonly name: string }[];
  /** IANA zone of the service team. */
  readonly timeZone: string;
  /** A date; absent = from before any ticket, so that those already open get their timers too. */
  readonly effectiveFrom?: string;
}

/** `Waiting for support` waits on the provider, so its clock runs. */
const WAITING =
  /^(waiting (for|on) (?!(the )?(support|agent|team|provider|us)\b)|waiting$|awaiting |pending\b|on[ -]hold\b|blocked\b)/i;

/** What is promised by rank of priority: the highest, the second, the lowest of five or more, the rest. */
const PROMISES = {
  highest: { response: '1h', resolution: '4h' },
  second: { response: '2h', resolution: '8h' },
  lowest: { response: '8h', resolution: '40h' },
  rest: { response: '4h', resolution: '24h' },
} as const;

/**
 * A first agreement for any service project: first response and resolution, goals by priority, office hours
 * from nine to five, and pauses in those statuses of the project that wait on somebody else. A valid
 * document, meant to be edited.
 */
export function starterAgreement(input: StarterInput): AgreementDraft {
  const { projectKey, statuses, priorities, timeZone, effectiveFrom = '2000-01-01' } = input;
  const waiting = statuses.filter(({ name, category }) => category !== 'done' && WAITING.test(name));
  const names = [...new Set(waiting.map(({ name }) => name))];
  return {
    accord: 1,
    id: `${projectKey.toLowerCase().replace(/[^a-z0-9]+/g, '-')}-starter`,
    version: 1,
    name: `Service level agreement of ${projectKey}`,
    kind: 'sla',
    effectiveFrom,
    parties: {
      provider: { name: `${projectKey} service team`, timeZone },
      customer: { name: `Customers of ${projectKey}`, timeZone },
    },
    calendars: [{ id: 'office-hours', name: 'Office hours', timeZone, hours: { 'mon-fri': '09:00-17:00' } }],
    measures: [
      { preset: 'time-to-first-response', goals: goals(priorities, 'response'), target: '90%' },
      {
        preset: 'time-to-resolution',
        pauseWhile: names.map((name) => ({ name, when: `status = ${quoted(name)}` })),
        goals: goals(priorities, 'resolution'),
        target: '90%',
      },
    ],
  };
}

function goals(priorities: StarterInput['priorities'], promise: 'response' | 'resolution') {
  const ranked = [
    [priorities[0], PROMISES.highest],
    [priorities.length > 2 ? priorities[1] : undefined, PROMISES.second],
    [priorities.length > 4 ? priorities.at(-1) : undefined, PROMISES.lowest],
  ] as const;
  const named = ranked.flatMap(([priority, within], index) => {
    if (priority === undefined) return [];
    const { name } = priority;
    return [{ id: `rank-${index + 1}`, name, when: `priority = ${quoted(name)}`, within: within[promise] }];
  });
  return [...named, { id: 'rest', name: 'Everything else', within: PROMISES.rest[promise] }];
}

/** A JQL string: quotes and backslashes escaped. */
function quoted(text: string): string {
  return `"${text.replace(/[\\"]/g, '\\$&')}"`;
}
