import type { Approval } from '../contract/agreement';
import type { ExclusionProposal } from '../contract/exclusion';
import type { StoredExclusion } from '../storage/exclusion';
import { canonicalJson } from './canonical-json';

/** What signatures under an exclusion bind to. */
export interface ExclusionContent extends ExclusionProposal {
  /** Whose signatures it takes: as the project worked when it was proposed. */
  readonly approval: Approval;
  /** The major incident because of which Accord proposed it; null = a person did. */
  readonly incident: { readonly issueId: string; readonly issueKey: string } | null;
}

/** The text that is kept and hashed: what says the same has the same text. */
export function exclusionText(content: ExclusionContent): string {
  return canonicalJson(content);
}

export function contentOf({ content }: Pick<StoredExclusion, 'content'>): ExclusionContent {
  return JSON.parse(content) as ExclusionContent;
}
