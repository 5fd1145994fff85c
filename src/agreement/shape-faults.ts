import type { z } from 'zod';
import type { Fault } from '../contract';
import { nearest } from './nearest';
import { pathText, type Path } from './path-text';

/** What to write where something else or nothing stands, by the name of the key. */
const REMEDY_BY_KEY: Readonly<Record<string, string>> = {
  accord: 'Write accord: 1, the version of this format.',
  id: 'Write small letters, digits and hyphens, such as it-support.',
  version: 'Write a whole number: 1, and one more with each version.',
  name: 'Write a name that people will see.',
  kind: 'Write sla, ola or underpinning-contract.',
  effectiveFrom: 'Write a date such as 2026-09-01.',
  parties: 'Name both parties: provider and customer.',
  provider: 'Write its name and timeZone.',
  customer: 'Write its name and timeZone.',
  timeZone: 'Write an IANA time zone such as Europe/London.',
  calendars: 'Write at least one calendar with id, name, timeZone and hours.',
  hours: 'Write always, or days with their hours, such as mon-fri: 09:00-17:00.',
  measures: 'Write at least one measure, such as preset: time-to-resolution.',
  start: 'Write a list of moments, such as [created].',
  stop: 'Write a list of moments, such as [resolution set].',
  resetOn: 'Write a list of moments, such as [priority changed].',
  when: 'Write JQL, such as priority = High.',
  scope: 'Write JQL, such as issuetype = Incident.',
  within: 'Write a duration such as 4h or 1h 30m, or none.',
  target: 'Write a percentage such as 95%.',
  atRisk: 'Write a percentage such as 25%.',
  effect: 'Write time or cycle.',
  windows: 'Write a list of { from, to }.',
  from: 'Write date, time and zone: 2026-11-21T22:00Z.',
  to: 'Write when it ends or who receives it.',
  at: 'Write date, time and zone: 2026-11-21T22:00Z.',
  clause: 'Write the clause as people cite it, such as 4.2 Planned maintenance.',
  reason: 'Write why, in a sentence of the contract.',
  organizations: 'Write a list of { name }, as the service desk calls them.',
  representatives: 'Write a list of { name, role, accountId }.',
  accountId: 'Write the account id of this person at Atlassian, or leave it out.',
  responsibilities: 'Write a list of { of, text }, of being provider or customer.',
  text: 'Write one sentence.',
  measure: 'Write the id of a measure of this agreement.',
  consequences: 'Write fee, cap, credits, together, earnBack, escalations or actions.',
  fee: 'Write amount and currency, such as { amount: 12000, currency: EUR }.',
  amount: 'Write a number of 0 or more, such as 12000.',
  currency: 'Write an ISO 4217 code in capitals, such as EUR.',
  cap: 'Write a percentage of the fee such as 15%.',
  credits: 'Write a list of { measure } with tiers, shortfall or perBreach.',
  tiers: 'Write at least one tier, such as { below: 95%, credit: 5% }.',
  below: 'Write a percentage such as 95%.',
  credit: 'Write a percentage of the fee such as 5%.',
  weight: 'Write a percentage such as 60%, or leave it out.',
  shortfall: 'Write shortfall: true, or leave it out.',
  perBreach: 'Write { amount, per, free }, such as { amount: 100, per: 1h, free: 30m }.',
  per: 'Write a duration such as 1h.',
  free: 'Write a duration such as 30m, or leave it out.',
  together: 'Write lists of at least two measures, such as [[time-to-first-response, time-to-resolution]].',
  earnBack: 'Write { periods, reach, back }, such as { periods: 3, reach: 97%, back: 100% }.',
  periods: 'Write a whole number from 1 to 24.',
  reach: 'Write a percentage such as 97%, or leave it out.',
  back: 'Write a percentage such as 100%, or leave it out.',
  actions: 'Write a list of sentences.',
  escalations: 'Write a list of { id, name, when, do }.',
  do: 'Write at least one action, such as { comment: Please look at this. }.',
  anyHour: 'Write true, or leave it out.',
  comment: 'Write one sentence.',
  notify: 'Write people, roles or representatives, such as { roles: [assignee] }.',
  roles: 'Write a list such as [assignee].',
  people: 'Write a list of account ids.',
  assign: 'Write an account id, or lead.',
  raisePriority: 'Write next, or the name of a priority.',
  label: 'Write a label without blanks, such as sla-late.',
  transition: 'Write the name of a transition, such as Escalate.',
  set: 'Write field and value.',
  field: 'Write the name of a field.',
  value: 'Write what the field shall hold.',
  report: 'Write every, to and by.',
  every: 'Write week, month, quarter or year.',
  by: 'Write the name of a representative.',
};

