import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deskNames, deskSite } from '../../../scenarios/desk-site';
import { scenarioNames } from '../../../scenarios/scenario-names';
import type { Finding } from '../../contract/draft';
import { AGREEMENT_PRESETS, agreementPreset } from '../agreement-presets';
import type { AgreementDraft } from '../document';
import type { Names } from '../names';
import { parseAgreement } from '../parse-agreement';
import { PRESET_IDS } from '../presets';
import { starterAgreement } from '../starter-agreement';
import { LINT_RULES, lintAgreement } from './lint-agreement';
import type { LintSite } from './lint-site';

const GOOD: AgreementDraft = {
  accord: 1,
  id: 'acme',
  name: 'IT support for Acme',
  effectiveFrom: '2026-09-01',
  parties: {
    provider: {
      name: 'Northwind',
      timeZone: 'Europe/London',
      representatives: [{ name: 'Ana Ruiz', accountId: 'ana' }],
    },
    customer: {
      name: 'Acme',
      timeZone: 'Europe/London',
      representatives: [{ name: 'Sam Reed', accountId: 'sam' }],
    },
  },
  scope: 'type = Incident',
  calendars: [
    {
      id: 'office',
      name: 'Office hours',
      timeZone: 'Europe/London',
      hours: { 'mon-fri': '09:00-12:30, 13:30-17:30' },
    },
    { id: 'always', name: 'Around the clock', timeZone: 'UTC', hours: 'always' },
  ],
  measures: [
    {
      preset: 'time-to-first-response',
      goals: [
        { name: 'Urgent', when: 'priority in (Highest, High)', within: '30m', calendar: 'always' },
        { name: 'Everything else', within: '4h' },
      ],
      target: '95%',
    },
    {
      preset: 'time-to-resolution',
      pauseWhile: [{ name: 'Waiting for customer', when: 'status = "Waiting for customer"' }],
      goals: [
        { name: 'Urgent', when: 'priority in (Highest, High)', within: '4h', calendar: 'always' },
        { name: 'Everything else', within: '24h' },
      ],
      target: '90%',
    },
  ],
  exclusions: [
    { id: 'maintenance', clause: '4.2 Planned maintenance', effect: 'time', when: 'labels = till' },
  ],
  responsibilities: [
    { of: 'provider', text: 'Answers every ticket.', measure: 'time-to-first-response' },
    { of: 'customer', text: 'Names a contact.' },
  ],
  consequences: { actions: ['Both sides look for the cause together.'] },
  report: { every: 'month', to: ['Sam Reed'], by: 'Ana Ruiz' },
};

type Measure = AgreementDraft['measures'][number];
const [response, resolution] = GOOD.measures as [Measure, Measure];
const measures = (...list: readonly Measure[]): Partial<AgreementDraft> => ({ measures: [...list] });
const goals = (measure: Measure, ...list: NonNullable<Measure['goals']>): Measure => ({
  ...measure,
  goals: list,
});

const read = (document: unknown, names: Names = deskNames) => {
  const parsed = parseAgreement(document, names);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
  return parsed;
};
const lint = (document: unknown, site: LintSite = deskSite, names: Names = deskNames) => {
  const { document: checked, agreement } = read(document, names);
  return lintAgreement(checked, agreement, site);
};

const under = (
  kind: 'ola' | 'underpinning-contract',
  id: string,
  within: string,
  rest: Partial<AgreementDraft> = {},
) =>
  read({
    ...GOOD,
    id,
    kind,
    name: `Behind the scenes: ${id}`,
    responsibilities: [],
    measures: [goals(resolution, { name: 'Urgent', when: 'priority = Highest', within, calendar: 'always' })],
    ...rest,
  }).agreement;

interface Case {
  readonly rule: string;
  readonly path: string;
  readonly severity?: 'warning';
  readonly bad: Partial<AgreementDraft>;
  readonly site?: Partial<LintSite>;
  /** Part of the counter-example; absent = there is none. */
  readonly example?: string;
}

