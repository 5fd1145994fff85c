import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import type { AgreementDraft } from './document';
import type { Names } from './names';
import { parseAgreement } from './parse-agreement';

/** A site that takes any JQL without `!!` and keeps its text, so that tests see where it went. */
const names: Names = {
  parseJql: (jql) => {
    const start = jql.indexOf('!!');
    if (start < 0) return { ok: true, predicate: { op: 'in', field: 'jql', values: [{ text: jql }] } };
    return { ok: false, faults: [{ reason: 'Two marks', remedy: 'Take them out.', start, end: start + 2 }] };
  },
  fieldId: (name) => ({ 'due date': 'duedate', region: 'customfield_10060' })[name.toLowerCase()],
};

const jql = (text: string) => ({ op: 'in', field: 'jql', values: [{ text }] });

const draft: AgreementDraft = {
  accord: 1,
  id: 'it-support',
  name: 'IT support',
  effectiveFrom: '2026-09-01',
  parties: {
    provider: { name: 'Northwind', timeZone: 'Europe/London', representatives: [{ name: 'Ana Ruiz' }] },
    customer: { name: 'Acme', timeZone: 'America/New_York', representatives: [{ name: 'Sam Reed' }] },
  },
  calendars: [
    { id: 'london', name: 'London', timeZone: 'Europe/London', hours: { 'mon-fri': '09:00-17:00' } },
  ],
  measures: [{ preset: 'time-to-resolution', goals: [{ name: 'All', within: '8h' }] }],
};

type Loose = Record<string, unknown>;
const withMeasure = (measure: Loose) => ({ ...draft, measures: [{ ...draft.measures[0], ...measure }] });
const withCalendar = (calendar: Loose) => ({ ...draft, calendars: [{ ...draft.calendars[0], ...calendar }] });
const signed = (by: string) => ({ by, at: '2026-11-10T10:00Z' });
const exclusion = { id: 'maintenance', clause: '4.2 Maintenance', effect: 'time' };
const both = { provider: signed('Ana Ruiz'), customer: signed('Sam Reed') };
const withExclusion = (more: Loose) => ({ ...draft, exclusions: [{ ...exclusion, agreed: both, ...more }] });

const withParty = (side: 'provider' | 'customer', more: Loose) => ({
  ...draft,
  parties: { ...draft.parties, [side]: { ...draft.parties[side], ...more } },
});
const withConsequences = (more: Loose) => ({ ...withMeasure({ target: '95%' }), consequences: more });
const escalation = { id: 'late', name: 'Late', when: 'at breach', do: [{ label: 'late' }] };
const withEscalation = (changes: Loose) => withConsequences({ escalations: [{ ...escalation, ...changes }] });
const withTiers = (...tiers: Loose[]) =>
  withConsequences({ credits: [{ measure: 'time-to-resolution', tiers }] });

const withCredit = (credit: Loose, more: Loose = {}) =>
  withConsequences({
    fee: { amount: 12_000, currency: 'EUR' },
    credits: [{ measure: 'time-to-resolution', ...credit }],
    ...more,
  });

function parsed(document: unknown) {
  const reading = parseAgreement(document, names);
  if (!reading.ok) throw new Error(JSON.stringify(reading.faults, null, 2));
  return reading;
}

function faultsOf(document: unknown) {
  const reading = parseAgreement(document, names);
  return reading.ok ? [] : reading.faults;
}

