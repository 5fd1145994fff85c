import { LINK_TYPES } from './jira/issue-link';
import type { LinkKind } from './shell/api';

/** How an issue can be linked to another, as the issue itself would say it. */
export interface LinkWay extends LinkKind {
  readonly typeName: string;
  /** Is the issue that says it where the link comes from? */
  readonly outward: boolean;
}

/** Every type in both directions; where both say the same, once. */
export const LINK_WAYS: readonly LinkWay[] = LINK_TYPES.flatMap(({ id, name, inward, outward }) => [
  { id: `${id} outward`, words: outward, typeName: name, outward: true },
  ...(inward === outward ? [] : [{ id: `${id} inward`, words: inward, typeName: name, outward: false }]),
]);

/** What an issue says by a link of this type of which it is one end. */
export function wordsOf(typeId: string, outward: boolean): string {
  const type = LINK_TYPES.find(({ id }) => id === typeId);
  return (outward ? type?.outward : type?.inward) ?? 'is linked to';
}
