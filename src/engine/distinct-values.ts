import { NOT_SET, type FieldId, type FieldItem, type FieldValue } from './field-value';
import type { Instant } from './instant';
import type { Predicate } from './predicate';
import { compilePredicate } from './predicate-test';

/** A predicate that asks one field. */
export type FieldQuestion = Exclude<Predicate, { op: 'always' } | { op: 'and' | 'or' } | { op: 'not' }>;

/** What is known of the fields beside the questions about them. */
export interface FieldFacts {
  /** May the field hold several items at once? */
  readonly isMultiple: (field: FieldId) => boolean;
  /** All values the field can have; null = any. */
  readonly valuesOf: (field: FieldId) => readonly FieldValue[] | null;
}

/** More values of one field than this are not looked at. */
const MOST_VALUES = 256;
const MOST_ITEMS = 512;
const DAY = 86_400_000;
/** No issue is without one of these. */
const NEVER_EMPTY: ReadonlySet<FieldId> = new Set(['status', 'issuetype', 'project', 'created', 'summary']);

/**
 * Values of a field, one for each way in which the questions can be answered: every value that is named,
 * another one, none; numbers and dates at their boundaries, between and beyond; for a field of several items
 * every union of those. null = too many, or questions that do not go together.
 *
 * distinctValues('priority', [{ op: 'in', field: 'priority', values: [{ id: '2' }] }], facts)
 * //=> [[{ id: '2', text: null }], [{ id: null, text: 'another value' }], []]
 */
export function distinctValues(
  field: FieldId,
  questions: readonly FieldQuestion[],
  facts: FieldFacts,
): readonly FieldValue[] | null {
  const answersTo = answering(questions);
  const known = facts.valuesOf(field);
  if (known !== null) return distinct(known, answersTo);
  const set = valuesWhenSet(questions, facts.isMultiple(field), answersTo);
  if (set === null) return null;
  return distinct(NEVER_EMPTY.has(field) ? set : [...set, NOT_SET], answersTo);
}

/** The answers as a row of 0 and 1. */
type Answering = (value: FieldValue) => string;

function answering(questions: readonly FieldQuestion[]): Answering {
  const tests = questions.map((question) => compilePredicate(question, () => 0));
  return (value) => tests.map((test) => (test([value]) ? '1' : '0')).join('');
}

function distinct(values: readonly FieldValue[], answersTo: Answering): readonly FieldValue[] {
  const byAnswers = new Map<string, FieldValue>();
  for (const value of values) {
    const answers = answersTo(value);
    if (!byAnswers.has(answers)) byAnswers.set(answers, value);
  }
  return [...byAnswers.values()];
}

function valuesWhenSet(
  questions: readonly FieldQuestion[],
  multiple: boolean,
  answersTo: Answering,
): readonly FieldValue[] | null {
  const asked = questions.filter(({ op }) => op !== 'empty' && op !== 'not-empty');
  const [first] = asked;
  if (first === undefined) return [[another([])]];
  // A text that is a number, too, is more than is needed here: such questions are left alone.
  if (asked.some((question) => familyOf(question) !== familyOf(first))) return null;
  switch (familyOf(first)) {
    case 'choice': {
      const items = choiceItems(asked);
      return items === null ? null : multiple ? unions(items, answersTo) : items.map((item) => [item]);
    }
    case 'number':
    case 'date': {
      const items = orderedItems(asked);
      return multiple ? unions(items, answersTo) : items.map((item) => [item]);
    }
    case 'words':
      return texts(asked, answersTo);
  }
}

function familyOf({ op }: FieldQuestion): 'choice' | 'number' | 'date' | 'words' {
  switch (op) {
    case 'number':
    case 'date':
      return op;
    case 'words':
    case 'not-words':
      return 'words';
    default:
      return 'choice';
  }
}

