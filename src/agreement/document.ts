import { z } from 'zod';
import { REPORT_PARTS } from '../contract/service-report';
import { readDate, readInstant } from './date-text';
import { readDuration, readLength } from './duration-text';
import { readDays, readRanges } from './hours-text';
import { readCurrency } from './money';
import { readMoment } from './moment-text';
import { readPartsPerMillion } from './parts-per-million';
import { PRESET_IDS } from './presets';
import type { Reading } from './problem';
import { readShare } from './share-text';
import { readThreshold } from './threshold-text';
import { readZone } from './zone-text';

/**
 * The shape of an agreement document, one value at a time. What needs more than one value (names that must
 * exist, goals that can never match) is checked in `reference-faults`. The JSON Schema for editors is
 * printed from here, so each `meta` is what an editor shows.
 */

interface Meta {
  readonly description: string;
  readonly examples?: readonly string[];
  readonly pattern?: string;
}

/** Text that a reader of this folder understands; `meta.pattern` is for editors only. */
function textRead(reader: (text: string) => Reading<unknown>, meta: Meta) {
  return z
    .string()
    .superRefine((text, context) => {
      const reading = reader(text);
      if (reading.ok) return;
      const { message, remedy } = reading.problem;
      context.addIssue({ code: 'custom', message, params: { remedy } });
    })
    .meta({ ...meta, examples: [...(meta.examples ?? [])] });
}

/** An object without other keys; `shape-faults` reads the known ones out of the message. */
function closed<Shape extends z.core.$ZodLooseShape>(shape: Shape) {
  return z.strictObject(shape, {
    error: (issue) => (issue.code === 'unrecognized_keys' ? Object.keys(shape).join(', ') : undefined),
  });
}

const id = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(64)
  .meta({ description: 'Small letters, digits and hyphens. Stays the same when the name changes.' });
export const EXCLUSION_KINDS = [
  'service',
  'geography',
  'day',
  'schedule',
  'environment',
  'third-party',
  'customer-caused',
  'ticket',
] as const;

const name = z.string().trim().min(1).max(200);
/** An id that Jira gave. */
const jiraId = z.string().trim().min(1).max(128);
const jql = z
  .string()
  .trim()
  .min(1)
  .meta({ description: 'JQL over the fields of the issue', examples: ['priority in (Highest, High)'] });
const date = textRead(readDate, { description: 'A date, YYYY-MM-DD', pattern: '^\\d{4}-\\d{2}-\\d{2}$' });
const instant = textRead(readInstant, {
  description: 'Date, time and zone',
  examples: ['2026-11-21T22:00Z', '2026-11-22T06:00+08:00'],
});
const zone = textRead(readZone, {
  description: 'An IANA time zone',
  examples: ['Europe/London', 'America/New_York', 'Asia/Singapore', 'UTC'],
});
const share = textRead(readShare, {
  description: 'A percentage',
  examples: ['95%'],
  pattern: '^\\d+(\\.\\d+)?\\s*%$',
});
/** A share that money depends on. */
const exactShare = textRead(readPartsPerMillion, {
  description: 'A percentage with at most four decimals',
  examples: ['95%', '99.99%'],
  pattern: '^\\d+(\\.\\d{1,4})?\\s*%$',
});
const length = textRead(readLength, { description: 'Working time', examples: ['1h', '30m', '1h 30m'] });
const ranges = textRead(readRanges, {
  description: 'Hours of a day, 24:00 being its end, or closed',
  examples: ['09:00-17:00', '09:00-12:30, 13:30-17:30', '00:00-24:00', 'closed'],
});
const moment = textRead((text) => readMoment(text, (field) => field), {
  description: 'A moment of the history of a ticket',
  examples: [
    'created',
    'entered status In progress',
    'resolution set',
    'assignee first set',
    'comment by provider',
  ],
});
const moments = z
  .array(
    z.union([
      moment,
      closed({
        moment,
        when: jql.optional().meta({ description: 'Only on tickets that match right after it' }),
        flag: name.optional().meta({ description: 'Written on a cycle that this moment ends' }),
      }),
    ]),
  )
  .min(1);

