import type { Predicate } from '../../engine/predicate';
import type { FieldClause, JqlValue } from './clause-of-field';

/** A clause over a text: by its words, or whether there is any. */
export function wordsClause(clause: FieldClause): Predicate | null {
  const { operator, field, values, fieldText, faults } = clause;
  if (clause.withEmpty) {
    if (operator === 'is' || operator === '=') return { op: 'empty', field };
    if (operator === 'is not' || operator === '!=') return { op: 'not-empty', field };
  }
  const [value] = values;
  if ((operator !== '~' && operator !== '!~') || value === undefined) {
    return faults.add(
      clause.operatorPlace,
      `“${fieldText}” is a text: it cannot be asked with “${clause.operatorText}”.`,
      `Look for words: ${fieldText} ~ "word", or ask is EMPTY or is not EMPTY.`,
    );
  }
  const words = readWords(clause, value);
  return words === null ? null : { op: operator === '~' ? 'words' : 'not-words', field, words };
}

type Word = { readonly word: string; readonly prefix: boolean };

/** Words are letters and digits; everything else divides them. A star at the end: the word may go on. */
function readWords(clause: FieldClause, value: JqlValue): readonly Word[] | null {
  const special = specialSyntax(value.text);
  if (special !== null) {
    return clause.faults.add(
      value,
      `${special} is a question to Jira's search index, not to the words of the text.`,
      'Write plain words; all of them must occur. A star at the end of a word lets it go on.',
    );
  }
  const words: Word[] = [];
  for (const [, word, star] of value.text.matchAll(/([\p{L}\p{N}]+)(\*?)/gu)) {
    if (word) words.push({ word, prefix: star === '*' });
  }
  if (words.length > 0) return words;
  return clause.faults.add(
    value,
    `“${value.text}” has no word in it.`,
    'Write at least one letter or digit.',
  );
}

function specialSyntax(text: string): string | null {
  if (text.includes('"')) return 'A phrase in quotes';
  if (/\?/.test(text)) return 'The wildcard ?';
  if (/(^|[^\p{L}\p{N}])\*/u.test(text) || /\*[\p{L}\p{N}]/u.test(text))
    return 'A star that is not at the end of a word';
  if (/~(\d|\s|$)/.test(text)) return 'A search for similar words (~)';
  if (/\^\d/.test(text)) return 'A weight (^)';
  if (/(^|\s)[+!-]\p{L}/u.test(text)) return 'A required or forbidden word (+ - !)';
  if (/(^|\s)(AND|OR|NOT)(\s|$)|&&|\|\|/.test(text)) return 'AND, OR or NOT between words';
  return null;
}
