import { parse } from 'csv-parse/sync';
import { asOf, atRiskTicket, ticket } from './gallery/sample-figures';
import { atRiskCsv, ticketsCsv } from './tickets-csv';

const rowsOf = (csv: string): Record<string, string>[] => parse(csv, { bom: true, columns: true });
const listOf = <T>(row: T, hidden = 0) => ({ rows: [row], hidden, asOf });

describe('tickets as CSV', () => {
  it('keeps numbers as numbers, in minutes, and instants in UTC', () => {
    expect(rowsOf(ticketsCsv(listOf(ticket(120))))[0]).toMatchObject({
      Ticket: 'HELP-120',
      Verdict: 'Breached',
      'Decided (UTC)': '2026-11-24T13:00:00.000Z',
      'Goal (min)': '240',
      'Time net (min)': '310',
      'Late (min)': '70',
    });
  });

  it('runs no formula of a summary', () => {
    const [row] = rowsOf(ticketsCsv(listOf(ticket(1, { summary: '=HYPERLINK("http://evil.example")' }))));
    expect(row?.['Summary']).toBe('\'=HYPERLINK("http://evil.example")');
  });

  it('leaves empty what is not known yet', () => {
    const [row] = rowsOf(ticketsCsv(listOf(ticket(1, { stoppedAt: null, elapsedMs: null, goalMs: null }))));
    expect([row?.['Stopped (UTC)'], row?.['Time net (min)'], row?.['Goal (min)']]).toEqual(['', '', '']);
  });

  it.each([
    [2 * 3_600_000, '120'],
    [0, ''],
  ])('tells how late what is open is, where that is known: %i ms', (lateMs, written) => {
    const row = ticket(1, { stoppedAt: null, lateMs });
    expect(rowsOf(ticketsCsv(listOf(row)))[0]?.['Late (min)']).toBe(written);
  });

  it.each([
    [0, []],
    [3, ['Left out: 3 more, which Jira does not show that person']],
  ])('says below whose tickets it lists, %i more hidden', (hidden, more) => {
    const below = rowsOf(ticketsCsv(listOf(ticket(1), hidden))).slice(1);
    expect(below.map((row) => Object.values(row).join(''))).toEqual([
      '',
      'Of tickets whose security level the person who exported this may see, as of 2026-11-26T11:20:00.000Z',
      ...more,
    ]);
  });

  it('tells how late what is open is by a number below zero', () => {
    expect(rowsOf(atRiskCsv(listOf(atRiskTicket(1, { remainingMs: -90_000 }))))[0]?.['Left (min)']).toBe(
      '-1.5',
    );
  });
});
