import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AGREEMENT_PRESETS, agreementPreset } from './agreement-presets';
import { editText } from './edit-text';
import type { Names } from './names';
import { parseAgreement } from './parse-agreement';
import { writeAgreement } from './write-agreement';

/** A site that takes any JQL: what it says of fields and values is tried with the real parser elsewhere. */
const names: Names = {
  parseJql: (text) => ({ ok: true, predicate: { op: 'in', field: 'jql', values: [{ text }] } }),
  fieldId: () => undefined,
};
const input = {
  projectKey: 'IT_1_',
  statuses: [
    { name: 'Waiting for support', category: 'new' },
    { name: 'Waiting for customer', category: 'indeterminate' },
    { name: 'Pending "vendor"', category: 'indeterminate' },
    { name: 'Done', category: 'done' },
  ],
  priorities: ['Blocker', 'High', 'Medium', 'Low', 'Trivial'].map((name) => ({ name })),
  timeZone: 'Europe/Madrid',
  today: '2026-11-24',
};
const bare = { ...input, statuses: [], priorities: [] };
const author = { name: 'Ana Ruiz', accountId: 'ana-ruiz' };

describe.each(AGREEMENT_PRESETS)('the preset $id', ({ id, about }) => {
  it.each([
    ['a project', input],
    ['a project without priorities or waiting statuses', bare],
    ['a named author', { ...input, author }],
  ])('is valid for %s', (_, given) => {
    const parsed = parseAgreement(writeAgreement(agreementPreset(id, given)), names);
    expect(parsed.ok ? [] : parsed.faults).toEqual([]);
  });

  it('has two to five measures, each with a target if it has goals, and everything a linter asks for', () => {
    const { measures, report, exclusions, responsibilities, consequences } = agreementPreset(id, input);
    expect(measures.length).toBeGreaterThanOrEqual(2);
    expect(measures.length).toBeLessThanOrEqual(5);
    for (const { goals = [], target } of measures) expect(goals.length > 0).toBe(target !== undefined);
    expect(report?.every).toMatch(/month|quarter/);
    expect(exclusions?.map(({ kind }) => kind)).toEqual(['schedule', 'customer-caused']);
    expect(new Set(responsibilities?.map(({ of }) => of))).toEqual(new Set(['provider', 'customer']));
    expect(consequences?.actions?.length).toBeGreaterThan(0);
    expect(about).toMatch(/^[A-Z][^.]*\.$/);
  });

  it('takes effect today unless told otherwise', () => {
    expect(agreementPreset(id, input).effectiveFrom).toBe('2026-11-24');
    expect(agreementPreset(id, { ...input, effectiveFrom: '2027-01-01' }).effectiveFrom).toBe('2027-01-01');
  });
});

it('presets differ in consequences: credits with a cap for the outsourced provider only', () => {
  const withCredits = AGREEMENT_PRESETS.filter(
    ({ id }) => (agreementPreset(id, input).consequences?.credits ?? []).length > 0,
  );
  expect(withCredits.map(({ id }) => id)).toEqual(['outsourced-provider']);
  expect(agreementPreset('outsourced-provider', input).consequences?.cap).toBe('15%');
});

it('a preset excludes waiting on the customer where no pause does', () => {
  const { exclusions, measures } = agreementPreset('it-service-desk', input);
  expect(exclusions?.[1]).toMatchObject({
    when: 'status in ("Waiting for customer")',
    measures: ['time-to-first-response'],
  });
  expect(measures[1]?.pauseWhile?.map(({ name }) => name)).toEqual([
    'Waiting for customer',
    'Pending "vendor"',
  ]);
});

it('a document written by hand can become a preset in place', () => {
  const file = join(__dirname, '../../scenarios/agreements/acme-it-support.yaml');
  const preset = agreementPreset('outsourced-provider', input);
  const edited = editText(readFileSync(file, 'utf8'), preset);
  expect(edited).toMatch(/^# yaml-language-server/);
  expect(parseAgreement(edited, names).ok).toBe(true);
});
