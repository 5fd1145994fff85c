import type { FieldId } from '../../engine/field-value';
import type { FieldKind } from './field-kind';
import type { JiraNames } from './jira-names';
import type { JqlFaults, JqlPlace } from './jql-fault';

export type Operator = '=' | '!=' | 'in' | 'not in' | 'is' | 'is not' | '~' | '!~' | '<' | '<=' | '>' | '>=';

/** A value as it stands in the text; `text` is without its quotes. */
export interface JqlValue extends JqlPlace {
  readonly text: string;
}

/** One clause, taken apart: `field operator values`. */
export interface FieldClause {
  readonly field: FieldId;
  readonly kind: FieldKind;
  /** As written in the text, for messages. */
  readonly fieldText: string;
  /** Already turned round where a NOT stands before it. */
  readonly operator: Operator;
  /** As written. */
  readonly operatorText: string;
  readonly operatorPlace: JqlPlace | null;
  readonly values: readonly JqlValue[];
  /** EMPTY or NULL stands among the values. */
  readonly withEmpty: boolean;
  readonly names: JiraNames;
  readonly faults: JqlFaults;
}

/** The operator that is true where `operator` is false, of a field that is set. */
export const OPPOSITE: Readonly<Record<Operator, Operator>> = {
  '=': '!=',
  '!=': '=',
  in: 'not in',
  'not in': 'in',
  is: 'is not',
  'is not': 'is',
  '~': '!~',
  '!~': '~',
  '<': '>=',
  '>=': '<',
  '>': '<=',
  '<=': '>',
};