/** Turns what zod found into faults in the words of the document, in its order. */
export function shapeFaults(error: z.ZodError): readonly Fault[] {
  return error.issues.flatMap((issue) => faultsOf(issue, []));
}

function faultsOf(issue: z.core.$ZodIssue, above: Path): readonly Fault[] {
  const path = [...above, ...issue.path];
  const fault = (message: string, remedy: string): Fault => ({ path: pathText(path), message, remedy });
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => unknownKey(key, path, issue));
    case 'invalid_union': {
      const close = issue.errors.find((branch) => branch.every(isInside)) ?? [];
      if (close.length > 0) return close.flatMap((inner) => faultsOf(inner, path));
      return [fault(`${shown(issue.input)} cannot stand here`, remedyFor(path))];
    }
    case 'invalid_key':
    case 'invalid_element':
      return issue.issues.flatMap((inner) => faultsOf(inner, path));
    case 'invalid_type':
      if (issue.input === undefined) return [fault('This is missing', remedyFor(path))];
      return [fault(`Expected ${kindOf(issue.expected)}, found ${shown(issue.input)}`, remedyFor(path))];
    case 'invalid_value': {
      const known = issue.values.map(String);
      if (issue.input === undefined) return [fault('This is missing', remedyFor(path))];
      const meant = nearest(String(issue.input), known);
      const list = `Write ${known.join(', ')}.`;
      return [
        fault(`${shown(issue.input)} is not known here`, meant ? `Did you mean ${meant}? ${list}` : list),
      ];
    }
    case 'too_small':
      return [
        fault(
          issue.origin === 'number' ? `${shown(issue.input)} is too small` : 'This is empty',
          remedyFor(path),
        ),
      ];
    case 'too_big':
      return [fault(`This is longer than ${String(issue.maximum)} characters`, 'Write less.')];
    case 'invalid_format':
      return [fault(`${shown(issue.input)} cannot stand here`, remedyFor(path))];
    case 'custom':
      return [fault(issue.message, String(issue.params?.remedy ?? remedyFor(path)))];
    default:
      return [fault(issue.message, remedyFor(path))];
  }
}

/** Faults deeper than the union itself, so its author meant this branch. */
function isInside(issue: z.core.$ZodIssue): boolean {
  return issue.path.length > 0 || issue.code === 'unrecognized_keys';
}

function unknownKey(key: string, path: Path, { input, message }: z.core.$ZodIssueUnrecognizedKeys): Fault {
  const known = message.split(', ');
  const meant = nearest(key, known);
  // `{ when: priority in (Highest, High), ... }`: YAML ends the value at the comma and sees a key "High)".
  const cutOff = (input as Readonly<Record<string, unknown>>)[key] === null && meant === undefined;
  const remedy = cutOff
    ? 'Inside { } a comma ends a value: put text that holds a comma in quotes, or on a line of its own.'
    : `Take it out. Known here: ${known.join(', ')}.`;
  return {
    path: pathText([...path, key]),
    message: `There is no "${key}" here`,
    remedy: meant ? `Did you mean ${meant}?` : remedy,
  };
}

function remedyFor(path: Path): string {
  const key = path.findLast((part) => typeof part === 'string');
  return REMEDY_BY_KEY[String(key)] ?? 'See docs/agreement-document.md for what may stand here.';
}

function kindOf(expected: string): string {
  const kinds: Readonly<Record<string, string>> = {
    string: 'text',
    array: 'a list',
    object: 'named values',
    record: 'named values',
    int: 'a whole number',
    number: 'a number',
    boolean: 'true or false',
  };
  return kinds[expected] ?? expected;
}

function shown(value: unknown): string {
  if (value === null) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'named values';
  return typeof value === 'string' ? `"${value}"` : `the ${typeof value} ${String(value)}`;
}
