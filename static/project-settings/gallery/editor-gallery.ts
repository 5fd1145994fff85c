import type { AgreementView } from '../../../src/contract/agreement';
import type { AgreementDraft } from '../../../src/contract/document';
import type { DraftCheck, DraftView, ProjectFacts } from '../../../src/contract/draft';
import type { GalleryScript } from '../../gallery/gallery-bridge';
import type { GalleryScreen } from '../../gallery/gallery-server';

/** Drafts to look at in the editor, with what a small service project has to pick from. */
const MONDAY = Date.parse('2026-11-23T15:30:00Z');

const named = (...names: readonly string[]) =>
  names.map((name, index) => ({ id: String(10_000 + index), name }));

const facts: ProjectFacts = {
  projectId: '10000',
  projectKey: 'HELP',
  projectName: 'IT help',
  timeZone: 'Europe/Madrid',
  now: MONDAY,
  statuses: [
    { id: '1', name: 'Waiting for support', category: 'new' },
    { id: '2', name: 'In progress', category: 'indeterminate' },
    { id: '3', name: 'Waiting for customer', category: 'indeterminate' },
    { id: '4', name: 'Resolved', category: 'done' },
  ],
  priorities: named('Highest', 'High', 'Medium', 'Low'),
  issueTypes: named('Incident', 'Service request'),
  requestTypes: named('Get IT help', 'Report a broken till'),
  components: named('Tills', 'Network'),
  resolutions: named('Done', 'Duplicate'),
  fields: [
    { id: 'customfield_10020', name: 'Approval state', type: 'option' },
    { id: 'customfield_10021', name: 'Planned start', type: 'datetime' },
  ],
  organizations: named('Acme Retail', 'Globex'),
};

export const supportDraft: AgreementDraft = {
  accord: 1,
  id: 'acme-it-support',
  version: 1,
  name: 'IT support for Acme Retail',
  kind: 'sla',
  effectiveFrom: '2026-12-01',
  parties: {
    provider: {
      name: 'Northwind IT',
      timeZone: 'Europe/London',
      representatives: [{ name: 'Ana Ruiz', role: 'Service manager', accountId: 'ana' }],
    },
    customer: {
      name: 'Acme Retail',
      timeZone: 'America/New_York',
      organizations: [{ name: 'Acme Retail', id: '10000' }],
      representatives: [
        { name: 'Sam Reed', role: 'Head of IT', accountId: 'sam' },
        { name: 'Lee Wong', accountId: 'lee' },
      ],
    },
  },
  scope: 'issuetype in (Incident, "Service request")',
  calendars: [
    {
      id: 'london',
      name: 'London office hours',
      timeZone: 'Europe/London',
      hours: { 'mon-thu': '09:00-12:30, 13:30-17:30', fri: '09:00-15:00' },
      holidays: [
        { date: '2026-12-25', name: 'Christmas Day', yearly: true },
        { date: '2026-12-28', name: 'Boxing Day (substitute day)' },
      ],
      dates: { '2026-12-24': '09:00-12:00' },
    },
    { id: 'always', name: 'Around the clock', timeZone: 'UTC', hours: 'always' },
  ],
  measures: [
    {
      preset: 'time-to-first-response',
      goals: [
        { id: 'urgent', name: 'Urgent', when: 'priority = Highest', within: '30m', calendar: 'always' },
        { id: 'high', name: 'High', when: 'priority = High', within: '2h' },
        { id: 'rest', name: 'Everything else', within: '4h' },
      ],
      target: '95%',
    },
    {
      id: 'till-repair',
      name: 'Till repair',
      start: ['created', { moment: 'entered status "In progress"', when: 'priority = High' }],
      stop: ['resolution set'],
      pauseWhile: [{ name: 'With the customer', when: 'status = "Waiting for customer"' }],
      goals: [{ id: 'all', name: 'All tickets', within: '8h' }],
    },
  ],
  exclusions: [
    {
      id: 'maintenance',
      kind: 'schedule',
      clause: '4.2 Planned maintenance',
      effect: 'time',
      when: 'component = Tills',
      windows: [{ from: '2026-11-21T22:00Z', to: '2026-11-22T06:00Z' }],
    },
  ],
  responsibilities: [{ of: 'customer', text: 'Names a contact for each ticket.' }],
  consequences: {
    fee: { amount: 5000, currency: 'EUR' },
    cap: '20%',
    credits: [{ measure: 'time-to-first-response', tiers: [{ below: '95%', credit: '5%' }] }],
    actions: ['The provider presents a plan within ten working days.'],
    escalations: [
      {
        id: 'warn',
        name: 'Half an hour left',
        measures: ['time-to-first-response'],
        when: '30m before breach',
        do: [
          { comment: 'This ticket is about to miss its goal.' },
          { notify: { roles: ['assignee', 'Service Desk Team'], subject: 'Half an hour left' } },
          { raisePriority: 'next' },
        ],
      },
    ],
  },
  report: { every: 'month', by: 'Ana Ruiz', to: ['Sam Reed'] },
};