describe('a valid document', () => {
  it('is the same in YAML, in JSON and as values', () => {
    const values = parsed(draft);
    expect(parsed(stringify(draft))).toEqual(values);
    expect(parsed(JSON.stringify(draft))).toEqual(values);
  });

  it('takes effect at midnight of the provider', () => {
    expect(parsed(draft).agreement.effectiveFrom).toBe(Date.parse('2026-08-31T23:00:00Z'));
    const exact = parsed({ ...draft, effectiveFrom: '2026-09-01T08:00+08:00' }).agreement.effectiveFrom;
    expect(exact).toBe(Date.parse('2026-09-01T00:00:00Z'));
  });

  it('compiles hours, dates, breaks and holidays into a calendar', () => {
    const { agreement } = parsed(
      withCalendar({
        hours: { 'mon, wed': '09:00-12:30, 13:30-17:30', 'sat-sun': 'closed', fri: '00:00-24:00' },
        dates: { '2026-12-24': '09:00-12:00', '2026-12-31': 'closed' },
        breaks: { '2026-11-26': '12:00-15:00' },
        holidays: [{ date: '2026-12-25', name: 'Christmas Day', yearly: true }],
      }),
    );
    const halves = [['09:00', '12:30'], ['13:30', '17:30']]; // prettier-ignore
    expect(agreement.calendars[0]).toEqual({
      id: 'london',
      name: 'London',
      timeZone: 'Europe/London',
      weekly: { mon: halves, wed: halves, fri: [['00:00', '24:00']] },
      dates: { '2026-12-24': [['09:00', '12:00']], '2026-12-31': [] },
      breaks: { '2026-11-26': [['12:00', '15:00']] },
      holidays: [{ date: '2026-12-25', name: 'Christmas Day', yearly: true }],
    });
  });

  it('reads always as seven whole days', () => {
    const { weekly } = parsed(withCalendar({ hours: 'always' })).agreement.calendars[0]!;
    expect(Object.keys(weekly)).toHaveLength(7);
    expect(weekly.sun).toEqual([['00:00', '24:00']]);
  });

  it('takes goals in order, with none as no promise, on the first calendar unless they name one', () => {
    const { measures } = parsed(
      withMeasure({
        goals: [
          { name: 'Urgent, by phone', when: 'priority = Highest', within: '1h 30m' },
          { name: 'Questions', when: 'type = Question', within: 'none' },
          { name: 'Rest', id: 'rest-of-them', within: '16h', calendar: 'london' },
        ],
      }),
    ).agreement;
    expect(measures[0]?.goals).toEqual([
      { id: 'urgent-by-phone', name: 'Urgent, by phone', when: jql('priority = Highest'), durationMs: 5_400_000, calendar: 'london' },
      { id: 'questions', name: 'Questions', when: jql('type = Question'), durationMs: null, calendar: 'london' },
      { id: 'rest-of-them', name: 'Rest', when: { op: 'always' }, durationMs: 57_600_000, calendar: 'london' },
    ]); // prettier-ignore
  });

  it('lets a measure replace any part of its preset', () => {
    const [measure] = parsed(
      withMeasure({
        name: 'Back in business',
        stop: [
          'entered status "Done, really", #10004',
          { moment: 'resolution set', when: 'type = X', flag: 'late' },
        ],
        resetOn: ['field "Region" changed to EMEA', 'date reached Due date'],
        pauseWhile: [{ name: 'Waiting for customer', when: 'status = W' }],
        runWhile: { name: 'In progress', when: 'status = P' },
        cancelWhile: 'labels = spam',
        reopen: 'continue',
        startFrom: 'created',
        atRisk: '12.5%',
      }),
    ).agreement.measures;
    expect(measure).toMatchObject({
      id: 'time-to-resolution',
      name: 'Back in business',
      start: [{ on: 'created' }, { on: 'field', field: 'resolution', change: 'cleared' }],
      stop: [
        // The test's site answers with the JQL it was asked: that is how names become ids.
        { on: 'entered-status', status: [{ text: 'status = "Done, really"' }, { id: '10004' }] },
        { on: 'field', field: 'resolution', change: 'set', when: jql('type = X'), flag: 'late' },
      ],
      reset: [
        { on: 'field', field: 'customfield_10060', change: 'changed', to: [{ text: 'EMEA' }] },
        { on: 'date-reached', field: 'duedate' },
      ],
      pauseWhile: [
        { id: 'waiting-for-customer', name: 'Waiting for customer', when: jql('status = W') },
        { id: 'not-in-progress', name: 'Not “In progress”', when: { op: 'not', of: jql('status = P') } },
      ],
      cancelWhile: jql('labels = spam'),
      reopen: 'continue',
      startFrom: 'created',
      atRiskShare: 0.125,
    });
  });

  it('gives the engine only exclusions that both parties have signed, and keeps the others', () => {
    const windows = [
      { from: '2026-11-21T22:00Z', to: '2026-11-22T04:00Z' },
      { from: '2026-11-22T11:00+08:00', to: '2026-11-22T06:00Z' },
    ];
    const half = { ...exclusion, id: 'strike', agreed: { provider: signed('Ana Ruiz') } };
    const { document, exclusions } = parsed({
      ...draft,
      exclusions: [{ ...exclusion, agreed: both, windows, during: 'london', when: 'labels = till' }, half],
    });
    expect(document.exclusions.map(({ id }) => id)).toEqual(['maintenance', 'strike']);
    expect(exclusions).toEqual([
      {
        id: 'maintenance',
        clause: '4.2 Maintenance',
        agreementId: 'it-support',
        effect: 'time',
        measures: [],
        windows: [{ start: Date.parse('2026-11-21T22:00Z'), end: Date.parse('2026-11-22T06:00Z') }],
        during: expect.objectContaining({ id: 'london' }),
        when: jql('labels = till'),
      },
    ]);
  });

  it('keeps target, report and representatives as written', () => {
    const { document } = parsed({
      ...withMeasure({ target: '90%' }),
      report: { every: 'month', to: ['Sam Reed'], by: 'Ana Ruiz' },
    });
    expect(document.measures[0]?.target).toBe('90%');
    expect(document.report).toEqual({ every: 'month', to: ['Sam Reed'], by: 'Ana Ruiz' });
    expect(document.parties.customer.representatives).toEqual([{ name: 'Sam Reed' }]);
  });
});