function choiceItems(questions: readonly FieldQuestion[]): readonly FieldItem[] | null {
  const ids = new Set<string>();
  const texts = new Map<string, string>();
  const namesOfIds = new Map<string, Set<string>>();
  for (const question of questions) {
    if (question.op !== 'in' && question.op !== 'not-in') continue;
    for (const { id, text } of question.values) {
      if (id !== undefined) ids.add(id);
      if (text !== undefined) texts.set(text.toLowerCase(), text);
      // An id beside its name says what the site calls it; the same text twice means "whichever of the two".
      if (id === undefined || text === undefined || id === text) continue;
      namesOfIds.set(id, (namesOfIds.get(id) ?? new Set()).add(text));
    }
  }
  const named = new Set([...namesOfIds.values()].flatMap((names) => [...names]));
  const free = [...texts.values()].filter((text) => !named.has(text));
  const items: FieldItem[] = [];
  for (const id of ids) {
    const own = namesOfIds.get(id);
    if (own) for (const text of own) items.push({ id, text });
    else for (const text of [null, ...free]) items.push({ id, text });
  }
  for (const text of texts.values()) items.push({ id: null, text });
  items.push(another([...texts.keys()]));
  return items.length > MOST_ITEMS ? null : items;
}

/** An item that none of the questions names. */
function another(taken: readonly string[]): FieldItem {
  let text = ANOTHER_VALUE;
  while (taken.includes(text)) text += ' ';
  return { id: null, text };
}

export const ANOTHER_VALUE = 'another value';

/** Each boundary, one below the lowest, one above the highest and one between each two. */
function orderedItems(questions: readonly FieldQuestion[]): readonly FieldItem[] {
  const isDate = questions.some(({ op }) => op === 'date');
  const boundaries = [
    ...new Set(questions.flatMap((q) => (q.op === 'number' || q.op === 'date' ? [q.value] : []))),
  ].sort((a, b) => a - b);
  const step = isDate ? DAY : 1;
  const points: number[] = [(boundaries[0] ?? 0) - step];
  for (const [index, boundary] of boundaries.entries()) {
    const next = boundaries[index + 1];
    points.push(boundary, next === undefined ? boundary + step : between(boundary, next, isDate));
  }
  return points.map((point) => (isDate ? dateItem(point) : { id: String(point), text: null }));
}

function between(low: number, high: number, whole: boolean): number {
  const middle = low + (high - low) / 2;
  return whole ? Math.floor(middle) : middle;
}

function dateItem(at: Instant): FieldItem {
  const iso = new Date(at).toISOString();
  return { id: iso.endsWith('T00:00:00.000Z') ? iso.slice(0, 10) : iso, text: null };
}

/** Values of several items: whatever they answer together, no more than one item a question is needed. */
function unions(items: readonly FieldItem[], answersTo: Answering): readonly FieldValue[] | null {
  return growing(
    items.map((item): FieldValue => [item]),
    (value, item) => [...value, ...item],
    answersTo,
  );
}

/** Texts that hold every combination of the words asked for, and one that holds none. */
function texts(questions: readonly FieldQuestion[], answersTo: Answering): readonly FieldValue[] | null {
  const words = new Set<string>();
  for (const question of questions) {
    if (question.op !== 'words' && question.op !== 'not-words') continue;
    for (const { word, prefix } of question.words) {
      words.add(word);
      if (prefix) words.add(`${word}${LONGER}`);
    }
  }
  const textOf = (value: FieldValue) => value[0]?.text ?? '';
  const single = [...words].map((word): FieldValue => [{ id: null, text: word }]);
  const all = growing(
    single,
    (value, word) => [{ id: null, text: `${textOf(value)} ${textOf(word)}` }],
    byWord(questions),
  );
  return all === null ? null : distinct([...all, [{ id: null, text: '–' }]], answersTo);
}

/** Goes on where a word may go on, and is no word by itself. */
const LONGER = 'zqxj';

/** Texts are told apart by single words until they are complete: half of a question answers nothing yet. */
function byWord(questions: readonly FieldQuestion[]): Answering {
  return answering(
    questions.flatMap((question) =>
      question.op === 'words' || question.op === 'not-words'
        ? question.words.map((word): FieldQuestion => ({ op: 'words', field: question.field, words: [word] }))
        : [],
    ),
  );
}

/** All that can be made of the pieces, once for each way to answer; null = too many. */
function growing(
  pieces: readonly FieldValue[],
  join: (value: FieldValue, piece: FieldValue) => FieldValue,
  answersTo: Answering,
): readonly FieldValue[] | null {
  const first = distinct(pieces, answersTo);
  const found = new Map(first.map((value) => [answersTo(value), value]));
  // A map is walked on through what is added meanwhile.
  for (const value of found.values()) {
    for (const piece of first) {
      const larger = join(value, piece);
      const answers = answersTo(larger);
      if (!found.has(answers)) found.set(answers, larger);
      if (found.size > MOST_VALUES) return null;
    }
  }
  return [...found.values()];
}
