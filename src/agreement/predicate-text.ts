import type { Operand, Predicate } from '../engine/predicate';
import { listed } from './listed';

/**
 * A predicate in words, with fields called by their ids.
 *
 * @example predicateText({ op: 'empty', field: 'resolution' }) // 'resolution is not set'
 */
export function predicateText(predicate: Predicate): string {
  switch (predicate.op) {
    case 'always':
      return 'always';
    case 'and':
    case 'or':
      return predicate.of.map(predicateText).join(`, ${predicate.op} `);
    case 'not':
      return `not: ${predicateText(predicate.of)}`;
    case 'in':
      return `${predicate.field} is ${valuesText(predicate.values)}`;
    case 'not-in':
      return `${predicate.field} is not ${valuesText(predicate.values)}`;
    case 'empty':
      return `${predicate.field} is not set`;
    case 'not-empty':
      return `${predicate.field} is set`;
    case 'number':
      return `${predicate.field} ${predicate.relation} ${predicate.value}`;
    case 'date':
      return `${predicate.field} ${predicate.relation} ${new Date(predicate.value).toISOString()}`;
    case 'words':
    case 'not-words': {
      const words = predicate.words.map(({ word, prefix }) => (prefix ? `${word}*` : word)).join(' ');
      return `${predicate.field} ${predicate.op === 'words' ? 'contains' : 'does not contain'} “${words}”`;
    }
  }
}

function valuesText(values: readonly Operand[]): string {
  return listed(
    values.map(({ text, id }) => text ?? id ?? ''),
    'or',
  );
}
