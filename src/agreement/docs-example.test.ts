import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { scenarioNames } from '../../scenarios/scenario-names';
import { creditOf } from '../engine/credit';
import { agreementJsonSchema } from './agreement-json-schema';
import { agreementSchema, EXCLUSION_KINDS } from './document';
import { MOMENT_FORMS, readMoment } from './moment-text';
import type { Names } from './names';
import { parseAgreement } from './parse-agreement';
import { PRESET_IDS } from './presets';

const page = readFileSync(join(__dirname, '../../docs/agreement-document.md'), 'utf8');
const blocksOf = (text: string) =>
  [...text.matchAll(/```yaml\n([^]*?)```/g)].map((match) => parse(match[1] ?? ''));
const blocks = blocksOf(page);
const [smallest, complete] = blocks.filter((block) => block?.accord === 1);
/** The site of the examples has tiers of support. */
const names: Names = {
  ...scenarioNames,
  fieldId: (name) => (name === 'Tier' ? 'customfield_10070' : scenarioNames.fieldId(name)),
};
const faultsOf = (document: unknown) => {
  const reading = parseAgreement(document, names);
  return reading.ok ? [] : reading.faults;
};

describe('docs/agreement-document.md', () => {
  it('shows a smallest document that is valid', () =>
    expect(agreementSchema.safeParse(smallest).error).toBe(undefined));

  it.each([
    ['calendars', blocks.find((block) => block?.[0]?.hours)],
    ['measures', [{ ...smallest.measures[0], ...blocks.find((block) => block?.stop) }]],
    ['exclusions', blocks.find((block) => block?.[0]?.clause)],
    ['parties', blocks.find((block) => block?.customer?.organizations)],
    ['responsibilities', blocks.find((block) => block?.responsibilities)?.responsibilities],
    ['consequences', blocks.find((block) => block?.consequences)?.consequences],
    ['report', blocks.find((block) => block?.report && !block.accord)?.report],
  ])('shows %s that are valid', (key, part) => {
    expect(part).toBeDefined();
    expect(agreementSchema.safeParse({ ...smallest, [key]: part }).error).toBe(undefined);
  });

  it('shows an agreement with every consequence, in which everything that is named is there', () => {
    expect(faultsOf(complete)).toEqual([]);
    const { consequences, report } = complete;
    const kinds = ['tiers', 'shortfall', 'perBreach', 'weight'];
    expect(kinds.filter((kind) => !consequences.credits.some((credit: object) => kind in credit))).toEqual(
      [],
    );
    expect(Object.keys(consequences)).toEqual(expect.arrayContaining(['together', 'earnBack', 'cap', 'fee']));
    const when = consequences.escalations.map((one: { when: string }) => one.when).join();
    expect(when).toMatch(/before breach.*at breach.*after breach/);
    expect(report.within).toBe('16h');
  });

  it('shows consequences and reports that are valid with the measures they name', () => {
    const partial = blocks.filter((block) => (block?.consequences || block?.report) && !block.accord);
    expect(partial).toHaveLength(4);
    const restore = { ...complete.measures[1], id: 'time-to-restore', name: 'Time to restore' };
    const measures = [...complete.measures, restore];
    const { consequences: _, report: __, ...promises } = { ...complete, measures };
    for (const block of partial) expect(faultsOf({ ...promises, ...block })).toEqual([]);
  });

  it('names every preset', () => {
    for (const preset of PRESET_IDS) expect(page).toContain(`| \`${preset}\` |`);
  });

  it('shows every key there is', () => {
    const keys = new Set<string>();
    const collect = (schema: unknown): void => {
      if (typeof schema !== 'object' || schema === null) return;
      const { properties } = schema as { properties?: object };
      for (const key of Object.keys(properties ?? {})) keys.add(key);
      Object.values(schema).forEach(collect);
    };
    collect(agreementJsonSchema());
    const untold = [...keys].filter((key) => !new RegExp(`[\`{ ]${key.replace('$', '\\$')}[\`:]`).test(page));
    expect(keys.size).toBeGreaterThan(50);
    expect(untold).toEqual(['$schema']);
  });

  it('names every kind of exclusion', () => {
    for (const kind of EXCLUSION_KINDS) expect(page).toContain(`\`${kind}\``);
  });

  it('writes moments in forms that are read', () => {
    const table = page.slice(page.indexOf('**Moments**'), page.indexOf('`#10004`'));
    const rows = table.split('\n').filter((line) => line.startsWith('| `'));
    const written = rows.flatMap((row) =>
      [...(row.split('|')[1] ?? '').matchAll(/`([^`]+)`/g)].map((each) => each[1] ?? ''),
    );
    const whole = written.map((text) =>
      /^(first set|changed( to .*)?|cleared)$/.test(text) ? `field "Region" ${text}` : text,
    );
    expect(whole.length).toBeGreaterThan(MOMENT_FORMS.length);
    for (const text of whole) expect([text, readMoment(text, (name) => name).ok]).toEqual([text, true]);
  });
});

describe('docs/agreements.md', () => {
  const guide = readFileSync(join(__dirname, '../../docs/agreements.md'), 'utf8');
  const parts = blocksOf(guide);
  const { consequences: _, report: __, ...promises } = complete;

  it('shows escalations, credits and a report that can be put into an agreement', () => {
    expect(parts.map((part) => Object.keys(part.consequences ?? part))).toEqual([
      ['escalations'],
      ['fee', 'cap', 'credits', 'earnBack'],
      ['report'],
    ]);
    for (const part of parts) expect(faultsOf({ ...promises, ...part })).toEqual([]);
  });

  it('reckons its example of credits as the engine does', () => {
    const reading = parseAgreement({ ...promises, ...parts[1] }, names);
    const consequences = reading.ok ? reading.agreement.consequences : undefined;
    if (!consequences) throw new Error('no consequences');
    const late = [15, 45, 135].map((minutes) => Math.max(0, minutes - 15) * 60_000);
    const kept = new Map([
      ['time-to-resolution', { met: 85, counted: 100 }],
      ['time-to-first-response', { met: 97, counted: 100, chargedMs: late.reduce((sum, ms) => sum + ms) }],
    ]);
    expect(creditOf(kept, consequences).amountMinor).toBe(126_250);
    expect(guide).toContain('owed are GBP 1,262.50');
  });
});
