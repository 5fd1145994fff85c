import type { ComplianceQuery, Drill, ResolvedKind } from '../../src/contract/compliance';

/** A number, said in words, and which tickets are behind it: cycles of them, or such as were resolved. */
export type Question = {
  readonly title: string;
  readonly query: ComplianceQuery;
} & ({ readonly drill: Drill } | { readonly resolved: ResolvedKind });