const party = closed({
  name,
  timeZone: zone,
  organizations: z
    .array(closed({ name, id: jiraId.optional() }))
    .default([])
    .meta({
      description:
        'Organizations of the service desk that belong to this party; their members see the agreement',
    }),
  representatives: z
    .array(
      closed({
        name,
        role: name.optional(),
        accountId: jiraId.optional().meta({ description: 'Jira account that may sign for this party' }),
      }),
    )
    .default([])
    .meta({ description: 'Who speaks and signs for this party' }),
});

const dayHours = z.record(
  textRead(readDays, { description: 'A day or days', examples: ['mon', 'mon-fri', 'sat, sun'] }),
  ranges,
);

const calendar = closed({
  id,
  name,
  timeZone: zone,
  hours: z
    .union([z.literal('always'), dayHours])
    .meta({ description: 'Working hours by weekday, or always. A day that is missing is closed.' }),
  dates: z
    .record(date, ranges)
    .default({})
    .meta({ description: 'Other hours on a date, replacing the weekly ones' }),
  breaks: z.record(date, ranges).default({}).meta({ description: 'Hours taken out of a date' }),
  holidays: z
    .array(
      closed({
        date,
        name,
        yearly: z
          .boolean()
          .default(false)
          .meta({ description: 'On the same day of each year from this one on' }),
      }),
    )
    .default([]),
});

const state = closed({ name, when: jql, id: id.optional() });

const goal = closed({
  name,
  id: id.optional(),
  when: jql.optional().meta({ description: 'Absent: every ticket. The first goal that matches holds.' }),
  within: textRead(readDuration, {
    description: 'The time promised, or none where nothing is',
    examples: ['4h', '30m', '1h 30m', 'none'],
  }),
  calendar: id.optional().meta({ description: "Absent: the measure's, else the first calendar" }),
});

const measure = closed({
  preset: z
    .enum(PRESET_IDS)
    .optional()
    .meta({ description: 'A ready definition; every key beside it replaces a part' }),
  id: id.optional(),
  name: name.optional(),
  start: moments.optional().meta({ description: 'What starts a cycle' }),
  stop: moments.optional().meta({ description: 'What ends it' }),
  resetOn: moments.optional().meta({ description: 'What ends it uncounted and starts a new one at once' }),
  pauseWhile: z.array(state).default([]).meta({ description: 'States in which the clock stands still' }),
  runWhile: state.optional().meta({ description: 'The only state in which the clock runs' }),
  cancelWhile: jql.optional().meta({ description: 'While it matches there is no cycle' }),
  reopen: z
    .enum(['new-cycle', 'continue', 'ignore'])
    .optional()
    .meta({ description: 'What a start does after a stop' }),
  startFrom: z
    .enum(['moment', 'created'])
    .default('moment')
    .meta({ description: 'created: a cycle that starts later still counts from the creation of the ticket' }),
  goals: z.array(goal).default([]).meta({ description: 'First match holds; no match means no goal' }),
  calendar: id.optional().meta({ description: 'Calendar while no goal applies. Absent: the first one' }),
  atRisk: share.default('25%').meta({ description: 'At risk once this share of the goal or less is left' }),
  target: share
    .optional()
    .meta({ description: 'Service level target: the share of cycles that must be met' }),
});

const signature = closed({ by: name, at: instant });

const exclusion = closed({
  id,
  kind: z.enum(EXCLUSION_KINDS).optional().meta({ description: 'What it rests on' }),
  clause: name.meta({ description: 'The clause as people cite it', examples: ['4.2 Planned maintenance'] }),
  effect: z
    .enum(['time', 'cycle'])
    .meta({ description: 'time: these minutes do not count. cycle: the whole cycle does not' }),
  measures: z
    .array(id)
    .default([])
    .meta({ description: 'Ids of the measures it applies to; none named: all' }),
  when: jql.optional().meta({ description: 'Only while the ticket matches' }),
  windows: z
    .array(closed({ from: instant, to: instant }))
    .min(1)
    .optional()
    .meta({ description: 'Only within these; absent: at any time' }),
  during: id.optional().meta({ description: 'Only within the hours of this calendar' }),
  reason: z
    .string()
    .trim()
    .min(1)
    .max(2000)
    .optional()
    .meta({ description: 'Why, in the words of the contract' }),
  agreed: closed({ provider: signature.optional(), customer: signature.optional() }).optional().meta({
    description:
      'Absent: agreed by signing the agreement. Present: agreed elsewhere, and it counts only once both parties have signed',
  }),
});