const base = draft.measures[0]!;
const all = { name: 'All', within: '8h' };
const goals = (...list: Loose[]) => withMeasure({ goals: list });

describe('a fault', () => {
  it.each<[string, unknown, path: string, message: string, remedy: string]>([
    ['nothing at all', '', '', 'Expected named values, found nothing', ''],
    ['a missing key', { ...draft, name: undefined }, 'name', 'This is missing', 'Write a name'],
    ['an unknown key', { ...draft, calender: [] }, 'calender', 'There is no "calender"', 'Did you mean calendars?'],
    ['an unknown key inside', goals({ ...all, whin: 'x' }), 'measures[0].goals[0].whin', 'no "whin"', 'mean when?'],
    ['another format', { ...draft, accord: 2 }, 'accord', 'the number 2', 'Write 1.'],
    ['an id with capitals', { ...draft, id: 'IT Support' }, 'id', '"IT Support"', 'small letters'],
    ['an unknown preset', withMeasure({ preset: 'time-to-resolve' }), 'measures[0].preset', '"time-to-resolve"', 'mean time-to-resolution?'],
    ['an unknown zone', withCalendar({ timeZone: 'Europe/Londn' }), 'calendars[0].timeZone', 'not a time zone', 'mean Europe/London?'],
    ['an offset as zone', withCalendar({ timeZone: '+01:00' }), 'calendars[0].timeZone', 'no summer time', 'IANA'],
    ['an abbreviation as zone', withCalendar({ timeZone: 'EST' }), 'calendars[0].timeZone', 'no summer time', 'IANA'],
    ['a city as zone', withCalendar({ timeZone: 'New York' }), 'calendars[0].timeZone', '', 'mean America/New_York?'],
    ['an unknown day', withCalendar({ hours: { 'mon-fry': '09:00-17:00' } }), 'calendars[0].hours.mon-fry', 'not a day', 'mon-fri'],
    ['a day in two lines', withCalendar({ hours: { 'mon-fri': '09:00-17:00', fri: '09:00-12:00' } }), 'calendars[0].hours.fri', 'fri has hours under "mon-fri"', 'one line'],
    ['short hours', withCalendar({ hours: { mon: '9-17' } }), 'calendars[0].hours.mon', 'not a range', '09:00-12:30'],
    ['hours past midnight', withCalendar({ hours: { mon: '22:00-06:00' } }), 'calendars[0].hours.mon', 'ends before', '22:00-24:00'],
    ['overlapping hours', withCalendar({ hours: { mon: '09:00-13:00, 12:30-17:00' } }), 'calendars[0].hours.mon', 'overlap', 'join'],
    ['a time no clock shows', withCalendar({ hours: { mon: '09:00-24:30' } }), 'calendars[0].hours.mon', 'no clock', '24:00'],
    ['hours of another kind', withCalendar({ hours: 'office' }), 'calendars[0].hours', '"office"', 'always'],
    ['a date that is none', withCalendar({ holidays: [{ date: '2026-02-30', name: 'X' }] }), 'calendars[0].holidays[0].date', 'no 2026-02-30', 'calendar has'],
    ['a date key that is none', withCalendar({ dates: { '24.12.2026': 'closed' } }), 'calendars[0].dates["24.12.2026"]', 'not a date', '2026-12-25'],
    ['days as duration', goals({ name: 'All', within: '2d' }), 'measures[0].goals[0].within', 'days', '16h'],
    ['a number as duration', goals({ name: 'All', within: 30 }), 'measures[0].goals[0].within', 'number 30', '4h'],
    ['no duration', goals({ name: 'All' }), 'measures[0].goals[0].within', 'missing', 'none'],
    ['no time', goals({ name: 'All', within: '0m' }), 'measures[0].goals[0].within', 'no time', '30m'],
    ['an unknown calendar', goals({ ...all, calendar: 'londn' }), 'measures[0].goals[0].calendar', 'no calendar "londn"', 'mean london?'],
    ['a goal after the catch-all', goals(all, { name: 'High', when: 'x = 1', within: '4h' }), 'measures[0].goals[1]', '"All" matches every ticket', 'above'],
    ['the same goal twice', goals({ ...all, when: 'x = 1' }, { name: 'B', when: 'x = 1', within: '4h' }), 'measures[0].goals[1].when', 'goals[0] asks the same', 'one of the two'],
    ['goals of one name', goals({ ...all, when: 'x = 1' }, { ...all, when: 'x = 2' }), 'measures[0].goals[1].id', 'all is taken', 'of its own'],
    ['a target over 100', withMeasure({ target: '101%' }), 'measures[0].target', 'more than all', '100%'],
    ['a target without sign', withMeasure({ target: 95 }), 'measures[0].target', 'number 95', '95%'],
    ['two measures of one preset', { ...draft, measures: [base, base] }, 'measures[1].id', 'time-to-resolution is taken', 'of its own'],
    ['two calendars of one id', { ...draft, calendars: [draft.calendars[0], draft.calendars[0]] }, 'calendars[1].id', 'london is taken', ''],
    ['a measure of nothing', { ...draft, measures: [{ id: 'x', name: 'X', start: ['created'] }] }, 'measures[0].stop', 'missing', 'preset'],
    ['no states for agent work time', { ...draft, measures: [{ preset: 'agent-work-time' }] }, 'measures[0]', 'in which states', 'runWhile'],
    ['an unknown moment', withMeasure({ start: ['creatd'] }), 'measures[0].start[0]', '"creatd" is not a moment', 'mean created?'],
    ['an empty list of moments', withMeasure({ stop: [] }), 'measures[0].stop', 'empty', 'moments'],
    ['an unknown key of a moment', withMeasure({ stop: [{ moment: 'created', wen: 'x' }] }), 'measures[0].stop[0].wen', 'no "wen"', 'mean when?'],
    ['an unknown field in a moment', withMeasure({ stop: ['field "Rgion" set'] }), 'measures[0].stop[0]', 'no field "Rgion"', 'this Jira site'],
    ['a status that is none', withMeasure({ stop: ['entered status Done, Dnoe !!'] }), 'measures[0].stop[0]', 'Two marks', 'Take them out.'],
    ['a value for clearing', withMeasure({ stop: ['assignee cleared to Ana'] }), 'measures[0].stop[0]', 'cannot name a value', ''],
    ['JQL that is refused', { ...draft, scope: 'a = 1 !!' }, 'scope', 'Two marks ("!!" at character 7)', 'Take them out.'],
    ['JQL of a moment', withMeasure({ stop: [{ moment: 'created', when: '!!' }] }), 'measures[0].stop[0].when', 'Two marks', ''],
    ['JQL of a pause', withMeasure({ pauseWhile: [{ name: 'P', when: '!!' }] }), 'measures[0].pauseWhile[0].when', 'Two marks', ''],
    ['JQL of a cancel condition', withMeasure({ cancelWhile: '!!' }), 'measures[0].cancelWhile', 'Two marks', ''],
    ['JQL of an exclusion', withExclusion({ when: '!!' }), 'exclusions[0].when', 'Two marks', ''],
    ['an exclusion of no measure', withExclusion({ measures: ['time-to-resolutio'] }), 'exclusions[0].measures[0]', 'no measure', 'mean time-to-resolution?'],
    ['an exclusion during no calendar', withExclusion({ during: 'paris' }), 'exclusions[0].during', 'no calendar "paris"', 'london'],
    ['a window backwards', withExclusion({ windows: [{ from: '2026-11-22T04:00Z', to: '2026-11-21T22:00Z' }] }), 'exclusions[0].windows[0]', 'ends before', 'later'],
    ['a window without zone', withExclusion({ windows: [{ from: '2026-11-22T04:00', to: '2026-11-22T22:00Z' }] }), 'exclusions[0].windows[0].from', 'which zone', 'Z'],
    ['a stranger who signs', withExclusion({ agreed: { ...both, customer: signed('Ana Ruiz') } }), 'exclusions[0].agreed.customer.by', 'does not represent the customer', 'representative'],
    ['a report by nobody', { ...draft, report: { every: 'month', to: ['Sam Reed'], by: 'Ana Riz' } }, 'report.by', '"Ana Riz"', 'mean Ana Ruiz?'],
    ['an unknown key of a party', withParty('customer', { organisations: [] }), 'parties.customer.organisations', 'no "organisations"', 'mean organizations?'],
    ['an organization without name', withParty('customer', { organizations: [{ id: '1' }] }), 'parties.customer.organizations[0].name', 'missing', 'people will see'],
    ['organizations that are no list', withParty('customer', { organizations: 'Acme' }), 'parties.customer.organizations', 'Expected a list', '{ name }'],
    ['an organization named twice', withParty('customer', { organizations: [{ name: 'A' }, { name: 'A' }] }), 'parties.customer.organizations[1].name', 'named twice', 'once'],
    ['an account on both sides', { ...draft, parties: { provider: { ...draft.parties.provider, representatives: [{ name: 'Ana', accountId: 'x1' }] }, customer: { ...draft.parties.customer, representatives: [{ name: 'Sam' }, { name: 'Ann', accountId: 'x1' }] } } }, 'parties.customer.representatives[1].accountId', '"x1" stands on both sides', 'out of one'],
    ['an account named twice', withParty('customer', { representatives: [{ name: 'A', accountId: 'x' }, { name: 'B', accountId: 'x' }] }), 'parties.customer.representatives[1].accountId', '"x" is named twice', 'once'],
    ['a representative named twice', withParty('provider', { representatives: [{ name: 'A' }, { name: 'A' }] }), 'parties.provider.representatives[1].name', '"A" is named twice', 'once'],
    ['an unknown kind of exclusion', withExclusion({ kind: 'third party' }), 'exclusions[0].kind', '"third party"', 'mean third-party?'],
    ['an empty reason', withExclusion({ reason: ' ' }), 'exclusions[0].reason', 'empty', 'why'],
    ['a reason of a book', withExclusion({ reason: 'x'.repeat(2001) }), 'exclusions[0].reason', '2000 characters', 'less'],
    ['a responsibility of nobody', { ...draft, responsibilities: [{ of: 'custmer', text: 'X' }] }, 'responsibilities[0].of', '"custmer"', 'mean customer?'],
    ['a responsibility without text', { ...draft, responsibilities: [{ of: 'customer' }] }, 'responsibilities[0].text', 'missing', 'one sentence'],
    ['a responsibility of no measure', { ...draft, responsibilities: [{ of: 'customer', text: 'X', measure: 'time-to-resolutio' }] }, 'responsibilities[0].measure', 'no measure', 'mean time-to-resolution?'],
    ['an unknown currency', withConsequences({ fee: { amount: 1, currency: 'EUT' } }), 'consequences.fee.currency', 'not a currency', 'mean EUR?'],
    ['a fee below nothing', withConsequences({ fee: { amount: -1, currency: 'EUR' } }), 'consequences.fee.amount', 'too small', '0 or more'],
    ['a fee as text', withConsequences({ fee: { amount: '12', currency: 'EUR' } }), 'consequences.fee.amount', 'Expected a number', '12000'],
    ['half a cent', withConsequences({ fee: { amount: 0.005, currency: 'EUR' } }), 'consequences.fee.amount', 'no amount 0.005', '2 decimals'],
    ['half a yen', withConsequences({ fee: { amount: 0.5, currency: 'JPY' } }), 'consequences.fee.amount', 'no amount 0.5', '0 decimals'],
    ['more money than there is', withConsequences({ fee: { amount: 1e15, currency: 'EUR' } }), 'consequences.fee.amount', 'more than can be counted', 'smaller'],
    ['a cap over the fee', withConsequences({ cap: '101%' }), 'consequences.cap', 'more than all', '100%'],
    ['a cap that cannot be counted', withConsequences({ cap: '9.99999%' }), 'consequences.cap', 'finer', 'four decimals'],
    ['credits for no measure', withConsequences({ credits: [{ measure: 'uptime', tiers: [{ below: '9%', credit: '1%' }] }] }), 'consequences.credits[0].measure', 'no measure "uptime"', 'time-to-resolution'],
    ['credits without a target', { ...draft, consequences: { credits: [{ measure: 'time-to-resolution', tiers: [{ below: '9%', credit: '1%' }] }] } }, 'consequences.credits[0].measure', 'no target', '95%'],
    ['credits told twice', withConsequences({ credits: [1, 2].map(() => ({ measure: 'time-to-resolution', tiers: [{ below: '9%', credit: '1%' }] })) }), 'consequences.credits[1].measure', 'credits already', 'twice'],
    ['no tiers', withTiers(), 'consequences.credits[0].tiers', 'empty', 'at least one tier'],
    ['a tier of nothing', withTiers({ below: '90%', credit: '0%' }), 'consequences.credits[0].tiers[0].credit', 'nothing', 'higher'],
    ['a tier above the target', withTiers({ below: '96%', credit: '1%' }), 'consequences.credits[0].tiers[0].below', 'although the target of 95% is met', '95% or less'],
    ['a tier told twice', withTiers({ below: '90%', credit: '1%' }, { below: '90.0%', credit: '2%' }), 'consequences.credits[0].tiers[1].below', 'below 90.0% already', 'one tier'],
    ['tiers that rise', withTiers({ below: '80%', credit: '1%' }, { below: '90%', credit: '2%' }), 'consequences.credits[0].tiers[1].below', 'higher than', 'highest limit'],
    ['a worse tier that costs less', withTiers({ below: '90%', credit: '2%' }, { below: '80%', credit: '1%' }), 'consequences.credits[0].tiers[1].credit', 'no higher credit', 'higher percentage'],
    ['a tier without credit', withTiers({ below: '90%' }), 'consequences.credits[0].tiers[0].credit', 'missing', '5%'],
    ['a credit worked out in no way', withCredit({}), 'consequences.credits[0].tiers', 'missing', 'perBreach'],
    ['a credit worked out in two ways', withCredit({ shortfall: true, tiers: [{ below: '90%', credit: '1%' }] }), 'consequences.credits[0].shortfall', 'two ways', 'one of tiers, shortfall'],
    ['a shortfall of no target', { ...draft, consequences: { credits: [{ measure: 'time-to-resolution', shortfall: true }] } }, 'consequences.credits[0].measure', 'no target', '95%'],
    ['a shortfall of a target too fine', { ...withMeasure({ target: '95.12345%' }), consequences: { credits: [{ measure: 'time-to-resolution', shortfall: true }] } }, 'consequences.credits[0].shortfall', 'finer', 'four decimals'],
    ['a shortfall that is not', withCredit({ shortfall: false }), 'consequences.credits[0].shortfall', 'not known here', 'true'],
    ['a weight of nothing', withCredit({ shortfall: true, weight: '0%' }), 'consequences.credits[0].weight', 'nothing counts', 'higher'],
    ['a weight of a penalty', withCredit({ perBreach: { amount: 1, per: '1h' }, weight: '5%' }), 'consequences.credits[0].weight', 'no weight', 'amount'],
    ['a penalty without a fee', withConsequences({ credits: [{ measure: 'time-to-resolution', perBreach: { amount: 1, per: '1h' } }] }), 'consequences.credits[0].perBreach', 'needs a fee', 'amount, currency'],
    ['a penalty of no fee', withCredit({ perBreach: { amount: 1, per: '1h' } }, { fee: { amount: 0, currency: 'EUR' } }), 'consequences.credits[0].perBreach', 'the fee is nothing', 'costs'],
    ['a penalty of nothing', withCredit({ perBreach: { amount: 0, per: '1h' } }), 'consequences.credits[0].perBreach.amount', 'nothing', '100'],
    ['half a cent of penalty', withCredit({ perBreach: { amount: 0.005, per: '1h' } }), 'consequences.credits[0].perBreach.amount', 'no amount 0.005', '2 decimals'],
    ['a penalty per day', withCredit({ perBreach: { amount: 1, per: '1d' } }), 'consequences.credits[0].perBreach.per', 'days', '16h'],
    ['a penalty per nothing', withCredit({ perBreach: { amount: 1, per: 'none' } }), 'consequences.credits[0].perBreach.per', 'some time', '1h'],
    ['a group of one', withCredit({ shortfall: true }, { together: [['time-to-resolution']] }), 'consequences.together[0]', 'empty', 'at least two'],
    ['a group without credits', withCredit({ shortfall: true }, { together: [['time-to-resolution', 'time-to-x']] }), 'consequences.together[0][1]', 'no credit for "time-to-x"', 'time-to-resolution'],
    ['a measure in a group twice', withCredit({ shortfall: true }, { together: [['time-to-resolution', 'time-to-resolution']] }), 'consequences.together[0][1]', 'in a group already', 'once'],
    ['earning back less than the target', withCredit({ shortfall: true }, { earnBack: { periods: 2, reach: '94%' } }), 'consequences.earnBack.reach', 'less than the target', '95% or more'],
    ['earning back in no period', withCredit({ shortfall: true }, { earnBack: { periods: 0 } }), 'consequences.earnBack.periods', 'too small', '1 to 24'],
    ['earning back nothing', withCredit({ shortfall: true }, { earnBack: { periods: 1, back: '0%' } }), 'consequences.earnBack.back', 'nothing', 'higher'],
    ['earning back without credits', withConsequences({ earnBack: { periods: 1 } }), 'consequences.earnBack', 'no credits', 'take this out'],
    ['earning back without a target', { ...draft, consequences: { fee: { amount: 9, currency: 'EUR' }, credits: [{ measure: 'time-to-resolution', perBreach: { amount: 1, per: '1h' } }], earnBack: { periods: 1 } } }, 'consequences.earnBack.reach', 'no target', '97%'],
    ['an empty action', withConsequences({ actions: [''] }), 'consequences.actions[0]', 'empty', 'sentences'],
    ['an escalation at no time', withEscalation({ when: 'at noon' }), 'consequences.escalations[0].when', 'not a point in time', '30m before breach'],
    ['an escalation that does nothing', withEscalation({ do: [{}] }), 'consequences.escalations[0].do[0]', 'does nothing', 'comment'],
    ['an escalation without actions', withEscalation({ do: [] }), 'consequences.escalations[0].do', 'empty', 'at least one action'],
    ['two actions in one', withEscalation({ do: [{ label: 'late', assign: 'lead' }] }), 'consequences.escalations[0].do[0]', 'several actions', 'assign and label'],
    ['an unknown action', withEscalation({ do: [{ coment: 'X' }] }), 'consequences.escalations[0].do[0].coment', 'no "coment"', 'mean comment?'],
    ['a notice to nobody', withEscalation({ do: [{ notify: { subject: 'X' } }] }), 'consequences.escalations[0].do[0].notify', 'tells nobody', 'representatives'],
    ['a notice to those who cannot be reached', withEscalation({ do: [{ notify: { representatives: ['customer'] } }] }), 'consequences.escalations[0].do[0].notify.representatives[0]', 'has an account', 'accountId'],
    ['an escalation of no measure', withEscalation({ measures: ['uptime'] }), 'consequences.escalations[0].measures[0]', 'no measure "uptime"', 'time-to-resolution'],
    ['an escalation that sets no field', withEscalation({ do: [{ set: { field: 'Rgion', value: 'EU' } }] }), 'consequences.escalations[0].do[0].set.field', 'no field "Rgion"', 'this Jira site'],
    ['a label of two words', withEscalation({ do: [{ label: 'too late' }] }), 'consequences.escalations[0].do[0].label', '"too late"', 'sla-late'],
    ['escalations of one id', withConsequences({ escalations: [1, 2].map(() => escalation) }), 'consequences.escalations[1].id', 'late is taken', 'of its own'],
    ['a report to nobody', { ...draft, report: { every: 'month', to: ['Sam'], by: 'Ana Ruiz' } }, 'report.to[0]', '"Sam" does not represent', 'representative'],
    ['a report due in days', { ...draft, report: { every: 'month', to: ['Sam Reed'], by: 'Ana Ruiz', within: '2d' } }, 'report.within', '"2d" counts in days', '16h'],
    ['a report due at once', { ...draft, report: { every: 'month', to: ['Sam Reed'], by: 'Ana Ruiz', within: 'none' } }, 'report.within', 'some time must be told', '30m'],
    ['a report at no interval', { ...draft, report: { every: 'day', to: ['Sam Reed'], by: 'Ana Ruiz' } }, 'report.every', '"day"', 'month'],
  ])('in %s is told with its place and remedy', (_, document, path, message, remedy) => {
    const faults = faultsOf(document);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toEqual({
      path,
      message: expect.stringContaining(message),
      remedy: expect.stringContaining(remedy),
    });
  }); // prettier-ignore

  it('does not hide another one, whatever its kind', () => {
    const document = {
      ...draft,
      zork: 1,
      scope: '!!',
      calendars: [{ ...draft.calendars[0], timeZone: 'Mars/Base' }],
      measures: [
        {
          ...base,
          preset: 'unknown',
          start: ['never'],
          goals: [{ name: 'All', within: '3d', calendar: 'x' }],
        },
      ],
    };
    expect(faultsOf(document).map(({ path }) => path).sort()).toEqual([
      'calendars[0].timeZone',
      'measures[0].goals[0].calendar',
      'measures[0].goals[0].within',
      'measures[0].preset',
      'measures[0].start[0]',
      'scope',
      'zork',
    ]); // prettier-ignore
  });

  it('in JQL that a comma cut off says how to keep it whole', () => {
    const inFlow = stringify(draft).replace(
      /goals:[^]*?8h/,
      'goals: [{ name: All, when: p in (A, B), within: 8h }]',
    );
    expect(faultsOf(inFlow)).toEqual([
      expect.objectContaining({
        path: 'measures[0].goals[0]["B)"]',
        remedy: expect.stringContaining('in quotes'),
      }),
    ]);
  });

  it.each([
    ['a: [1, 2', 'Line 1, column 9'],
    ['accord: 1\nname: a: b\n', 'Line 2, column 7'],
    ['{ "accord": 1,\n  "accord": 1 }', 'Line 2, column 3'],
    ['accord: 1\n\tname: x', 'Line 2, column 1'],
  ])('in the syntax of %j is told by line and column', (text, place) => {
    const [fault] = faultsOf(text);
    expect(fault?.message).toContain(place);
    expect(fault?.remedy).not.toBe('');
  });

  it.each([null, 0, true, [], 'just text', { measures: 'x', calendars: {}, exclusions: [1], parties: null }])(
    'in %j is told without throwing',
    (document) => expect(faultsOf(document).length).toBeGreaterThan(0),
  );
});