const newDraft: AgreementDraft = {
  accord: 1,
  id: 'help-1',
  name: '',
  effectiveFrom: '2026-12-01',
  parties: {
    provider: { name: 'IT help', timeZone: 'Europe/Madrid' },
    customer: { name: '', timeZone: 'Europe/Madrid' },
  },
  calendars: [
    {
      id: 'office-hours',
      name: 'Office hours',
      timeZone: 'Europe/Madrid',
      hours: { 'mon-fri': '09:00-17:00' },
    },
  ],
  measures: [],
};

const HOSTILE = '<img src=x onerror="document.title=1"> =cmd|A1 ‮txt.exe 🧨';

/** As large as a document may be: 90 goals and 400 holidays, with names that would like to be more than text. */
const largeDraft: AgreementDraft = {
  ...supportDraft,
  name: HOSTILE,
  measures: [0, 1, 2].map((measure) => ({
    id: `measure-${measure}`,
    name: `${HOSTILE} ${measure}`,
    start: ['created'],
    stop: ['resolution set'],
    goals: Array.from({ length: 30 }, (_, goal) => ({
      id: `goal-${goal}`,
      name: `${HOSTILE} ${goal}`,
      when: `priority = High and labels = "l${goal}"`,
      within: '4h',
    })),
  })),
  calendars: [
    {
      id: 'london',
      name: HOSTILE,
      timeZone: 'Europe/London',
      hours: { 'mon-fri': '09:00-17:00' },
      holidays: Array.from({ length: 400 }, (_, day) => ({
        date: new Date(Date.UTC(2026, 0, 1 + day * 3)).toISOString().slice(0, 10),
        name: `${HOSTILE} ${day}`,
      })),
    },
  ],
  consequences: undefined,
  exclusions: undefined,
  responsibilities: undefined,
};

const view = (document: AgreementDraft): DraftView => ({
  agreementId: document.id,
  revision: 1,
  text: `# Written by hand\n${JSON.stringify(document, null, 2)}\n`,
  document,
  updatedAt: MONDAY,
  updatedBy: 'Ana Ruiz',
  publishedVersion: null,
});

/** The agreement around a draft that was never proposed. */
const onlyDraft = ({ id, name }: AgreementDraft): AgreementView => ({
  agreementId: id,
  name,
  kind: 'sla',
  provider: 'Northwind IT',
  timeZone: 'Europe/London',
  customer: 'Acme Retail',
  state: 'draft',
  version: null,
  effectiveFrom: null,
  upcoming: null,
  approval: null,
  draft: { revision: 1, updatedAt: MONDAY, updatedBy: 'Ana Ruiz' },
  proposal: null,
  attainment: { met: 0, breached: 0, share: null },
  hasGoal: true,
  versions: [],
  measures: [],
  shown: null,
});

const clean: DraftCheck = {
  faults: [],
  findings: [],
  sentences: {
    'measures[0].goals[0]': 'Within 30 minutes on Around the clock while the priority is Highest.',
    'measures[0].start[0]': 'Starts when the ticket is created.',
    'measures[1].start[0]': 'The clock starts when the ticket is created.',
    'measures[1].start[1]': 'It starts when the status becomes In progress, on tickets of priority High.',
  },
  text: {
    title: 'IT support for Acme Retail',
    subtitle: 'Service level agreement, version 1, from 1 December 2026',
    notices: [],
    sections: [
      {
        id: 'parties',
        heading: 'Parties',
        blocks: [{ kind: 'paragraph', text: 'Northwind IT serves Acme Retail.' }],
      },
      {
        id: 'measures',
        heading: 'Measures',
        blocks: [
          { kind: 'table', caption: 'Goals', head: ['Tickets', 'Within'], rows: [['Urgent', '30 minutes']] },
        ],
      },
    ],
  },
};

