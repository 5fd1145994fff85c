import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { stringify } from 'yaml';
import type { AgreementDraft } from './document';
import { editText } from './edit-text';
import { readText } from './read-text';
import { writeAgreement } from './write-agreement';

jest.setTimeout(60_000);

const SEED = Number(process.env.SEED ?? 20_261_125);
const folder = join(__dirname, '../../scenarios/agreements');
const texts = readdirSync(folder).map((file) => readFileSync(join(folder, file), 'utf8'));

type Values = Record<string, unknown>;
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- documents of any shape are changed here
type Open = any;

function valueOf(text: string): AgreementDraft {
  const reading = readText(text);
  if (!reading.ok) throw new Error(JSON.stringify(reading.faults));
  return reading.value as AgreementDraft;
}

/** Edits `text` and shows the lines that changed, `-` before and `+` after. */
function changedLines(text: string, change: (document: Values) => void): string[] {
  const document = valueOf(text) as unknown as Values;
  change(document);
  const edited = editText(text, document as unknown as AgreementDraft);
  expect(valueOf(edited)).toEqual(document);
  const [before, after] = [text.split('\n'), edited.split('\n')];
  while (before.length > 0 && after.length > 0 && before[0] === after[0]) {
    before.shift();
    after.shift();
  }
  while (before.length > 0 && after.length > 0 && before.at(-1) === after.at(-1)) {
    before.pop();
    after.pop();
  }
  return [...before.map((line) => `-${line}`), ...after.map((line) => `+${line}`)];
}

const text = `# Ours
accord: 1 # the format
id:   it-support
name: 'IT ''support'''
measures:
  # First of all
  - preset: time-to-resolution
    goals: # in order
      - { name: High,   when: "priority = High", within: 4h } # urgent
      # the rest
      - { name: Rest, within: 8h }
    target: 90%

  # The second
  - preset: next-response
holidays: [2026-12-25,  2026-12-26]
notes: |
  One
  Two
# The end
`;

