import type {
  AgreementSummary,
  AgreementText,
  AgreementView,
  ProposalView,
  SignatureView,
  VersionView,
} from '../../../src/contract/agreement';

/** Agreements of a made-up project, seen on a Wednesday in November 2026. */
const at = (iso: string): number => Date.parse(iso);

export const HASH = '3fa9c17be0d24c5a9b61f7d8e2a4405c77c1de9386ab1f20c4d5e6f708192a3b';

export const signature = (
  side: SignatureView['side'],
  change: Partial<SignatureView> = {},
): SignatureView => ({
  side,
  decision: 'signed',
  accountId: side === 'provider' ? 'ana-ruiz' : 'sam-reed',
  name: side === 'provider' ? 'Ana Ruiz' : 'Sam Reed',
  at: at('2026-08-20T09:12:00Z'),
  place: side === 'provider' ? 'project-settings' : 'portal-page',
  comment: null,
  ...change,
});

export const proposal = (change: Partial<ProposalView> = {}): ProposalView => ({
  agreementId: 'acme-it-support',
  number: 2,
  hash: HASH,
  kind: 'version',
  version: 2,
  effectiveFrom: at('2026-12-01T00:00:00Z'),
  state: 'proposed',
  approval: 'both',
  proposedAt: at('2026-11-24T15:20:00Z'),
  proposedBy: 'Ana Ruiz',
  note: 'Urgent tickets are now answered within 20 minutes.',
  signatures: [signature('provider', { at: at('2026-11-24T15:30:00Z') })],
  waitingFor: [{ side: 'customer', people: ['Sam Reed'] }],
  maySign: null,
  ...change,
});

export const summary = (change: Partial<AgreementSummary> = {}): AgreementSummary => ({
  agreementId: 'acme-it-support',
  name: 'IT support for Acme Retail',
  kind: 'sla',
  provider: 'Northwind IT',
  timeZone: 'Europe/London',
  customer: 'Acme Retail',
  state: 'active',
  version: 1,
  effectiveFrom: at('2026-09-01T00:00:00Z'),
  upcoming: null,
  approval: 'both',
  draft: null,
  proposal: null,
  attainment: { met: 412, breached: 29, share: 412 / 441 },
  hasGoal: true,
  ...change,
});

const draft = { revision: 7, updatedAt: at('2026-11-25T10:04:00Z'), updatedBy: 'Ana Ruiz' };

export const agreements: readonly AgreementSummary[] = [
  summary({ draft, proposal: proposal() }),
  summary({
    agreementId: 'network-ola',
    name: 'Network team for the service desk',
    kind: 'ola',
    provider: 'Network operations',
    customer: 'Service desk',
    approval: 'provider',
    upcoming: { version: 3, effectiveFrom: at('2026-12-15T00:00:00Z'), ends: false },
    version: 2,
    attainment: { met: 88, breached: 12, share: 0.88 },
  }),
  summary({
    agreementId: 'printer-contract',
    name: 'Printer maintenance by Paperworks',
    kind: 'underpinning-contract',
    provider: 'Paperworks',
    customer: 'Northwind IT',
    state: 'signed',
    version: null,
    effectiveFrom: null,
    approval: null,
    upcoming: { version: 1, effectiveFrom: at('2027-01-01T00:00:00Z'), ends: false },
    attainment: { met: 0, breached: 0, share: null },
  }),
  summary({
    agreementId: 'hr',
    name: 'HR requests',
    provider: 'People team',
    customer: 'All employees',
    state: 'draft',
    version: null,
    effectiveFrom: null,
    approval: null,
    draft,
    attainment: { met: 0, breached: 0, share: null },
  }),
  summary({
    agreementId: 'telephones',
    name: 'Telephones, told only',
    attainment: { met: 0, breached: 0, share: null },
    hasGoal: false,
  }),
  summary({
    agreementId: 'hostile',
    name: '<img src=x onerror=alert(1)> =HYPERLINK("x") שלום 😀',
    state: 'retired',
    attainment: { met: 10, breached: 0, share: 1 },
  }),
];

const written = 'accord: 1\ncalendars:\n  - { id: london, name: London office hours }\n';

export const text: AgreementText = {
  title: 'IT support for Acme Retail',
  subtitle: 'Service level agreement, version 2, in force from 1 December 2026.',
  notices: [],
  sections: [
    {
      id: 'parties',
      heading: 'Parties',
      blocks: [
        {
          kind: 'paragraph',
          text: 'Northwind IT (Europe/London) provides the service to Acme Retail (America/New_York).',
        },
        {
          kind: 'list',
          items: [
            'Ana Ruiz, service manager, speaks for Northwind IT.',
            'Sam Reed, head of store systems, speaks for Acme Retail.',
          ],
        },
      ],
    },
    {
      id: 'measures',
      heading: 'Measures',
      blocks: [
        { kind: 'heading', text: 'Time to first response' },
        {
          kind: 'paragraph',
          text: 'From the creation of the ticket to the first public comment by the provider.',
        },
        {
          kind: 'table',
          caption: 'Goals; the first that matches holds',
          head: ['Goal', 'For tickets with', 'Within', 'Hours'],
          rows: [
            ['Urgent', 'priority in (Highest, High)', '20 min', 'Around the clock'],
            ['Everything else', 'any other', '4 h', 'London office hours'],
          ],
        },
        { kind: 'paragraph', text: 'At least 95% of cycles must meet their goal.' },
      ],
    },
    {
      id: 'consequences',
      heading: 'Consequences',
      blocks: [{ kind: 'paragraph', text: 'Below 95% in a month, 5% of the fee is credited.' }],
    },
  ],
};

const version = (change: Partial<VersionView> = {}): VersionView => ({
  version: 1,
  state: 'active',
  effectiveFrom: at('2026-09-01T00:00:00Z'),
  effectiveTo: null,
  publishedAt: at('2026-08-21T08:00:00Z'),
  approval: 'both',
  hash: 'c0ffee7be0d24c5a9b61f7d8e2a4405c77c1de9386ab1f20c4d5e6f708192a3b',
  signatures: [signature('provider'), signature('customer', { at: at('2026-08-21T08:00:00Z') })],
  ...change,
});

export const agreement = (change: Partial<AgreementView> = {}): AgreementView => ({
  ...summary(),
  versions: [version()],
  measures: [
    {
      measureId: 'time-to-first-response',
      name: 'Time to first response',
      target: 0.95,
      hasGoal: true,
      met: 280,
      breached: 8,
      share: 280 / 288,
    },
    {
      measureId: 'time-to-resolution',
      name: 'Time to resolution',
      target: 0.9,
      hasGoal: true,
      met: 132,
      breached: 21,
      share: 132 / 153,
    },
    {
      measureId: 'customer-wait',
      name: 'Waiting for the customer',
      target: null,
      hasGoal: false,
      met: 0,
      breached: 0,
      share: null,
    },
  ],
  shown: {
    what: 'version',
    version: 1,
    text,
    document: written,
  },
  ...change,
});

export const superseded = agreement({
  version: 2,
  versions: [
    version({ version: 2, effectiveFrom: at('2026-11-01T00:00:00Z') }),
    version({ state: 'superseded', effectiveTo: at('2026-11-01T00:00:00Z') }),
  ],
  draft,
});

export const proposed = (change: Partial<ProposalView> = {}): AgreementView =>
  agreement({
    draft,
    proposal: proposal(change),
    shown: { what: 'proposal', version: 2, text, document: written },
  });