const responsibility = closed({
  of: z.enum(['provider', 'customer']).meta({ description: 'Who must do it' }),
  text: z.string().trim().min(1).max(1000).meta({ description: 'What, in one sentence' }),
  measure: id.optional().meta({ description: 'The measure that tells whether it is kept' }),
});

const credit = closed({
  measure: id,
  weight: exactShare
    .optional()
    .meta({ description: 'The share of its credit that counts; absent: all of it' }),
  tiers: z
    .array(closed({ below: exactShare, credit: exactShare }))
    .min(1)
    .optional()
    .meta({ description: 'Attainment below the share gives the credit; the worst tier reached holds' }),
  shortfall: z
    .literal(true)
    .optional()
    .meta({ description: 'The credit is the target less what was achieved: 98% - 75% = 23% of the fee' }),
  perBreach: closed({
    amount: z.number().min(0).meta({ description: 'In the currency of the fee' }),
    per: length.meta({ description: 'For each so much working time beyond the goal, parts in proportion' }),
    free: length.optional().meta({ description: 'So much of the lateness of each breach costs nothing' }),
  })
    .optional()
    .meta({ description: 'A penalty for each breach, by how late it was' }),
});

const earnBack = closed({
  periods: z
    .int()
    .min(1)
    .max(24)
    .meta({ description: 'In each of so many following periods the measure must be kept' }),
  reach: exactShare
    .optional()
    .meta({ description: 'The attainment that must be reached in them; absent: the target of the measure' }),
  back: exactShare
    .optional()
    .meta({ description: 'The share of the credit that is given back; absent: all of it' }),
});

const sentence = z.string().trim().min(1).max(1000);

/** One thing that is done: exactly one of the keys. */
const escalationAction = closed({
  comment: sentence.optional().meta({ description: 'An internal comment; customers do not see it' }),
  notify: closed({
    people: z.array(jiraId).max(50).default([]).meta({ description: 'Account ids' }),
    roles: z
      .array(name)
      .max(10)
      .default([])
      .meta({ description: 'assignee, reporter, or roles of the project in Jira by name' }),
    representatives: z
      .array(z.enum(['provider', 'customer']))
      .default([])
      .meta({ description: 'The representatives of a party that have an account' }),
    subject: name.optional().meta({ description: 'Absent: the ticket and the name of the escalation' }),
    text: sentence.optional().meta({ description: 'Absent: what was promised and how it stands' }),
  })
    .optional()
    .meta({ description: 'A mail, by way of Jira, to those who may see the ticket' }),
  assign: jiraId.optional().meta({ description: 'An account id, or lead for the lead of the project' }),
  raisePriority: name
    .optional()
    .meta({ description: 'next, or the name of a priority. A priority is never lowered' }),
  label: z
    .string()
    .regex(/^\S+$/)
    .max(255)
    .optional()
    .meta({ description: 'A label without blanks', examples: ['sla-late'] }),
  transition: name.optional().meta({ description: 'A transition of the workflow, by its name' }),
  set: closed({
    field: name.meta({ description: 'The name or id of a field' }),
    value: z.union([sentence, z.number()]).meta({ description: 'Its value, as people see it' }),
  })
    .optional()
    .meta({ description: 'A value of a field' }),
});

