/** What is wrong with one value and what to do about it; where it stands is known to the caller. */
export interface Problem {
  readonly message: string;
  readonly remedy: string;
}

/** Either a value or the reason why there is none. */
export type Reading<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: Problem };

export function read<T>(value: T): Reading<T> {
  return { ok: true, value };
}

export function refuse(message: string, remedy: string): { readonly ok: false; readonly problem: Problem } {
  return { ok: false, problem: { message, remedy } };
}
