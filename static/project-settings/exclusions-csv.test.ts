import { parse } from 'csv-parse/sync';
import type { ExclusionView } from '../../src/contract/exclusion';
import { exclusionsCsv } from './exclusions-csv';

const exclusion: ExclusionView = {
  exclusionId: 'x-1',
  projectId: '10000',
  agreementId: 'acme-it',
  agreementName: 'IT support for Acme Retail',
  kind: 'service',
  clause: '=4.2 Planned maintenance',
  effect: 'time',
  measures: [],
  when: 'labels = "till, platform"',
  windows: [{ from: Date.parse('2026-11-24T09:30Z'), to: Date.parse('2026-11-24T12:30Z') }],
  during: null,
  issueKey: null,
  reason: '@everyone: tills were\ndown',
  evidence: [{ kind: 'link', url: 'https://status.example/1', title: 'Status page' }],
  state: 'declined',
  standing: false,
  origin: 'person',
  proposedBy: 'Ana Ruiz',
  proposedAt: Date.parse('2026-11-20T08:00Z'),
  decidedAt: Date.parse('2026-11-21T08:00Z'),
  decision: '-1',
  signatures: [
    {
      side: 'provider',
      decision: 'signed',
      accountId: 'ana-ruiz',
      name: 'Ana Ruiz',
      at: Date.parse('2026-11-20T08:00Z'),
      place: 'project-page',
      comment: null,
    },
  ],
  hash: 'ab12',
  mayDecide: null,
  waitingFor: [],
  mayWithdraw: false,
};

describe('exclusionsCsv', () => {
  it('writes one row each, in the zone of the viewer, with nothing a spreadsheet would run', () => {
    const [row, , note] = parse(exclusionsCsv([exclusion], { locale: 'en-GB', timeZone: 'Europe/Madrid' }), {
      bom: true,
      columns: true,
    }) as Record<string, string>[];
    expect(row).toMatchObject({
      State: 'Declined',
      Clause: "'=4.2 Planned maintenance",
      Filter: 'labels = "till, platform"',
      'Windows (Europe/Madrid)': '2026-11-24 10:30 - 2026-11-24 13:30',
      Reason: "'@everyone: tills were\ndown",
      Provider: 'signed by Ana Ruiz, 2026-11-20 09:00',
      Customer: '',
      'Reason of the decision': "'-1",
    });
    expect(note?.['Id']).toBe('Of those that the person who exported this may see');
  });
});