const CASES: readonly Case[] = [
  { rule: 'never-attaches', path: 'scope', bad: { scope: 'type = Incident AND type = "Service request"' } },
  { rule: 'never-attaches', path: 'scope', bad: { scope: 'project = DEV' } },
  {
    rule: 'never-attaches',
    path: 'scope',
    bad: { scope: 'project = DEV', ...measures({ ...response, cancelWhile: 'labels = spam' }, resolution) },
  },
  {
    rule: 'always-paused',
    path: 'measures[1].pauseWhile',
    bad: measures(response, {
      ...resolution,
      pauseWhile: [
        { name: 'With us', when: 'status in ("Waiting for support", "In progress", Resolved)' },
        { name: 'With others', when: 'status in ("Waiting for customer", Pending)' },
      ],
    }),
    example: 'A ticket with issue type “Incident”',
  },
  {
    rule: 'always-paused',
    path: 'measures[1].pauseWhile',
    bad: measures(response, { ...resolution, pauseWhile: [{ name: 'Open', when: 'resolution is EMPTY' }] }),
    example: 'is paused, and so is every other one.',
  },
  {
    rule: 'always-cancelled',
    path: 'measures[1].cancelWhile',
    bad: measures(response, { ...resolution, cancelWhile: 'type in (Incident, "Service request")' }),
  },
  {
    rule: 'same-start-and-stop',
    path: 'measures[2].stop',
    bad: measures(response, resolution, {
      id: 'nothing',
      name: 'Nothing',
      start: ['entered status Pending'],
      stop: [{ moment: 'entered status Pending', flag: 'over' }],
    }),
    example: 'On every ticket',
  },
  {
    rule: 'unreachable-goal',
    path: 'measures[1].goals[1]',
    bad: measures(
      response,
      goals(
        resolution,
        { name: 'Important', when: 'priority in (Highest, High)', within: '8h' },
        { name: 'High', when: 'priority = High AND type = Incident', within: '4h' },
        { name: 'Everything else', within: '24h' },
      ),
    ),
    example: 'A ticket with issue type “Incident” and priority “High” goes to “Important”.',
  },
  {
    rule: 'unreachable-goal',
    path: 'measures[1].goals[2]',
    bad: measures(
      response,
      goals(
        resolution,
        { name: 'Important', when: 'priority in (Highest, High)', within: '8h' },
        { name: 'Normal', when: 'priority not in (Highest, High)', within: '16h' },
        { name: 'Any', when: 'priority is not EMPTY', within: '24h' },
      ),
    ),
    example: 'goes to “Important”.',
  },
  {
    rule: 'unreachable-goal',
    path: 'measures[1].goals[1]',
    bad: measures(
      response,
      goals(
        resolution,
        { name: 'Few', when: '"Affected users" < 10', within: '8h' },
        { name: 'Hardly any', when: '"Affected users" <= 3', within: '4h' },
        { name: 'Everything else', within: '24h' },
      ),
    ),
    example: 'goes to “Few”.',
  },
  {
    rule: 'unreachable-goal',
    path: 'measures[1].goals[0]',
    bad: measures(
      response,
      goals(
        resolution,
        { name: 'Requests', when: 'type = "Service request"', within: '8h' },
        { name: 'Everything else', within: '24h' },
      ),
    ),
  },
  {
    rule: 'unreachable-goal',
    path: 'measures[1].goals[1]',
    // More labels than all their combinations can be looked at.
    bad: measures(
      response,
      goals(
        resolution,
        { name: 'VIP', when: 'labels in (vip, board)', within: '8h' },
        { name: 'Board', when: 'labels = board', within: '4h' },
        ...Array.from({ length: 12 }, (_, n) => ({ name: `L${n}`, when: `labels = l${n}`, within: '9h' })),
        { name: 'Everything else', within: '24h' },
      ),
    ),
    example: 'goes to “VIP”.',
  },
  {
    rule: 'status-not-in-workflow',
    path: 'measures[1].pauseWhile[0].when',
    bad: measures(response, {
      ...resolution,
      pauseWhile: [{ name: 'Testing', when: 'status in ("Ready for test", Pending)' }],
    }),
  },
  {
    rule: 'status-not-in-workflow',
    path: 'measures[1].stop[0]',
    bad: measures(response, { ...resolution, stop: ['entered status Shipped', 'resolution set'] }),
  },
  {
    rule: 'response-after-resolution',
    path: 'measures[0].goals[0].within',
    bad: measures(goals(response, { name: 'Every ticket', within: '7h' }), {
      ...resolution,
      goals: [
        { name: 'Highest', when: 'priority = Highest', within: '4h' },
        { name: 'Everything else', within: '24h' },
      ],
    }),
    example:
      'A ticket with issue type “Incident” and priority “Highest”: answered within 7h, but resolved within 4h',
  },
  {
    rule: 'ola-beyond-sla',
    path: 'measures[1].goals[0].within',
    bad: {},
    site: { others: [under('ola', 'network', '3h'), under('underpinning-contract', 'carrier', '2h')] },
    example: 'priority “Highest”: 5h behind the scenes, 4h promised.',
  },
  {
    rule: 'ola-beyond-sla',
    path: 'measures[1].goals[0].within',
    bad: { id: 'network', kind: 'ola' },
    site: { others: [under('ola', 'carrier', '1h'), read(GOOD).agreement] },
    example: '5h behind the scenes, 4h promised.',
  },
  {
    rule: 'goal-never-due',
    path: 'measures[1].goals[1].within',
    bad: {
      calendars: [
        { id: 'office', name: 'Closed', timeZone: 'UTC', hours: {}, dates: { '2026-12-24': '09:00-20:00' } },
        { id: 'always', name: 'Around the clock', timeZone: 'UTC', hours: 'always' },
      ],
    },
    example: 'without a breach',
  },
  {
    rule: 'no-representative',
    path: 'parties.customer.representatives',
    bad: {
      parties: {
        ...GOOD.parties,
        customer: { ...GOOD.parties.customer, representatives: [{ name: 'Sam Reed' }] },
      },
    },
  },
  {
    rule: 'goal-beyond-open-hours',
    severity: 'warning',
    path: 'measures[0].goals[1].within',
    bad: measures(
      goals(response, (response.goals as [object])[0] as never, { name: 'Rest', within: '8h' }),
      resolution,
    ),
    example: 'due only after the next opening',
  },
  {
    rule: 'unsigned-exclusion',
    severity: 'warning',
    path: 'exclusions[0].agreed',
    bad: {
      exclusions: [
        {
          id: 'snow',
          clause: '6.3 Severe weather',
          effect: 'time',
          agreed: { customer: { by: 'Sam Reed', at: '2026-11-20T16:00Z' } },
        },
      ],
    },
  },
  {
    rule: 'warning-before-start',
    severity: 'warning',
    path: 'consequences.escalations[0].when',
    bad: {
      consequences: {
        actions: ['A plan is presented.'],
        escalations: [{ id: 'warn', name: 'Warn', when: '30m before breach', do: [{ label: 'late' }] }],
      },
    },
  },
  { rule: 'no-consequence', severity: 'warning', path: 'consequences', bad: { consequences: {} } },
  {
    rule: 'penalty-without-goal',
    severity: 'warning',
    path: 'consequences.credits[0]',
    bad: {
      ...measures(response, { ...resolution, goals: [], target: undefined }),
      consequences: {
        fee: { amount: 1_000, currency: 'EUR' },
        credits: [{ measure: 'time-to-resolution', perBreach: { amount: 10, per: '1h' } }],
      },
    },
  },
  {
    rule: 'credit-weights',
    severity: 'warning',
    path: 'consequences.credits',
    bad: {
      consequences: {
        credits: [
          { measure: 'time-to-first-response', shortfall: true, weight: '40%' },
          { measure: 'time-to-resolution', shortfall: true },
        ],
      },
    },
  },
  { rule: 'no-report', severity: 'warning', path: 'report', bad: { report: undefined } },
  {
    rule: 'no-target',
    severity: 'warning',
    path: 'measures[1].target',
    bad: measures(response, { ...resolution, target: undefined }),
  },
  {
    rule: 'promise-without-measure',
    severity: 'warning',
    path: 'responsibilities[0]',
    bad: { responsibilities: [{ of: 'provider', text: 'Keeps a list of known faults.' }] },
  },
  {
    rule: 'too-many-measures',
    severity: 'warning',
    path: 'measures',
    bad: measures(
      response,
      resolution,
      ...['Pending', 'In progress', 'Waiting for support', 'Resolved', 'Waiting for customer', '#3'].map(
        (status, index): Measure => ({
          id: `step-${index}`,
          name: `Step ${index}`,
          start: ['created', 'comment by customer'],
          stop: [`entered status ${status}`],
          reopen: index === 5 ? 'ignore' : 'new-cycle',
        }),
      ),
    ),
  },
  {
    rule: 'no-response-or-resolution',
    severity: 'warning',
    path: 'measures',
    bad: {
      ...measures({
        id: 'assigned',
        name: 'Time to assignment',
        start: ['created'],
        stop: ['assignee first set'],
      }),
      responsibilities: [],
    },
  },
  {
    rule: 'redundant-measures',
    severity: 'warning',
    path: 'measures[2]',
    bad: measures(response, resolution, { ...resolution, id: 'fix', name: 'Time to fix' }),
    example: 'same time on every ticket',
  },
];

