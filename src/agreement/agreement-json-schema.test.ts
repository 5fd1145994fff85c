import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import { parse } from 'yaml';
import { agreementJsonSchema } from './agreement-json-schema';

const root = join(__dirname, '../..');
const folder = join(root, 'scenarios/agreements');
const validate = new Ajv({ strict: true, allErrors: true, allowUnionTypes: true }).compile(
  agreementJsonSchema(),
);

describe('the JSON Schema of agreements', () => {
  it('is the one in docs (npm run --silent schema > docs/agreement.schema.json)', () => {
    const kept = JSON.parse(readFileSync(join(root, 'docs/agreement.schema.json'), 'utf8'));
    expect(kept).toEqual(JSON.parse(JSON.stringify(agreementJsonSchema())));
  });

  it.each(readdirSync(folder).filter((file) => file.endsWith('.yaml')))('accepts %s', (file) => {
    validate(parse(readFileSync(join(folder, file), 'utf8')));
    expect(validate.errors ?? []).toEqual([]);
  });

  it.each([
    ['an unknown key', { acord: 1 }],
    ['a missing party', { parties: { provider: { name: 'A', timeZone: 'UTC' } } }],
    ['an unknown preset', { measures: [{ preset: 'nothing' }] }],
    ['a target without a percent sign', { measures: [{ preset: 'time-to-resolution', target: '95' }] }],
  ])('refuses %s', (_, change) => {
    const text = readFileSync(join(folder, 'globex-operations.yaml'), 'utf8');
    expect(validate({ ...parse(text), ...change })).toBe(false);
  });
});
