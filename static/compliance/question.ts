import type { ComplianceQuery, Drill } from '../../src/contract/compliance';

/** A number, said in words, and which tickets are behind it. */
export interface Question {
  readonly title: string;
  readonly query: ComplianceQuery;
  readonly drill: Drill;
}
