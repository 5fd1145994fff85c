import { at } from './hero';

/** What waits for somebody's signature when the demo starts. Tickets are named by their summary. */
export interface OpenMatters {
  readonly proposals: readonly DemoProposal[];
  readonly exclusions: readonly DemoExclusion[];
  readonly incidents: readonly DemoIncident[];
}

/** The next version of an agreement in force: proposed, and signed by the provider. */
export interface DemoProposal {
  readonly project: string;
  readonly agreementId: string;
  /** A date. */
  readonly effectiveFrom: string;
  readonly note: string;
  /** What is written otherwise in the text in force. */
  readonly edits: readonly { readonly was: string; readonly is: string }[];
  readonly proposedBy: string;
  readonly signedBy: string;
}

/** Proposed in the portal for one ticket by a representative, who signs for the customer by doing so. */
export interface DemoExclusion {
  readonly project: string;
  readonly agreementId: string;
  readonly proposedBy: string;
  readonly ticket: string;
  readonly kind: 'customer-caused';
  readonly clause: string;
  readonly measures: readonly string[];
  readonly windows: readonly { readonly from: number; readonly to: number }[];
  readonly reason: string;
  readonly evidence: { readonly title: string; readonly url: string };
}

/** A ticket declared a major incident; for those it has caused, Accord proposes the exclusion by itself. */
export interface DemoIncident {
  readonly project: string;
  readonly agreementId: string;
  readonly declaredBy: string;
  readonly ticket: string;
  readonly causes: readonly string[];
  readonly clause: string;
  readonly reason: string;
  readonly from: number;
  readonly to: number;
}

export const openMatters: OpenMatters = {
  proposals: [
    {
      project: 'GLBX',
      agreementId: 'globex-operations',
      effectiveFrom: '2026-12-01',
      note: 'As discussed on 19 November: a stopped vessel gets an answer in ten minutes.',
      edits: [
        {
          was: 'name: Vessel stopped, when: priority = Highest, within: 15m',
          is: 'name: Vessel stopped, when: priority = Highest, within: 10m',
        },
      ],
      proposedBy: 'priya-nair',
      signedBy: 'ana-ruiz',
    },
  ],
  exclusions: [
    {
      project: 'ACME',
      agreementId: 'acme-it-support',
      proposedBy: 'sam-reed',
      ticket: 'Gift card balance wrong after the weekend',
      kind: 'customer-caused',
      clause: '7.2 Information owed by Acme Retail',
      measures: ['time-to-resolution'],
      windows: [{ from: at('11-23T14:05:00'), to: at('11-23T17:30:00') }],
      reason:
        'Our finance team handed over the list of the cards sold on Saturday only in the evening. Nothing could be corrected before.',
      evidence: {
        title: 'Hand-over of the list, finance team',
        url: 'https://finance.acme-retail.example/gift-cards/2026-11-21',
      },
    },
  ],
  incidents: [
    {
      project: 'GLBX',
      agreementId: 'globex-operations',
      declaredBy: 'wei-chen',
      ticket: 'Bookings to Rotterdam fail with "tariff missing"',
      causes: ['Bookings to Colombo fail with "tariff missing"'],
      clause: '5.2 Faulty tariff data of the carriers',
      reason:
        'The carriers sent tariffs without a currency; no port could be booked until they sent them anew.',
      from: at('11-23T05:30:00'),
      to: at('11-24T09:15:00'),
    },
  ],
};