describe('The linter', () => {
  it.each(CASES.map((each) => [each.rule, each.path, each] as const))(
    'tells %s at %s, and nothing else',
    (rule, path, { bad, site, severity = 'error', example }) => {
      const findings = lint({ ...GOOD, ...bad }, { ...deskSite, ...site });
      const found = findings.filter((finding) => finding.rule === rule);
      expect(found.map((finding) => [finding.path, finding.severity])).toEqual([[path, severity]]);
      const [finding] = found as [Finding];
      if (example === undefined) expect(finding.counterExample).toBeNull();
      else expect(finding.counterExample).toContain(example);
      expect(finding.remedy).toMatch(/^[A-Z“].*\.$/);
      expect(findings.filter((other) => other.rule !== rule)).toEqual([]);
    },
  );

  it('has a case for every rule', () => {
    const kebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    expect([...new Set(CASES.map(({ rule }) => rule))].sort()).toEqual(
      LINT_RULES.map(({ name }) => kebab(name)).sort(),
    );
  });

  it('is silent on a good document', () => expect(lint(GOOD)).toEqual([]));

  it.each<[string, Partial<AgreementDraft>, Partial<LintSite>?]>([
    ['a status category, whatever statuses of other projects it holds', { scope: 'statusCategory != Done' }],
    ['a resolution goal of several days', measures(response, goals(resolution, { name: 'All', within: '30h' }))],
    ['a response around the clock of more than a day', measures(
      goals(response, { name: 'All', within: '30h', calendar: 'always' }),
      goals(resolution, { name: 'All', within: '40h' }),
    )],
    ['hours that cannot be compared', measures(
      goals(response, { name: 'All', within: '7h', calendar: 'always' }),
      goals(resolution, { name: 'All', within: '6h' }),
    )],
    ['nobody to sign where the provider alone approves', {
      parties: { ...GOOD.parties, customer: { ...GOOD.parties.customer, representatives: [] } },
      report: { every: 'month', to: ['Ana Ruiz'], by: 'Ana Ruiz' },
    }, { approval: 'provider' }],
    ['teams that need less than was promised', {}, { others: [under('ola', 'network', '3h')] }],
    ['teams whose tickets are others', {}, { others: [under('ola', 'network', '9h', { scope: 'type = "Service request"' })] }],
    ['former versions of the agreement itself', {}, { others: [under('ola', 'acme', '9h')] }],
    ['updates from comment to comment', measures(response, resolution, {
      preset: 'periodic-update', goals: [{ name: 'All', within: '2h' }], target: '90%',
    })],
    ['work that is only counted in one status', measures(response, resolution, {
      preset: 'agent-work-time', runWhile: { name: 'In progress', when: 'status = "In progress"' },
    })],
  ])('is silent on %s', (_, change, site = {}) => {
    expect(lint({ ...GOOD, ...change }, { ...deskSite, ...site })).toEqual([]);
  }); // prettier-ignore

  it.each(PRESET_IDS)('is silent on the preset %s', (preset) => {
    const states = { runWhile: { name: 'Waiting for customer', when: 'status = "Waiting for customer"' } };
    const measure: Measure = {
      preset,
      goals: [{ name: 'All', within: '2h' }],
      target: '90%',
      ...(['agent-work-time', 'customer-wait'].includes(preset) ? states : {}),
    };
    expect(lint({ ...GOOD, ...measures(measure), responsibilities: [] })).toEqual([]);
  });

  /** Nothing wrong; what is left open on purpose is told. */
  const told = (findings: readonly Finding[]) =>
    findings
      // Duties of conduct, such as announcing maintenance, cannot all be clocked: a warning is all there is to it.
      .filter(({ rule }) => rule !== 'promise-without-measure')
      .map(({ rule, severity, path }) => `${severity} ${rule} ${path}`);
  const open = ['warning no-consequence consequences', 'warning no-report report'];

  it.each([
    ['acme-it-support.yaml', ['warning unsigned-exclusion exclusions[2].agreed', ...open]],
    ['globex-operations.yaml', open],
  ])('finds no contradiction in the demo agreement %s', (file, allowed) => {
    const text = readFileSync(join(__dirname, '../../../scenarios/agreements', file), 'utf8');
    const site = { ...deskSite, workflowStatuses: null };
    const findings = told(lint(text, site, scenarioNames));
    expect(findings.filter((finding) => !allowed.includes(finding))).toEqual([]);
  });

  it('finds nothing in weights that share out the whole', () => {
    const [a, b] = ['time-to-first-response', 'time-to-resolution'];
    const credits = (first: string, second: string): Partial<AgreementDraft> => ({
      consequences: {
        credits: [
          { measure: a!, shortfall: true, weight: first },
          { measure: b!, shortfall: true, weight: second },
        ],
      },
    });
    expect(told(lint({ ...GOOD, ...credits('40%', '60%') }))).toEqual([]);
    expect(told(lint({ ...GOOD, ...credits('40%', '50%') }))).toEqual([
      'warning credit-weights consequences.credits',
    ]);
  });

  it('finds no contradiction in the starter', () => {
    const starter = starterAgreement({
      projectKey: 'ITS',
      statuses: (deskSite.workflowStatuses ?? []).map(({ name }) => ({
        name,
        category: name === 'Resolved' ? 'done' : 'new',
      })),
      priorities: ['Highest', 'High', 'Medium', 'Low'].map((name) => ({ name })),
      timeZone: 'Europe/London',
    });
    const findings = told(lint(starter, { ...deskSite, approval: 'provider' }));
    expect(findings.filter((finding) => !open.includes(finding))).toEqual([]);
  });

  it.each(AGREEMENT_PRESETS.map(({ id }) => id))('finds nothing in the preset %s but who signs', (id) => {
    const preset = agreementPreset(id, {
      projectKey: 'ITS',
      statuses: [
        { name: 'Waiting for support', category: 'new' },
        { name: 'In progress', category: 'indeterminate' },
        { name: 'Waiting for customer', category: 'indeterminate' },
        { name: 'Pending', category: 'indeterminate' },
        { name: 'Resolved', category: 'done' },
      ],
      priorities: ['Highest', 'High', 'Medium', 'Low'].map((name) => ({ name })),
      timeZone: 'Europe/London',
      today: '2026-11-25',
      author: { name: 'Ana Ruiz', accountId: 'ana' },
    });
    // A preset names roles; people are chosen in the editor.
    const people = 'error no-representative parties.customer.representatives';
    expect(told(lint(preset)).filter((finding) => finding !== people)).toEqual([]);
  });

  it('is done with ninety goals over three fields in a moment', () => {
    const many = Array.from({ length: 90 }, (_, n) => ({
      name: `Goal ${n}`,
      when: `priority = ${['Highest', 'High', 'Medium', 'Low'][n % 4]} AND labels = l${n % 5} AND Region = R${n}`,
      within: `${90 - n}h`,
    }));
    const document = { ...GOOD, ...measures(goals(response, ...many), goals(resolution, ...many)) };
    const { document: checked, agreement } = read(document);
    // Of this process alone: others may keep the machine busy.
    const began = process.cpuUsage();
    lintAgreement(checked, agreement, deskSite);
    expect(process.cpuUsage(began).user / 1_000).toBeLessThan(300);
  });
});
