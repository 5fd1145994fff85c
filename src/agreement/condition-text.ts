import { jqlWords, type JqlWord } from './jql-words';
import { listed } from './listed';

/**
 * JQL as people read it, where it is simple: clauses that are all joined by AND, or all by OR. Anything else
 * (parentheses, NOT, functions, faults) is shown as it was written.
 *
 * @example conditionText('priority in (Highest, High)') // 'priority is Highest or High'
 * @example conditionText('resolution is EMPTY AND labels = vip') // 'resolution is not set and labels include vip'
 */
export function conditionText(jql: string): string {
  const words = jqlWords(jql);
  return (words && joinedClauses(words)) ?? jql.trim();
}

function joinedClauses(words: readonly JqlWord[]): string | null {
  const reader = new ClauseReader(words);
  const clauses: string[] = [];
  const joints = new Set<string>();
  for (;;) {
    const clause = reader.clause();
    if (clause === null) return null;
    clauses.push(clause);
    if (reader.atEnd()) break;
    const joint = reader.keyword('and') ? 'and' : reader.keyword('or') ? 'or' : null;
    if (joint === null) return null;
    joints.add(joint);
  }
  const [joint = 'and', other] = joints;
  if (other !== undefined) return null;
  // A list of values has its own "or": then the clauses are set apart by commas.
  const apart = clauses.some((clause) => / (or|and|nor) /.test(clause));
  return clauses.join(apart ? `, ${joint} ` : ` ${joint} `);
}

const COMPARED: Readonly<Record<string, readonly [number: string, date: string]>> = {
  '<': ['is less than', 'is before'],
  '<=': ['is at most', 'is on or before'],
  '>': ['is more than', 'is after'],
  '>=': ['is at least', 'is on or after'],
};
const FIELD_WORDS: Readonly<Record<string, string>> = {
  issuetype: 'issue type',
  type: 'issue type',
  statuscategory: 'status category',
  duedate: 'due date',
  due: 'due date',
  fixversion: 'fix version',
};
const SYSTEM = /^(assignee|component|created|labels|priority|project|reporter|resolution|status|summary)$/i;

class ClauseReader {
  private at = 0;

  constructor(private readonly words: readonly JqlWord[]) {}

  atEnd(): boolean {
    return this.at === this.words.length;
  }

  /** Takes the next word if it is this one, outside quotes and in any case. */
  keyword(text: string): boolean {
    const word = this.words[this.at];
    if (word === undefined || word.quoted || word.text.toLowerCase() !== text) return false;
    this.at += 1;
    return true;
  }

  clause(): string | null {
    const name = this.name();
    if (name === null) return null;
    const many = /^labels$/i.test(name);
    const field = fieldWords(name);
    const is = many ? 'include' : 'is';
    const isNot = many ? 'do not include' : 'is not';
    if (this.keyword('is')) {
      const not = this.keyword('not');
      if (!this.keyword('empty') && !this.keyword('null')) return null;
      return `${field} ${many ? 'are' : 'is'}${not ? '' : ' not'} set`;
    }
    if (this.keyword('not')) return this.keyword('in') ? this.oneOf(`${field} ${isNot}`) : null;
    if (this.keyword('in')) return this.oneOf(`${field} ${is}`);
    for (const sign of Object.keys(COMPARED)) {
      if (!this.keyword(sign)) continue;
      const value = this.name();
      const dated = value !== null && /^(\d{4}-\d{2}-\d{2}|[+-]?\d+[wdhm]$)/.test(value);
      return value === null ? null : `${field} ${COMPARED[sign]?.[dated ? 1 : 0]} ${valueWords(value)}`;
    }
    if (this.keyword('~')) return this.compared(`${field} contains`, true);
    if (this.keyword('!~')) return this.compared(`${field} does not contain`, true);
    for (const [sign, verb] of [['=', is], ['!=', isNot]] as const) {
      if (!this.keyword(sign)) continue;
      if (this.keyword('empty') || this.keyword('null')) return `${field} is${sign === '=' ? ' not' : ''} set`;
      return this.compared(`${field} ${verb}`, false);
    } // prettier-ignore
    return null;
  }

  private compared(head: string, quote: boolean): string | null {
    const value = this.name();
    if (value === null) return null;
    return `${head} ${quote ? `“${value}”` : valueWords(value)}`;
  }

  private oneOf(head: string): string | null {
    if (!this.keyword('(')) return null;
    const values: string[] = [];
    do {
      const value = this.name();
      if (value === null) return null;
      values.push(valueWords(value));
    } while (this.keyword(','));
    return this.keyword(')') ? `${head} ${listed(values, 'or')}` : null;
  }

  /** A field or a value; null at a sign, a reserved word or a function. */
  private name(): string | null {
    const word = this.words[this.at];
    if (word === undefined) return null;
    if (!word.quoted && /^([=<>~(),]|!=|<=|>=|!~|and|or|not|empty|null|order)$/i.test(word.text)) return null;
    const next = this.words[this.at + 1];
    if (!word.quoted && next !== undefined && !next.quoted && next.text === '(') return null;
    this.at += 1;
    return word.text;
  }
}

function fieldWords(name: string): string {
  return FIELD_WORDS[name.toLowerCase()] ?? (SYSTEM.test(name) ? name.toLowerCase() : name);
}

/** In quotes where it would run into the sentence. */
function valueWords(value: string): string {
  return /[,"“”]|\b(and|or|nor|is|not)\b|^\s*$|^\s|\s$/i.test(value) ? `“${value}”` : value;
}
