import fc from 'fast-check';
import type { FieldFacts } from './distinct-values';
import { NOT_SET, type FieldId, type FieldItem, type FieldValue } from './field-value';
import type { Operand, Predicate } from './predicate';
import { canHold, implies } from './predicate-reasoning';
import { compilePredicate } from './predicate-test';
import type { SampleState } from './sample-states';

const SEED = Number(process.env['FC_SEED'] ?? 20261125);
beforeAll(() => console.info(`fast-check seed ${SEED} (set FC_SEED to change)`));

const PRIORITIES = ['1', '2', '3', '4'];
const REQUEST_TYPES = [
  { id: '71', text: 'Report a fault' },
  { id: '72', text: 'Ask a question' },
  { id: '73', text: 'Get access' },
];
const REGIONS = ['EMEA', 'Americas', 'emea', '10'];
const LABELS = ['vip', 'branch', 'night', 'Branch'];
const WORDS = ['print', 'printer', 'prin', 'till', 'p'];

const facts: FieldFacts = {
  isMultiple: (field) => field === 'labels',
  valuesOf: (field) =>
    field === 'status' ? ['1', '2', '3'].map((id): FieldValue => [{ id, text: null }]) : null,
};

const some = <T>(arbitrary: fc.Arbitrary<T>) => fc.array(arbitrary, { minLength: 1, maxLength: 3 });
const relation = fc.constantFrom('=', '!=', '<', '<=', '>', '>=') as fc.Arbitrary<
  '=' | '!=' | '<' | '<=' | '>' | '>='
>;
const membership = (field: FieldId, operand: fc.Arbitrary<Operand>): fc.Arbitrary<Predicate> =>
  fc.record({ op: fc.constantFrom('in', 'not-in'), field: fc.constant(field), values: some(operand) });
const emptiness: fc.Arbitrary<Predicate> = fc.record({
  op: fc.constantFrom('empty', 'not-empty'),
  field: fc.constantFrom('priority', 'labels', 'cf1', 'region', 'duedate', 'summary', 'status'),
});

const leaf: fc.Arbitrary<Predicate> = fc.oneof(
  membership(
    'priority',
    fc.constantFrom(...PRIORITIES).map((id) => ({ id })),
  ),
  membership(
    'status',
    fc.constantFrom('1', '2', '3', '9').map((id) => ({ id })),
  ),
  membership('requesttype', fc.constantFrom(...REQUEST_TYPES)),
  membership(
    'region',
    fc.constantFrom(...REGIONS).map((text) => (text === '10' ? { id: text, text } : { text })),
  ),
  membership(
    'labels',
    fc.constantFrom(...LABELS).map((text) => ({ text })),
  ),
  fc.record({
    op: fc.constant('number' as const),
    field: fc.constant('cf1'),
    relation,
    value: fc.constantFrom(0, 1, 2.5, 10),
  }),
  fc.record({
    op: fc.constant('date' as const),
    field: fc.constant('duedate'),
    relation,
    value: fc.constantFrom(0, 1, 86_400_000, 1_772_496_000_000),
  }),
  fc.record({
    op: fc.constantFrom('words', 'not-words') as fc.Arbitrary<'words' | 'not-words'>,
    field: fc.constant('summary'),
    words: some(fc.record({ word: fc.constantFrom(...WORDS), prefix: fc.boolean() })),
  }),
  emptiness,
  fc.constant<Predicate>({ op: 'always' }),
);

const predicate = fc.letrec<{ any: Predicate }>((tie) => ({
  any: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    { arbitrary: leaf, weight: 3 },
    {
      arbitrary: fc.record({
        op: fc.constantFrom('and', 'or') as fc.Arbitrary<'and' | 'or'>,
        of: fc.array(tie('any'), { maxLength: 4 }),
      }),
      weight: 2,
    },
    { arbitrary: fc.record({ op: fc.constant('not' as const), of: tie('any') }), weight: 1 },
  ),
})).any;

const one = (item: fc.Arbitrary<FieldItem>) => item.map((each): FieldValue => [each]);
const orNone = (value: fc.Arbitrary<FieldValue>) => fc.oneof(value, fc.constant(NOT_SET));
const item = (id: string | null, text: string | null): FieldItem => ({ id, text });