describe('consequences', () => {
  it('become exact shares and minor units, and are absent where nothing is credited', () => {
    const credits = [{ measure: 'time-to-resolution', tiers: [{ below: '94.9999%', credit: '5%' }, { below: '90 %', credit: '7.5%' }] }]; // prettier-ignore
    const fee = { amount: 12_000.1, currency: 'EUR' };
    expect(parsed(withConsequences({ fee, cap: '12.25%', credits })).agreement.consequences).toEqual({
      fee: { amountMinor: 1_200_010, currency: 'EUR', decimals: 2 },
      cap: 122_500,
      credits: [
        {
          measureId: 'time-to-resolution',
          tiers: [
            { below: 949_999, credit: 50_000 },
            { below: 900_000, credit: 75_000 },
          ],
        },
      ],
    });
    expect(parsed(withConsequences({ fee, actions: ['A plan.'] })).agreement).not.toHaveProperty(
      'consequences',
    );
    expect(parsed(withConsequences({ credits })).agreement.consequences).toMatchObject({
      fee: null,
      cap: null,
    });
  });

  it('hold weights, shortfalls, penalties, groups and what earns back', () => {
    const compiled = (credit: Loose, more: Loose = {}) =>
      parsed(withCredit(credit, more)).agreement.consequences;
    expect(compiled({ shortfall: true, weight: '33.3333%' })?.credits).toEqual([
      { measureId: 'time-to-resolution', weight: 333_333, shortfallBelow: 950_000 },
    ]);
    expect(compiled({ perBreach: { amount: 100.5, per: '1h', free: '30m' } })?.credits).toEqual([
      {
        measureId: 'time-to-resolution',
        perBreach: { amountMinor: 10_050, perMs: 3_600_000, freeMs: 1_800_000 },
      },
    ]);
    expect(compiled({ shortfall: true }, { earnBack: { periods: 3 } })?.earnBack).toEqual({
      periods: 3,
      reach: { 'time-to-resolution': 950_000 },
      back: 1_000_000,
    });
    const better = { periods: 3, reach: '97%', back: '50%' };
    expect(compiled({ shortfall: true }, { earnBack: better })?.earnBack).toEqual({
      periods: 3,
      reach: { 'time-to-resolution': 970_000 },
      back: 500_000,
    });
    const measures = ['a', 'b'].map((id) => ({ ...draft.measures[0], id, target: '95%' }));
    const credits = ['a', 'b'].map((measure) => ({ measure, shortfall: true }));
    const grouped = { ...draft, measures, consequences: { credits, together: [['a', 'b']] } };
    expect(parsed(grouped).agreement.consequences?.together).toEqual([['a', 'b']]);
  });
});

