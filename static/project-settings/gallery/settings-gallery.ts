import type {
  AgreementList,
  AgreementView,
  AuditEntryView,
  ProjectSettings,
} from '../../../src/contract/agreement';
import type { CreationChoices, DraftCheck, DraftView, Finding } from '../../../src/contract/draft';
import type { GalleryScript } from '../../gallery/gallery-bridge';
import type { GalleryScreen } from '../../gallery/gallery-server';
import { agreement, agreements, proposal, proposed, summary, superseded, text } from './sample-agreements';
import { exclusion, exclusions, preview } from './sample-exclusions';

/** Stands for the page in Jira that the screen is opened on. */
export const onPage = (type: 'jira:projectSettingsPage' | 'jira:projectPage') => ({
  extension: { type, project: { id: '10000', key: 'HELP', type: 'service_desk' } },
});

const ok = <T>(value: T) => ({ ok: true, value }) as const;

const list = (of: AgreementList['agreements']): AgreementList => ({
  agreements: of,
  projectKey: 'HELP',
  projectName: 'Help desk',
  mayAdminister: true,
});

const choices: CreationChoices = {
  presets: [
    {
      id: 'it-service-desk',
      name: 'IT service desk',
      about: 'First response and resolution by priority, in office hours.',
    },
    {
      id: 'hr',
      name: 'HR',
      about: 'Calm goals in office hours, with a pause while the employee has to answer.',
    },
    {
      id: 'customer-support',
      name: 'Customer support',
      about: 'First and next response, resolution, and a mirror clock for the customer.',
    },
    {
      id: 'outsourced-provider',
      name: 'Outsourced provider',
      about: 'Around the clock for urgent tickets, with service credits.',
    },
    {
      id: 'internal-ola',
      name: 'Internal OLA',
      about: 'What one team promises another, so that the SLA above it can hold.',
    },
  ],
  copyable: [
    {
      projectId: '10000',
      projectKey: 'HELP',
      agreementId: 'acme-it-support',
      name: 'IT support for Acme Retail',
    },
    { projectId: '10001', projectKey: 'OPS', agreementId: 'globex', name: 'Operations for Globex' },
  ],
};

export const draftView: DraftView = {
  agreementId: 'hr',
  revision: 7,
  text: 'accord: 1\n',
  document: null,
  updatedAt: Date.parse('2026-11-25T10:04:00Z'),
  updatedBy: 'Ana Ruiz',
  publishedVersion: null,
};

export const finding = (severity: Finding['severity'], change: Partial<Finding> = {}): Finding => ({
  rule: 'unreachable-goal',
  severity,
  path: 'measures[0].goals[2]',
  message: 'The goal “Low” is never reached: “Everything else” matches first.',
  remedy: 'Move it before “Everything else”.',
  counterExample: null,
  ...change,
});

export const check = (change: Partial<DraftCheck> = {}): DraftCheck => ({
  faults: [],
  findings: [
    finding('warning', {
      rule: 'no-consequence',
      path: '',
      message: 'Nothing follows when a promise is missed.',
      remedy: 'Add service credits or an action.',
    }),
  ],
  sentences: {},
  text,
  ...change,
});

const audit = (seq: number): AuditEntryView => ({
  seq,
  at: Date.parse('2026-11-25T10:04:00Z') - (40 - seq) * 3_600_000,
  actor: seq % 2 ? 'Ana Ruiz' : 'Sam Reed',
  action: seq % 2 ? 'draft-saved' : 'agreement-signed',
  text:
    seq % 2
      ? 'Saved the draft of “IT support for Acme Retail”'
      : 'Signed version 1 of “IT support for Acme Retail” for Acme Retail',
  hash: 'c0ffee7be0d24c5a9b61f7d8e2a4405c77c1de9386ab1f20c4d5e6f708192a3b',
});

const settings: ProjectSettings = {
  rowVersion: 3,
  approval: 'both',
  hiddenInPortal: ['acme-it-support/time-to-resolution'],
};