describe('editText', () => {
  it.each<[string, (d: Open) => void, string[]]>([
    ['a scalar, keeping its comment', (d) => (d.accord = 2), ['-accord: 1 # the format', '+accord: 2 # the format']],
    ['a scalar, keeping spaces', (d) => (d.id = 'x'), ['-id:   it-support', '+id:   x']],
    ['a quoted text, keeping its quotes', (d) => (d.name = "It's"), ["-name: 'IT ''support'''", "+name: 'It''s'"]],
    ['a value in braces', (d) => (d.measures[0].goals[0].within = '2h'), [
      '-      - { name: High,   when: "priority = High", within: 4h } # urgent',
      '+      - { name: High,   when: "priority = High", within: 2h } # urgent',
    ]],
    ['a text that needs quotes', (d) => (d.measures[0].target = 'a: b'), ['-    target: 90%', "+    target: 'a: b'"]],
    ['a new key in braces', (d) => (d.measures[0].goals[1].calendar = 'london'), [
      '-      - { name: Rest, within: 8h }',
      '+      - { name: Rest, within: 8h, calendar: london }',
    ]],
    ['a new key in lines', (d) => (d.measures[1].target = '95%'), ['+    target: 95%']],
    ['a key that goes, with its comments', (d) => delete d.measures[0].goals, [
      '-    goals: # in order',
      '-      - { name: High,   when: "priority = High", within: 4h } # urgent',
      '-      # the rest',
      '-      - { name: Rest, within: 8h }',
    ]],
    ['the first key of an item', (d) => { delete d.measures[0].preset; }, [
      '-  - preset: time-to-resolution',
      '-    goals: # in order',
      '+  - goals: # in order',
    ]],
    ['a new item', (d) => d.measures.push({ preset: 'customer-wait', goals: [] }), [
      '+', '+  - preset: customer-wait', '+    goals: []',
    ]],
    ['an item that goes, with its comment', (d) => d.measures.pop(), [
      '-', '-  # The second', '-  - preset: next-response',
    ]],
    ['items that change places, each with its comments', (d) => d.measures[0].goals.reverse(), [
      '-      - { name: High,   when: "priority = High", within: 4h } # urgent',
      '-      # the rest',
      '-      - { name: Rest, within: 8h }',
      '+      # the rest',
      '+      - { name: Rest, within: 8h }',
      '+      - { name: High,   when: "priority = High", within: 4h } # urgent',
    ]],
    ['a list in brackets', (d) => d.holidays.splice(1, 0, '2026-12-24'), [
      '-holidays: [2026-12-25,  2026-12-26]',
      '+holidays: [2026-12-25,  2026-12-24,  2026-12-26]',
    ]],
    ['a list that becomes empty', (d) => (d.holidays = []), ['-holidays: [2026-12-25,  2026-12-26]', '+holidays: []']],
    ['a text of several lines', (d) => (d.notes = 'One\nThree\n'), ['-  Two', '+  Three']],
    ['a value of another kind', (d) => (d.measures[0].target = { at: '90%' }), ['-    target: 90%', '+    target: { at: 90% }']],
    ['a new part', (d) => (d.report = { every: 'month', to: ['A'] }), ['+report:', '+  every: month', '+  to: [A]']],
  ])('writes %s', (_, change, lines) => {
    expect(changedLines(text, change)).toEqual(lines);
  }); // prettier-ignore

  it('keeps JSON what it is, with its own indentation', () => {
    const json = JSON.stringify({ accord: 1, id: 'a', measures: [{ preset: 'x', goals: [] }] }, null, 2);
    expect(
      changedLines(json, (d: Open) => {
        d.measures[0].goals = [{ name: 'All', within: '8h' }];
        d.measures.push({ preset: 'y' });
        d.report = { every: 'week' };
        delete d.id;
      }),
    ).toEqual([
      '-  "id": "a",',
      '-  "measures": [',
      '-    {',
      '-      "preset": "x",',
      '-      "goals": []',
      '-    }',
      '-  ]',
      '+  "measures": [',
      '+    {',
      '+      "preset": "x",',
      '+      "goals": [',
      '+        {',
      '+          "name": "All",',
      '+          "within": "8h"',
      '+        }',
      '+      ]',
      '+    },',
      '+    {',
      '+      "preset": "y"',
      '+    }',
      '+  ],',
      '+  "report": {',
      '+    "every": "week"',
      '+  }',
    ]);
    expect(editText('{"a":1,"b":[2]}', { a: 1, b: [2, 3], c: { d: 4 } } as never)).toBe(
      '{"a":1,"b":[2,3],"c":{"d":4}}',
    );
  });

  it.each([
    ['Windows lines', text.replaceAll('\n', '\r\n')],
    ['no last newline', text.trimEnd()],
    ['a byte order mark', `\ufeff${text}`],
    ['a document mark', `---\n${text}...\n`],
  ])('keeps %s', (_, written) => {
    const edited = editText(written, { ...valueOf(written), id: 'other' });
    expect(edited).toBe(written.replace('it-support', 'other'));
  });

  it('writes an alias out where only one of the two changes', () => {
    const shared = 'a: &hours { mon: 09:00-17:00 } # ours\nb: *hours\nc: 1 # kept\n';
    const hours = { mon: '09:00-17:00' };
    const both = (a: unknown, b: unknown) => editText(shared, { a, b, c: 1 } as never);
    expect(both(hours, { mon: 'closed' })).toBe(
      'a: &hours { mon: 09:00-17:00 } # ours\nb: { mon: closed }\nc: 1 # kept\n',
    );
    expect(both({ mon: 'closed' }, hours)).toBe(
      'a: &hours { mon: closed } # ours\nb: { mon: 09:00-17:00 }\nc: 1 # kept\n',
    );
  });

  it.each(['a: [1, 2', '', 'just text', '- a list'])('writes a text such as %j anew', (written) => {
    const document = valueOf(texts[0] ?? '');
    expect(editText(written, document)).toBe(writeAgreement(document));
  });
});

const word = fc.oneof(
  fc.constantFrom(
    'london',
    '95%',
    '09:00-12:30, 13:30-17:30',
    'status = "A, B"',
    'null',
    '1',
    '- x',
    'a: b',
    '# c',
    '',
  ),
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
);
const scalar = fc.oneof(word, fc.integer(), fc.boolean(), fc.constant(null));
const value = fc.letrec((tie) => ({
  any: fc.oneof({ depthSize: 'small' }, scalar, tie('list'), tie('named')),
  list: fc.array(tie('any'), { maxLength: 3 }),
  named: fc.dictionary(word, tie('any'), { maxKeys: 3 }),
})).any; // prettier-ignore