describe('organizations', () => {
  const site = { ...names, organizations: [{ id: '1', name: 'Acme US' }] };
  const faults = (organization: Loose) => {
    const reading = parseAgreement(withParty('customer', { organizations: [organization] }), site);
    return reading.ok ? [] : reading.faults.map(({ path, remedy }) => [path, remedy]);
  };

  it.each([[{ name: 'acme us' }], [{ name: 'Renamed since', id: '1' }]])(
    '%j are known to the site',
    (organization) => {
      expect(faults(organization)).toEqual([]);
    },
  );

  it('that the site does not have are told, where it is asked', () => {
    expect(faults({ name: 'Acme UK' })).toEqual([
      ['parties.customer.organizations[0].name', expect.stringContaining('mean Acme US?')],
    ]);
    expect(faults({ name: 'Acme US', id: '2' })).toEqual([
      ['parties.customer.organizations[0].id', expect.any(String)],
    ]);
    const elsewhere = withParty('customer', { organizations: [{ name: 'Acme UK' }] });
    expect(parseAgreement(elsewhere, names).ok).toBe(true);
  });
});

it('the agreement of the demo has no faults', () => {
  const text = readFileSync(join(__dirname, '../../scenarios/agreements/acme-it-support.yaml'), 'utf8');
  expect(parsed(text).agreement.measures.length).toBeGreaterThan(2);
});
