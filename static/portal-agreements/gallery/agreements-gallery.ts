import type { AgreementText, ProposalView } from '../../../src/contract/agreement';
import type { PortalAgreement, PortalAgreementView } from '../../../src/contract/portal';
import { anExclusion } from '../../gallery/sample-exclusion';
import type { GalleryScreen } from '../../gallery/gallery-server';
import { delivered, reportList, reportView } from '../../gallery/sample-report';

const hash = 'ab12cd34ef56'.repeat(5) + 'abcd';

const proposal: ProposalView = {
  agreementId: 'acme-it-support',
  number: 2,
  hash,
  kind: 'version',
  version: 2,
  effectiveFrom: Date.parse('2026-12-01T00:00Z'),
  state: 'proposed',
  approval: 'both',
  proposedAt: Date.parse('2026-11-23T10:00Z'),
  proposedBy: 'Priya Nair',
  note: 'Faster answers on till outages',
  signatures: [
    {
      side: 'provider',
      decision: 'signed',
      accountId: 'ana-ruiz',
      name: 'Ana Ruiz',
      at: Date.parse('2026-11-23T11:00Z'),
      place: 'project-page',
      comment: null,
    },
  ],
  waitingFor: [{ side: 'customer', people: ['Sam Reed'] }],
  maySign: 'customer',
};

const agreement: PortalAgreement = {
  projectId: '10000',
  agreementId: 'acme-it-support',
  name: 'IT support for Acme Retail',
  kind: 'sla',
  provider: 'Northwind IT',
  timeZone: 'Europe/London',
  customer: 'Acme Retail',
  state: 'active',
  version: 1,
  effectiveFrom: Date.parse('2026-09-01T00:00Z'),
  upcoming: null,
  approval: 'both',
  draft: null,
  proposal,
  attainment: { met: 181, breached: 19, share: 0.905 },
  hasGoal: true,
  representative: true,
};

const provided: PortalAgreement = {
  ...agreement,
  agreementId: 'hostile',
  name: '<b>=HYPERLINK("x")</b> \u202eתמיכה 🚀',
  approval: 'provider',
  proposal: null,
  representative: false,
  attainment: { met: 0, breached: 0, share: null },
};

const told: PortalAgreement = {
  ...provided,
  agreementId: 'telephones',
  name: 'Telephones, told only',
  approval: 'both',
  hasGoal: false,
};

const text: AgreementText = {
  title: 'IT support for Acme Retail',
  subtitle: 'Service level agreement, version 2, in force from 1 December 2026',
  notices: [],
  sections: [
    {
      id: 'parties',
      heading: 'Parties',
      blocks: [
        {
          kind: 'list',
          items: [
            'Provider: Northwind IT, for whom Ana Ruiz signs',
            'Customer: Acme Retail, for whom Sam Reed signs',
          ],
        },
      ],
    },
    {
      id: 'measures',
      heading: 'Measures',
      blocks: [
        { kind: 'heading', text: 'Time to resolution' },
        {
          kind: 'paragraph',
          text: 'From creation until a resolution is set. The clock stands still while the status is Waiting for customer.',
        },
        {
          kind: 'table',
          caption: 'Goals of time to resolution',
          head: ['Goal', 'For tickets', 'Within', 'Hours'],
          rows: [
            ['Urgent', 'priority is Highest', '4 h', 'Around the clock'],
            ['Everything else', 'all others', '24 h', 'London office hours'],
          ],
        },
      ],
    },
  ],
};

const opened: PortalAgreementView = {
  ...agreement,
  text,
  shown: { what: 'proposal', version: 2 },
  versions: [],
  exclusions: [
    anExclusion(),
    anExclusion({
      exclusionId: 'x-2',
      clause: '6.1 Outage of a card network',
      state: 'agreed',
      mayDecide: null,
    }),
  ],
  measureChoices: [{ measureId: 'time-to-resolution', name: 'Time to resolution' }],
  calendarChoices: [{ calendarId: 'london', name: 'London office hours' }],
};

/** The page behind the user menu of the portal, in each of its states. */
export const agreementsGallery: GalleryScreen = {
  screen: 'portal-agreements',
  samples: {
    list: {
      answers: {
        readMyAgreements: {
          ok: true,
          value: { agreements: [agreement, provided, told], waiting: [anExclusion()] },
        },
        listReports: {
          ok: true,
          value: { ...reportList, reports: [{ ...delivered, issueKey: null }], agreements: [] },
        },
        readReport: { ok: true, value: reportView },
        signReport: { ok: true, value: { ...reportView, maySign: [] } },
        readPortalAgreement: { ok: true, value: opened },
        signAgreement: {
          ok: true,
          value: { ...proposal, state: 'published', waitingFor: [], maySign: null },
        },
        declineAgreement: { ok: true, value: { ...proposal, state: 'declined', maySign: null } },
        decideExclusion: { ok: true, value: anExclusion({ state: 'agreed' }) },
        proposeExclusion: {
          ok: false,
          code: 'invalid',
          message: 'It has one fault.',
          faults: [
            {
              path: 'when',
              message: 'The field “Weather” is not known',
              remedy: 'Pick a field of the project.',
            },
          ],
        },
      },
    },
    none: { answers: { readMyAgreements: { ok: true, value: { agreements: [], waiting: [] } } } },
    refused: {
      answers: { readMyAgreements: { ok: false, code: 'failed', message: 'Accord could not be reached.' } },
    },
    stale: {
      answers: {
        readMyAgreements: { ok: true, value: { agreements: [agreement], waiting: [] } },
        readPortalAgreement: { ok: true, value: opened },
        signAgreement: { ok: false, code: 'conflict', message: 'Another text is proposed now.' },
      },
    },
  },
};