const answers: GalleryScript['answers'] = {
  listAgreements: ok(list(agreements)),
  readAgreement: ok(proposed()),
  readCreationChoices: ok(choices),
  createAgreement: ok(draftView),
  readDraft: ok(draftView),
  saveDraft: ok(draftView),
  deleteDraft: ok(null),
  checkDraft: ok(check()),
  proposeAgreement: ok(proposal()),
  withdrawProposal: ok(proposal({ state: 'withdrawn', waitingFor: [] })),
  restoreVersion: ok(proposal({ version: 3 })),
  retireAgreement: ok(proposal({ kind: 'retire' })),
  signAgreement: ok(proposal({ state: 'published', waitingFor: [] })),
  declineAgreement: ok(proposal({ state: 'declined', waitingFor: [] })),
  exportAgreement: ok({ fileName: 'acme-it-support-v1.yaml', text: '\ufeffaccord: 1\r\n' }),
  exportDraft: ok({ fileName: 'hr-draft.yaml', text: 'accord: 1 # as written\n' }),
  printAgreement: ok({ fileName: 'acme-it-support.html', text: '<!doctype html><title>x</title>' }),
  listExclusions: ok(exclusions),
  proposeExclusion: ok(exclusion()),
  previewExclusion: ok(preview),
  decideExclusion: ok(exclusion({ state: 'agreed' })),
  readAudit: ok({ entries: Array.from({ length: 20 }, (_, i) => audit(40 - i)), next: 21 }),
  verifyAudit: ok({ intact: true, checked: 40, brokenAt: null }),
  readSettings: ok(settings),
  saveSettings: ok({ ...settings, rowVersion: 4 }),
};

const admin = (change: GalleryScript['answers'] = {}): GalleryScript => ({
  context: onPage('jira:projectSettingsPage'),
  answers: { ...answers, ...change },
});
const reader = (change: GalleryScript['answers'] = {}): GalleryScript => ({
  context: onPage('jira:projectPage'),
  answers: { ...answers, ...change },
});
const showing = (view: AgreementView) => ({ readAgreement: ok(view) });
const failure = { ok: false, code: 'failed', message: 'Accord could not be reached.' } as const;

/** The states the settings screen can be in, each with the address it is seen at. */
export const scenes: Readonly<Record<string, { readonly route: string; readonly script: GalleryScript }>> = {
  list: { route: '/', script: admin() },
  'list-empty': { route: '/', script: admin({ listAgreements: ok(list([])) }) },
  'list-empty-reader': { route: '/', script: reader({ listAgreements: ok(list([])) }) },
  'list-loading': { route: '/', script: admin({ listAgreements: 'never' }) },
  'list-failed': { route: '/', script: admin({ listAgreements: failure }) },
  'list-forbidden': {
    route: '/',
    script: reader({ listAgreements: { ok: false, code: 'forbidden', message: 'No.' } }),
  },
  new: { route: '/new', script: admin() },
  'new-reader': { route: '/new', script: reader() },
  proposed: { route: '/agreements/acme-it-support', script: admin() },
  'to-sign': {
    route: '/agreements/acme-it-support',
    script: reader(showing(proposed({ maySign: 'customer' }))),
  },
  'to-approve': {
    route: '/agreements/acme-it-support',
    script: admin(
      showing(
        proposed({
          approval: 'provider',
          maySign: 'provider',
          signatures: [],
          waitingFor: [{ side: 'provider', people: ['Ana Ruiz'] }],
        }),
      ),
    ),
  },
  'in-force': { route: '/agreements/acme-it-support', script: admin(showing(superseded)) },
  'former-version': {
    route: '/agreements/acme-it-support?version=1',
    script: reader(showing({ ...superseded, shown: { what: 'version', version: 1, text, document: '' } })),
  },
  'draft-only': {
    route: '/agreements/hr',
    script: admin(
      showing(
        agreement({
          ...summary({
            agreementId: 'hr',
            name: 'HR requests',
            state: 'draft',
            version: null,
            effectiveFrom: null,
            approval: null,
            draft: { revision: 7, updatedAt: 0, updatedBy: 'Ana Ruiz' },
          }),
          versions: [],
          measures: [],
          shown: null,
        }),
      ),
    ),
  },
  missing: {
    route: '/agreements/nope',
    script: admin({ readAgreement: { ok: false, code: 'not-found', message: 'No such agreement.' } }),
  },
  exclusions: { route: '/exclusions', script: admin() },
  'exclusions-none': { route: '/exclusions', script: reader({ listExclusions: ok([]) }) },
  audit: { route: '/audit', script: admin() },
  settings: { route: '/settings', script: admin() },
  unknown: { route: '/somewhere', script: admin() },
};

/** The settings screen in each of its scenes. */
export const settingsGallery: GalleryScreen = {
  screen: 'project-settings',
  samples: Object.fromEntries(Object.entries(scenes).map(([name, { script }]) => [name, script])),
  permissions: { content: { styles: ['unsafe-inline'] } },
};