const troubled: DraftCheck = {
  ...clean,
  faults: [
    {
      path: 'measures[0].goals[1].within',
      message: '"2x" is not a duration',
      remedy: 'Write 4h, 30m or none.',
    },
    { path: 'parties.customer.name', message: 'This is empty', remedy: 'Write a name that people will see.' },
  ],
  findings: [
    {
      rule: 'unreachable-goal',
      severity: 'warning',
      path: 'measures[1].goals[0]',
      message: 'No ticket can reach this goal',
      remedy: 'Move it up, or take it out.',
      counterExample: 'A ticket of priority High is promised 2 hours by the goal before it.',
    },
  ],
};

const ok = <T>(value: T) => ({ ok: true, value }) as const;

const script = (document: AgreementDraft, check: DraftCheck = clean): GalleryScript => ({
  context: { extension: { type: 'jira:projectSettingsPage', project: { id: '10000', key: 'HELP' } } },
  answers: {
    readDraft: ok(view(document)),
    saveDraft: ok({ ...view(document), revision: 2 }),
    checkDraft: ok(check),
    readProjectFacts: ok(facts),
    readAgreement: ok(onlyDraft(document)),
    countTickets: ok({ count: 412, faults: [] }),
    findPeople: ok([
      { accountId: 'ben', name: 'Ben Okafor', kind: 'jira' },
      { accountId: 'cleo', name: 'Cleo Park', kind: 'customer' },
    ]),
    tryCalendar: ok({
      start: Date.parse('2026-11-23T15:30:00Z'),
      due: Date.parse('2026-11-24T15:30:00Z'),
      reason: 'Eight working hours: two on Monday, six on Tuesday with an hour of lunch.',
      stretches: [
        {
          start: Date.parse('2026-11-23T15:30:00Z'),
          end: Date.parse('2026-11-23T17:30:00Z'),
          kind: 'running',
          name: 'London office hours',
        },
        {
          start: Date.parse('2026-11-23T17:30:00Z'),
          end: Date.parse('2026-11-24T09:00:00Z'),
          kind: 'outside-hours',
          name: 'London office hours',
        },
        {
          start: Date.parse('2026-11-24T09:00:00Z'),
          end: Date.parse('2026-11-24T15:30:00Z'),
          kind: 'running',
          name: 'London office hours',
        },
      ],
    }),
    measureQuality: ok({
      tickets: 250,
      since: Date.parse('2026-08-25T00:00:00Z'),
      measures: [
        {
          measureId: 'time-to-first-response',
          name: 'Time to first response',
          cycles: 248,
          withOthers: 0.04,
          collectable: 0.99,
        },
        { measureId: 'till-repair', name: 'Till repair', cycles: 120, withOthers: 0.46, collectable: null },
      ],
      findings: [
        {
          rule: 'controllable',
          severity: 'warning',
          path: 'measures[1].pauseWhile',
          message: '46% of the time of Till repair the ticket was with the customer',
          remedy: 'Pause while it waits for the customer.',
          counterExample: 'HELP-104',
        },
      ],
    }),
  },
});

export const editorScreen: GalleryScreen = {
  screen: 'project-settings',
  // As in the manifest: Atlaskit sets styles of elements at run time.
  permissions: {
    scopes: [],
    content: { styles: ['unsafe-inline'] },
  } as unknown as GalleryScreen['permissions'],
  samples: {
    support: script(supportDraft),
    new: script(newDraft),
    troubled: script(supportDraft, troubled),
    large: script(largeDraft),
  },
};

/**
 * Runs in the page before its own scripts: the answers to `readDraft` and `saveDraft` become those of a store
 * with revisions, `window.gallery.draft`, that a test can also change behind the editor's back.
 */
export function keepDrafts(): void {
  interface Live {
    draft: Record<string, unknown>;
    calls: { payload: { revision: number; content: Record<string, unknown> } }[];
    answers: Record<string, { value: Record<string, unknown> }>;
  }
  let live: Live;
  Object.defineProperty(window, 'gallery', {
    get: () => live,
    set(state: Live) {
      live = state;
      live.draft = live.answers['readDraft']?.value ?? {};
      Object.defineProperty(live.answers, 'readDraft', { get: () => ({ ok: true, value: live.draft }) });
      Object.defineProperty(live.answers, 'saveDraft', {
        get() {
          const payload = live.calls.at(-1)?.payload;
          if (!payload || payload.revision !== live.draft['revision']) {
            return { ok: false, code: 'conflict', message: 'Somebody else saved this draft.' };
          }
          const { content } = payload;
          const text = content['text'] ?? `# Kept\n${JSON.stringify(content['document'], null, 2)}\n`;
          live.draft = {
            ...live.draft,
            ...content,
            text,
            revision: payload.revision + 1,
            updatedAt: Date.now(),
          };
          return { ok: true, value: live.draft };
        },
      });
    },
  });
}
