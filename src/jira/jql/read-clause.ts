import type { Operand as JqlOperand, TerminalClause } from '@atlaskit/jql-ast';
import type { Predicate } from '../../engine/predicate';
import { choiceClause } from './choice-clause';
import { OPPOSITE, type FieldClause, type JqlValue, type Operator } from './clause-of-field';
import { comparedClause } from './compared-clause';
import { fieldKind } from './field-kind';
import { findFields } from './find-field';
import { functionReason } from './function-reason';
import type { FieldName, JiraNames } from './jira-names';
import { placeOf, type JqlFaults } from './jql-fault';
import { unquoted } from './unquoted';
import { wordsClause } from './words-clause';

/** Reads one clause `field operator value`; null = faults were noted. */
export function readClause(
  clause: TerminalClause,
  negated: boolean,
  names: JiraNames,
  faults: JqlFaults,
): Predicate | null {
  const place = placeOf(clause);
  if (place !== null) faults.inClause(place);
  const { operator, operand } = clause;
  if (!operator) return null;
  const operatorPlace = placeOf(operator);
  if (!isOperator(operator.value)) {
    return faults.add(
      operatorPlace,
      `“${operator.text}” asks about the past; a rule is asked at every instant of the issue's history already.`,
      'Ask for the value itself, such as status = Open.',
    );
  }
  if (!operand) return null;
  const field = readField(clause, names, faults);
  const read = readOperand(operand, faults);
  if (field === null || read === null) return null;
  const { value: asWritten, text: operatorText } = operator;
  const taken: FieldClause = {
    field: field.id,
    kind: fieldKind(field),
    fieldText: clause.field.text,
    operator: negated ? OPPOSITE[asWritten] : asWritten,
    operatorText,
    operatorPlace,
    ...read,
    names,
    faults,
  };
  return byKind(taken);
}

function isOperator(value: string): value is Operator {
  return Object.hasOwn(OPPOSITE, value);
}

function byKind(clause: FieldClause): Predicate | null {
  switch (clause.kind) {
    case 'text':
      return wordsClause(clause);
    case 'number':
    case 'date':
      return comparedClause(clause);
    case 'unsupported':
      return null;
    default:
      return choiceClause(clause);
  }
}

function readField(clause: TerminalClause, names: JiraNames, faults: JqlFaults): FieldName | null {
  const { field } = clause;
  const place = placeOf(field);
  if (field.properties && field.properties.length > 0) {
    return faults.add(place, 'Properties of an issue have no history.', 'Ask for a field instead.');
  }
  const [found, ...others] = findFields(field.value, names);
  if (found === undefined) {
    const known = KNOWN_TO_JIRA.has(field.value.toLowerCase());
    if (known) return withoutHistory(field.text, place, faults);
    return faults.add(
      place,
      `There is no field ${field.text}.`,
      'Write its name as Jira shows it, or cf[…] with its number.',
    );
  }
  if (others.length > 0) {
    const choice = [found, ...others]
      .map(({ id }) => id.replace(/^customfield_(\d+)$/, 'cf[$1]'))
      .join(' or ');
    return faults.add(place, `Several fields are called ${field.text}.`, `Write ${choice}.`);
  }
  if (fieldKind(found) === 'unsupported') return withoutHistory(field.text, place, faults);
  return found;
}

/** Fields of JQL that GET /field does not list. */
const KNOWN_TO_JIRA: ReadonlySet<string> = new Set(
  (
    'approvals,attachments,category,comment,creator,description,environment,filter,fixversion,affectedversion,hierarchylevel,' +
    'id,issue,issuekey,issuelink,issuelinktype,key,lastviewed,level,parent,resolutiondate,resolved,sprint,text,timespent,' +
    'updated,updateddate,voter,votes,watcher,watchers,worklogauthor,worklogcomment,worklogdate,workratio'
  ).split(','),
);

function withoutHistory(text: string, place: ReturnType<typeof placeOf>, faults: JqlFaults): null {
  return faults.add(
    place,
    `What ${text} was at an earlier instant cannot be told exactly from the issue's history.`,
    'Ask for project, type, request type, status, status category, priority, resolution, assignee, reporter, ' +
      'organizations, labels, components, summary, created, due date, or a text, number, date, select or user field.',
  );
}

/** The values of an operand; null = it holds a function or an empty text. */
function readOperand(
  operand: JqlOperand,
  faults: JqlFaults,
): { readonly values: readonly JqlValue[]; readonly withEmpty: boolean } | null {
  const values: JqlValue[] = [];
  let withEmpty = false;
  let faulty = false;
  const visit = (node: JqlOperand): void => {
    switch (node.operandType) {
      case 'keyword':
        withEmpty = true;
        return;
      case 'list':
        node.values.forEach(visit);
        return;
      case 'function': {
        const { reason, remedy } = functionReason(node.function.value);
        faults.add(placeOf(node), reason, remedy);
        faulty = true;
        return;
      }
      case 'value': {
        const place = placeOf(node) ?? { start: 0, end: 0 };
        const text = unquoted(node.text);
        if (text !== '') values.push({ ...place, text });
        else {
          faults.add(place, 'An empty text is no value.', 'Write EMPTY, without quotes.');
          faulty = true;
        }
      }
    }
  };
  visit(operand);
  return faulty ? null : { values, withEmpty };
}