/** One change at some place: `at` picks the place, `what` the kind of change. */
const change = fc.record({
  at: fc.array(fc.nat(20), { maxLength: 6 }),
  what: fc.constantFrom('set', 'add', 'drop', 'swap'),
  key: word,
  value,
});
type Change = typeof change extends fc.Arbitrary<infer T> ? T : never;

function apply(document: unknown, { at, what, key, value: given }: Change): void {
  let parent: Open = document;
  for (const pick of at) {
    const child = Object.values(parent)[pick % Object.keys(parent).length];
    if (typeof child !== 'object' || child === null || Object.keys(child).length === 0) break;
    parent = child;
  }
  const keys = Object.keys(parent);
  const some = keys[(at.at(-1) ?? 0) % keys.length] as string;
  if (what === 'add' && Array.isArray(parent)) parent.splice(Number(some), 0, given);
  else if (what === 'add' && key !== '__proto__') parent[key] = given;
  else if (what === 'drop' && Array.isArray(parent)) parent.splice(Number(some), 1);
  else if (what === 'drop') delete parent[some];
  else if (what === 'swap' && Array.isArray(parent)) parent.reverse();
  else if (what === 'swap') return;
  else parent[some] = given;
}

const written = fc.oneof(
  fc.constantFrom(text, text.replaceAll('\n', '\r\n'), ...texts),
  fc.constantFrom(...texts).map((each) => writeAgreement(valueOf(each))),
  fc
    .constantFrom(...texts)
    .chain((each) =>
      fc.constantFrom(0, 2, 4, '\t').map((indent) => JSON.stringify(valueOf(each), null, indent)),
    ),
  fc.dictionary(word, value, { minKeys: 1, maxKeys: 4 }).map((each) => stringify(each)),
);

describe(`editText, for any text and any changes (SEED=${SEED})`, () => {
  it('leaves a text that says the same as it is', () => {
    fc.assert(
      fc.property(written, (each) => expect(editText(each, valueOf(each))).toBe(each)),
      {
        seed: SEED,
        numRuns: 30,
      },
    );
  });

  it('gives a text that reads as exactly the document', () => {
    fc.assert(
      fc.property(written, fc.array(change, { minLength: 1, maxLength: 3 }), (each, changes) => {
        const document = valueOf(each);
        for (const one of changes) if (Object.keys(document).length > 0) apply(document, one);
        expect(valueOf(editText(each, document))).toEqual(JSON.parse(JSON.stringify(document)));
      }),
      { seed: SEED, numRuns: 50 },
    );
  });

  it('keeps every comment of what stays', () => {
    fc.assert(
      fc.property(fc.constantFrom(...texts), change, (each, one) => {
        fc.pre(one.what !== 'drop' && one.what !== 'set' && one.at.length > 0);
        const document = valueOf(each);
        apply(document, one);
        const comments = (from: string) => (from.match(/# .*/g) ?? []).filter((line) => !line.includes("'"));
        expect(comments(editText(each, document))).toEqual(expect.arrayContaining(comments(each)));
      }),
      { seed: SEED, numRuns: 30 },
    );
  });
});

describe('writeAgreement', () => {
  it.each(texts)('reads as the document it was given', (each) => {
    expect(valueOf(writeAgreement(valueOf(each)))).toEqual(valueOf(each));
  });

  it('writes short leaves on one line and sets parts apart', () => {
    const globex = readFileSync(join(folder, 'globex-operations.yaml'), 'utf8');
    const uncommented = globex.replace(/^ *#.*\n/gm, '');
    expect(writeAgreement(valueOf(globex))).toBe(uncommented);
  });

  it('reads as any values', () => {
    fc.assert(
      fc.property(fc.dictionary(word, value), (each) => {
        expect(valueOf(writeAgreement(each as never))).toEqual(each);
      }),
      { seed: SEED, numRuns: 50 },
    );
  });
});
