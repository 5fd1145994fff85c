/** Fields that the builder asks for; the names are JQL's own, whatever the site's language. */
export const JQL_FIELDS = [
  { field: 'issuetype', label: 'Issue type', facts: 'issueTypes' },
  { field: '"Request Type"', label: 'Request type', facts: 'requestTypes' },
  { field: 'priority', label: 'Priority', facts: 'priorities' },
  { field: 'component', label: 'Component', facts: 'components' },
  { field: 'status', label: 'Status', facts: 'statuses' },
] as const;

export type JqlField = (typeof JQL_FIELDS)[number]['field'];

/** "This field is one of these"; several are joined with and. */
export interface JqlChoice {
  readonly field: JqlField;
  readonly values: readonly string[];
}

const TOKEN = /\s*(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|([(),=])|([^\s(),="']+))/y;

interface Token {
  readonly text: string;
  readonly quoted: boolean;
}

/**
 * Reads JQL that says nothing but "field is one of ..." joined with and; null for all other JQL, which stays
 * text. No JQL at all is an empty list: every ticket.
 *
 * @example readSimpleJql('priority in (High, "Very high")') // [{ field: 'priority', values: ['High', 'Very high'] }]
 */
export function readSimpleJql(jql: string): readonly JqlChoice[] | null {
  const tokens = tokensOf(jql);
  if (tokens === null) return null;
  const choices: JqlChoice[] = [];
  let at = 0;
  const next = (): Token | undefined => tokens[at++];
  const is = (token: Token | undefined, word: string): boolean =>
    token !== undefined && !token.quoted && token.text.toLowerCase() === word;
  while (at < tokens.length) {
    if (choices.length > 0 && !is(next(), 'and')) return null;
    const name = next();
    const field = name && fieldOf(name.text);
    if (!field || choices.some((choice) => choice.field === field)) return null;
    const operator = next();
    const values: string[] = [];
    if (is(operator, '=')) {
      const value = next();
      if (!value || !isValue(value)) return null;
      values.push(value.text);
    } else if (is(operator, 'in') && is(next(), '(')) {
      for (;;) {
        const value = next();
        if (!value || !isValue(value)) return null;
        values.push(value.text);
        const end = next();
        if (is(end, ')')) break;
        if (!is(end, ',')) return null;
      }
    } else {
      return null;
    }
    choices.push({ field, values });
  }
  return choices;
}

/**
 * The same choices as JQL; those without a value say nothing yet and are left out.
 *
 * @example writeSimpleJql([{ field: 'priority', values: ['High'] }]) // 'priority = High'
 */
export function writeSimpleJql(choices: readonly JqlChoice[]): string {
  return choices
    .filter(({ values }) => values.length > 0)
    .map(({ field, values }) => {
      const [first = ''] = values;
      return values.length === 1
        ? `${field} = ${quoted(first)}`
        : `${field} in (${values.map(quoted).join(', ')})`;
    })
    .join(' and ');
}

const RESERVED = /^(and|or|not|in|is|was|changed|empty|null|order|by)$/i;

/** A name as a JQL string, in quotes where JQL needs them. */
export function quoted(name: string): string {
  if (/^[A-Za-z][\w-]*$/.test(name) && !RESERVED.test(name)) return name;
  return `"${name.replace(/[\\"]/g, '\\$&')}"`;
}

function isValue({ text, quoted: inQuotes }: Token): boolean {
  return inQuotes || (!/^[(),=]$/.test(text) && !RESERVED.test(text));
}

function fieldOf(name: string): JqlField | undefined {
  const word = name.toLowerCase();
  const alias =
    word === 'type' || word === 'issue type' ? 'issuetype' : word === 'components' ? 'component' : word;
  return JQL_FIELDS.find(({ field }) => field.replaceAll('"', '').toLowerCase() === alias)?.field;
}

function tokensOf(jql: string): readonly Token[] | null {
  const tokens: Token[] = [];
  const text = jql.trimEnd();
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const match = TOKEN.exec(text);
    if (!match) return null;
    const [, double, single, sign, word] = match;
    const inQuotes = double ?? single;
    // Functions (`currentUser()`) and comparisons (`!=`) are more than a list of names.
    if (word !== undefined && /[!<>~&|]/.test(word)) return null;
    tokens.push(
      inQuotes === undefined
        ? { text: sign ?? word ?? '', quoted: false }
        : { text: inQuotes.replace(/\\(.)/g, '$1'), quoted: true },
    );
  }
  return tokens;
}
