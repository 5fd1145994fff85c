import { changesCsv } from './changes-csv';

const change = {
  issueId: '10001',
  issueKey: 'ITS-1',
  measureId: 'resolution',
  measureName: '=HYPERLINK("https://evil.example")',
  cycleNumber: 2,
  direction: 'to-met' as const,
  before: { outcome: 'breached', elapsedMs: 5_431_000, goalMs: 3_600_000 },
  after: null,
};

describe('changesCsv', () => {
  it('is a table for spreadsheets, in which no name is run as a formula', () => {
    const [head, row, end] = changesCsv([change], 0).split('\r\n');
    expect(head).toMatch(/^\ufeffTicket,Measure,Cycle,Change,Before,/);
    expect(row).toBe(
      `ITS-1,"'=HYPERLINK(""https://evil.example"")",2,Breached to met,Breached,90.52,60,No clock,,`,
    );
    expect(end).toBe('');
  });

  it('says how many changes are on tickets that are not shown', () => {
    expect(changesCsv([change], 2)).toMatch(
      /\r\n,{9}\r\n"Left out: 2 more, on tickets that the person who exported this may not see",{9}\r\n$/,
    );
  });
});
