import type { Millis } from '../engine/instant';

/** How long a call may wait for a busy Jira. */
export interface Patience {
  /** All waiting of one call together. A pause that would not fit is not begun. */
  readonly budgetMs: Millis;
  /** 0..1, spreads callers that were refused at the same moment. */
  readonly random: () => number;
  readonly sleep: (ms: Millis) => Promise<void>;
}

/** Real waiting of at most `budgetMs`. */
export function patience(budgetMs: Millis): Patience {
  return {
    budgetMs,
    // eslint-disable-next-line no-restricted-syntax -- decides when to ask again, never what is answered
    random: Math.random,
    sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  };
}

/** A Forge function has 25 s for a person: a short refusal is waited out, a long one is told. */
export const SHORT_PATIENCE: Patience = patience(6_000);
