import { parseAgreement } from './parse-agreement';
import { starterAgreement } from './starter-agreement';

const names = {
  parseJql: (text: string) => ({
    ok: true as const,
    predicate: { op: 'in' as const, field: 'jql', values: [{ text }] },
  }),
  fieldId: () => undefined,
};
const statuses = [
  { name: 'Waiting for support', category: 'new' },
  { name: 'Waiting for customer', category: 'indeterminate' },
  { name: 'Waiting for the team', category: 'indeterminate' },
  { name: 'Pending', category: 'indeterminate' },
  { name: 'Awaiting "vendor" reply', category: 'indeterminate' },
  { name: 'Waiting for customer', category: 'indeterminate' },
  { name: 'On hold', category: 'done' },
  { name: 'Depending on weather', category: 'indeterminate' },
];
const priorities = ['Highest', 'High', 'Medium', 'Low', 'Lowest'].map((name) => ({ name }));

function agreementOf(input: Partial<Parameters<typeof starterAgreement>[0]>) {
  const document = starterAgreement({
    projectKey: 'IT_1',
    statuses,
    priorities,
    timeZone: 'Asia/Kolkata',
    ...input,
  });
  const parsed = parseAgreement(document, names);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
  return parsed.agreement;
}

describe('the starter agreement', () => {
  it('pauses in the waiting statuses of the project that are not done, and not while waiting on the provider', () => {
    const { measures } = agreementOf({});
    expect(measures[1]?.pauseWhile.map(({ name }) => name)).toEqual([
      'Waiting for customer',
      'Pending',
      'Awaiting "vendor" reply',
    ]);
    expect(measures[1]?.pauseWhile[2]?.when).toEqual({
      op: 'in',
      field: 'jql',
      values: [{ text: 'status = "Awaiting \\"vendor\\" reply"' }],
    });
  });

  it.each([
    [[], [['Everything else', 24]]],
    [['Only'], [['Only', 4], ['Everything else', 24]]],
    [['High', 'Low'], [['High', 4], ['Everything else', 24]]],
    [['P1', 'P2', 'P3'], [['P1', 4], ['P2', 8], ['Everything else', 24]]],
    [['A', 'B', 'C', 'D', 'E'], [['A', 4], ['B', 8], ['E', 40], ['Everything else', 24]]],
  ])('promises by rank for priorities %j', (given, expected) => {
    const { measures } = agreementOf({ priorities: given.map((name) => ({ name })) });
    const hours = measures[1]?.goals.map(({ name, durationMs }) => [name, (durationMs ?? 0) / 3_600_000]);
    expect(hours).toEqual(expected);
  }); // prettier-ignore

  it('keeps office hours in the zone of the team and covers tickets that exist already', () => {
    const agreement = agreementOf({});
    expect(agreement.id).toBe('it-1-starter');
    expect(agreement.calendars[0]).toMatchObject({
      timeZone: 'Asia/Kolkata',
      weekly: { fri: [['09:00', '17:00']] },
    });
    expect(agreement.calendars[0]?.weekly.sat).toBeUndefined();
    expect(agreement.effectiveFrom).toBe(Date.parse('1999-12-31T18:30:00Z'));
    expect(agreementOf({ effectiveFrom: '2026-11-23' }).effectiveFrom).toBe(
      Date.parse('2026-11-22T18:30:00Z'),
    );
  });
});
