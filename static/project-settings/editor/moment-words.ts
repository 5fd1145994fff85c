/**
 * The ways to write a moment, as the rows of the form pick them. src/agreement/moment-text.ts reads them; what
 * this file does not recognise is shown and kept as written.
 */
export const MOMENT_CHOICES = [
  { kind: 'created', words: 'created', label: 'The ticket is created', values: null },
  { kind: 'entered-status', words: 'entered status', label: 'The status becomes', values: 'status' },
  { kind: 'left-status', words: 'left status', label: 'The status is no longer', values: 'status' },
  { kind: 'resolution-set', words: 'resolution set', label: 'A resolution is set', values: null },
  {
    kind: 'resolution-cleared',
    words: 'resolution cleared',
    label: 'The resolution is taken away',
    values: null,
  },
  {
    kind: 'provider-comment',
    words: 'comment by provider',
    label: 'The provider comments publicly',
    values: null,
  },
  { kind: 'customer-comment', words: 'comment by customer', label: 'The customer comments', values: null },
  {
    kind: 'internal-comment',
    words: 'internal comment',
    label: 'Somebody comments internally',
    values: null,
  },
  {
    kind: 'assignee-first-set',
    words: 'assignee first set',
    label: 'Somebody is assigned for the first time',
    values: null,
  },
  { kind: 'assignee-set', words: 'assignee set', label: 'Somebody is assigned', values: null },
  { kind: 'assignee-changed', words: 'assignee changed', label: 'The assignee changes', values: null },
  { kind: 'assignee-cleared', words: 'assignee cleared', label: 'Nobody is assigned any more', values: null },
  { kind: 'priority-changed', words: 'priority changed', label: 'The priority changes', values: null },
  {
    kind: 'priority-changed-to',
    words: 'priority changed to',
    label: 'The priority becomes',
    values: 'priority',
  },
  { kind: 'field-changed', words: 'field', label: 'A field changes', values: 'field' },
  { kind: 'field-changed-to', words: 'field', label: 'A field becomes', values: 'field-value' },
  { kind: 'date-reached', words: 'date reached', label: 'A date of the ticket is reached', values: 'date' },
  { kind: 'as-written', words: '', label: 'In my own words', values: null },
] as const;

export type MomentChoice = (typeof MOMENT_CHOICES)[number]['kind'];

export interface MomentWords {
  readonly kind: MomentChoice;
  /** Name of the field, where one is asked for. */
  readonly field: string;
  /** Statuses, priorities or values. */
  readonly values: readonly string[];
  /** The moment as written, where the form has no row for it. */
  readonly text: string;
}

const FIELD = /^field\s+(?:"([^"]+)"|(.+?))\s+changed(?:\s+to\s+(.+))?$/i;
const DATE = /^date\s+reached\s+"?(.+?)"?$/i;

/**
 * What a moment says.
 *
 * @example readMomentWords('entered status "In progress", Done').values // ['In progress', 'Done']
 */
export function readMomentWords(text: string): MomentWords {
  const words = text.trim().replace(/\s+/g, ' ');
  const plain = MOMENT_CHOICES.find(
    (choice) => choice.values === null && choice.words !== '' && choice.words === words.toLowerCase(),
  );
  if (plain) return { kind: plain.kind, field: '', values: [], text };
  const listed = MOMENT_CHOICES.find(
    (choice) =>
      (choice.values === 'status' || choice.values === 'priority') &&
      words.toLowerCase().startsWith(`${choice.words} `),
  );
  if (listed) {
    const values = splitValues(words.slice(listed.words.length + 1));
    if (values) return { kind: listed.kind, field: '', values, text };
  }
  const field = FIELD.exec(words);
  if (field) {
    const values = field[3] === undefined ? [] : splitValues(field[3]);
    const kind = field[3] === undefined ? 'field-changed' : 'field-changed-to';
    if (values) return { kind, field: field[1] ?? field[2] ?? '', values, text };
  }
  const date = DATE.exec(words);
  if (date) return { kind: 'date-reached', field: date[1] ?? '', values: [], text };
  return { kind: 'as-written', field: '', values: [], text };
}

/**
 * The moment in the words of a document.
 *
 * @example writeMomentWords({ kind: 'left-status', field: '', values: ['A, B'], text: '' }) // 'left status "A, B"'
 */
export function writeMomentWords({ kind, field, values, text }: MomentWords): string {
  const choice = MOMENT_CHOICES.find((each) => each.kind === kind);
  switch (choice?.values) {
    case 'status':
    case 'priority':
      return `${choice.words} ${values.map(writeValue).join(', ')}`.trim();
    case 'field':
      return `field "${field}" changed`;
    case 'field-value':
      return `field "${field}" changed to ${values.map(writeValue).join(', ')}`.trim();
    case 'date':
      return `date reached "${field}"`;
    default:
      return kind === 'as-written' ? text : (choice?.words ?? text);
  }
}

/** A name that holds a comma or outer blanks needs quotes. There is no way to write a quote within a name. */
const writeValue = (value: string): string =>
  /[,"]|^\s|\s$|^#\d+$/.test(value) ? `"${value.replaceAll('"', '')}"` : value;

function splitValues(text: string): readonly string[] | null {
  if ((text.match(/"/g) ?? []).length % 2 === 1) return null;
  return (text.match(/(?:"[^"]*"|[^,"])+/g) ?? [])
    .map((value) =>
      value
        .trim()
        .replace(/^"(.*)"$/, '$1')
        .trim(),
    )
    .filter((value) => value !== '');
}
