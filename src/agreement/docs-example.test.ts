import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { agreementJsonSchema } from './agreement-json-schema';
import { agreementSchema, EXCLUSION_KINDS } from './document';
import { MOMENT_FORMS, readMoment } from './moment-text';
import { PRESET_IDS } from './presets';

const page = readFileSync(join(__dirname, '../../docs/agreement-document.md'), 'utf8');
const blocks = [...page.matchAll(/```yaml\n([^]*?)```/g)].map((match) => parse(match[1] ?? ''));
const smallest = blocks.find((block) => block?.accord === 1);

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