const escalation = closed({
  id,
  name,
  measures: z.array(id).default([]).meta({ description: 'Ids of measures; none named: all with a goal' }),
  when: textRead(readThreshold, {
    description: 'A point on the way to the goal or behind it, in the working time of its calendar',
    examples: ['30m before breach', 'at breach', '2h after breach', 'at 75%'],
  }),
  anyHour: z
    .boolean()
    .default(false)
    .meta({ description: 'true: also at night. Else it waits for the opening hours of the first calendar' }),
  do: z.array(escalationAction).min(1).max(10).meta({ description: 'What is done, in this order' }),
});

const consequences = closed({
  fee: closed({
    amount: z.number().min(0).meta({ description: 'What the service costs per reporting period' }),
    currency: textRead(readCurrency, {
      description: 'ISO 4217',
      examples: ['EUR', 'USD'],
      pattern: '^[A-Z]{3}$',
    }),
  })
    .optional()
    .meta({ description: 'What credits are a share of' }),
  cap: exactShare
    .optional()
    .meta({ description: 'All credits of a period together never exceed this share of the fee' }),
  credits: z
    .array(credit)
    .default([])
    .meta({ description: 'Service credits when the attainment of a measure is too low' }),
  together: z.array(z.array(id).min(2)).optional().meta({
    description: 'Groups of measures that fail together: of each group only the highest credit counts',
  }),
  earnBack: earnBack
    .optional()
    .meta({ description: 'A credit is given back to the provider who does better afterwards' }),
  actions: z
    .array(z.string().trim().min(1).max(1000))
    .default([])
    .meta({ description: 'What else follows, in sentences' }),
  escalations: z
    .array(escalation)
    .max(20)
    .default([])
    .meta({ description: 'What is done by itself when time runs out, once for each cycle' }),
});

export const agreementSchema = closed({
  $schema: z.string().optional().meta({ description: 'For editors of JSON documents' }),
  accord: z.literal(1).meta({ description: 'Version of this format' }),
  id,
  version: z.int().min(1).default(1),
  name,
  kind: z.enum(['sla', 'ola', 'underpinning-contract']).default('sla'),
  effectiveFrom: textRead((text) => (text.includes('T') ? readInstant(text) : readDate(text)), {
    description: "When this version comes into force; a date means its midnight in the provider's zone",
    examples: ['2026-09-01', '2026-09-01T08:00+01:00'],
  }),
  parties: closed({ provider: party, customer: party }),
  scope: jql.optional().meta({ description: 'Tickets it is for. Absent: all of the project' }),
  calendars: z.array(calendar).min(1),
  measures: z.array(measure).min(1),
  exclusions: z.array(exclusion).default([]),
  responsibilities: z.array(responsibility).default([]).meta({ description: 'What each party must do' }),
  consequences: consequences.optional().meta({ description: 'What follows when the promise is not kept' }),
  report: closed({
    every: z.enum(['week', 'month', 'quarter', 'year']),
    to: z.array(name).min(1).meta({ description: 'Representatives who receive it' }),
    by: name.meta({ description: 'Representative who writes it' }),
    within: textRead(readLength, {
      description:
        'Working time of the first calendar after the end of a period within which it is delivered. Absent: 40h',
      examples: ['40h', '16h'],
    }).optional(),
    parts: z
      .array(z.enum(REPORT_PARTS))
      .optional()
      .meta({ description: 'What it tells beside the attainment of each measure. Absent: all' }),
  })
    .optional()
    .meta({ description: 'The service report' }),
}).meta({
  title: 'Accord agreement',
  description: 'One version of an agreement between a provider and a customer',
});

/** A valid document with its defaults filled in; texts are kept as written. */
export type AgreementDocument = z.output<typeof agreementSchema>;

/** A document as a person writes it: what has a default may be missing. */
export type AgreementDraft = z.input<typeof agreementSchema>;

export type MeasureDocument = AgreementDocument['measures'][number];
export type CalendarDocument = AgreementDocument['calendars'][number];
export type ExclusionDocument = AgreementDocument['exclusions'][number];
export type ConsequencesDocument = NonNullable<AgreementDocument['consequences']>;
export type EscalationDocument = ConsequencesDocument['escalations'][number];