/** Any state that an issue of such a site can be in, near to what the predicates ask and far from it. */
const anyState: fc.Arbitrary<SampleState> = fc.record({
  priority: orNone(one(fc.constantFrom('1', '2', '3', '4', '5').map((id) => item(id, `P${id}`)))),
  status: one(fc.constantFrom('1', '2', '3').map((id) => item(id, `S${id}`))),
  requesttype: orNone(
    one(
      fc.oneof(
        fc.constantFrom(...REQUEST_TYPES, { id: '79', text: 'Other' }),
        fc.constantFrom(...REQUEST_TYPES).map(({ text }) => item(null, text)),
      ),
    ),
  ),
  region: orNone(
    one(
      fc
        .tuple(fc.constantFrom('10', '11'), fc.constantFrom('EMEA', 'Asia', '10'))
        .map(([i, t]) => item(i, t)),
    ),
  ),
  labels: fc.array(
    fc.constantFrom('vip', 'BRANCH', 'night', 'day').map((text) => item(null, text)),
    { maxLength: 4 },
  ),
  cf1: orNone(
    one(
      fc.oneof(fc.constantFrom(0, 1, 2.5, 10), fc.double({ noNaN: true })).map((n) => item(String(n), null)),
    ),
  ),
  duedate: orNone(
    one(
      fc
        .oneof(fc.constantFrom(0, 1, 86_400_000, 1_772_496_000_000), fc.integer({ min: -1e12, max: 2e12 }))
        .map((at) => item(new Date(at).toISOString(), null)),
    ),
  ),
  summary: one(
    fc
      .array(fc.constantFrom(...WORDS, 'other', 'prints'), { maxLength: 5 })
      .map((words) => item(null, `${words.join(' ')}.`)),
  ),
});

function isTrue(of: Predicate, state: SampleState): boolean {
  const slots: FieldId[] = [];
  const test = compilePredicate(of, (field) =>
    slots.includes(field) ? slots.indexOf(field) : slots.push(field) - 1,
  );
  return test(slots.map((field) => state[field] ?? NOT_SET));
}

describe('Reasoning about predicates', () => {
  const run = <T extends unknown[]>(property: fc.IProperty<T>) =>
    fc.assert(property as fc.IProperty<unknown>, { seed: SEED, numRuns: 1_000 });
  const states = fc.array(anyState, { minLength: 20, maxLength: 40 });

  it('gives an example in which the predicate is true, or there is none', () => {
    const answers = { yes: 0, no: 0, 'too-many': 0 };
    run(
      fc.property(predicate, states, (asked, known) => {
        const possible = canHold(asked, facts);
        answers[possible.answer]++;
        if (possible.answer === 'yes') expect(isTrue(asked, possible.example)).toBe(true);
        if (possible.answer === 'no') expect(known.filter((state) => isTrue(asked, state))).toEqual([]);
      }),
    );
    // All three happen, so that none of the claims is empty.
    expect(answers.yes).toBeGreaterThan(300);
    expect(answers.no).toBeGreaterThan(30);
  });

  it('gives a counter-example in which only the first is true, or there is none', () => {
    const answers = { yes: 0, no: 0, 'too-many': 0 };
    run(
      fc.property(predicate, predicate, states, (a, b, known) => {
        const implication = implies(a, b, facts);
        answers[implication.answer]++;
        if (implication.answer === 'no') {
          expect(isTrue(a, implication.counterExample)).toBe(true);
          expect(isTrue(b, implication.counterExample)).toBe(false);
        }
        if (implication.answer === 'yes')
          expect(known.filter((state) => isTrue(a, state) && !isTrue(b, state))).toEqual([]);
      }),
    );
    expect(answers.yes).toBeGreaterThan(100);
    expect(answers.no).toBeGreaterThan(100);
  });
});

describe('What can hold', () => {
  const isIn = (field: FieldId, ...ids: string[]): Predicate => ({
    op: 'in',
    field,
    values: ids.map((id) => ({ id })),
  });
  const and = (...of: Predicate[]): Predicate => ({ op: 'and', of });

  it.each<[string, Predicate, 'yes' | 'no' | 'too-many']>([
    ['two values of a field that has one', and(isIn('priority', '1'), isIn('priority', '2')), 'no'],
    ['two values of a field that has several', and(isIn('labels', 'a'), isIn('labels', 'b')), 'yes'],
    [
      'three values of a field that has several',
      and(...['a', 'b', 'c'].map((l) => isIn('labels', l))),
      'yes',
    ],
    ['a value and none', and(isIn('priority', '1'), { op: 'empty', field: 'priority' }), 'no'],
    ['no status', { op: 'empty', field: 'status' }, 'no'],
    ['a status that the list of all does not have', isIn('status', '9'), 'no'],
    ['anything', { op: 'always' }, 'yes'],
    ['nothing', { op: 'or', of: [] }, 'no'],
    [
      'a number between two that leave no room',
      and(
        { op: 'number', field: 'cf1', relation: '>', value: 5 },
        { op: 'number', field: 'cf1', relation: '<', value: 5 },
      ),
      'no',
    ],
    [
      'one of very many labels',
      and(...Array.from({ length: 12 }, (_, n) => isIn('labels', `${n}`))),
      'too-many',
    ],
  ])('%s', (_, asked, answer) => {
    expect(canHold(asked, facts).answer).toBe(answer);
  });

  it('takes the values that are named before others for its examples', () => {
    expect(canHold(isIn('priority', '2', '3'), facts)).toMatchObject({
      example: { priority: [{ id: '2' }] },
    });
  });
});
