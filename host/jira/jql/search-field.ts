import type { IndexedIssue } from '../search-index';
import type { World } from '../world';

export type Scalar = string | number;

/** Who searches, and when. */
export interface Asking {
  readonly world: World;
  readonly accountId: string;
  readonly zone: string;
  readonly now: number;
}

export type Test = (issue: IndexedIssue) => boolean;

/** A field as JQL sees it. What it does not have, it refuses. */
export interface SearchField {
  readonly name: string;
  /** The values an issue has; none = EMPTY. */
  read(issue: IndexedIssue): readonly Scalar[];
  /** An operand's text -> the values it stands for. Throws `JqlFault` for one that does not exist. */
  resolve?(text: string): readonly Scalar[];
  /** Functions beyond those every field of its kind has. Throws `JqlFault`. */
  call?(name: string, args: readonly string[]): readonly Scalar[];
  /** Present when `>` and the like are allowed: what they compare. */
  rank?(value: Scalar): Scalar;
  /** What ORDER BY compares where there is no `rank`. Default: the value itself. */
  order?(value: Scalar): Scalar;
  /** Same value? Default `===`. */
  same?(a: Scalar, b: Scalar): boolean;
  /** `~`: true when the text holds the operand's words. */
  like?(text: string): Test;
  /** Not to be sorted by. */
  readonly unsortable?: boolean;
}
