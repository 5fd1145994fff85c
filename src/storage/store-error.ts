/**
 * A fault of the store.
 * - `not-ready`: a table or column does not exist yet (a migration is due)
 * - `busy`: rate limit or time-out; try again later
 * - `duplicate`: a row with this key exists
 * - `refused`: the statement itself is at fault
 */
export type StoreFault = 'not-ready' | 'busy' | 'duplicate' | 'refused';

export class StoreError extends Error {
  override readonly name = 'StoreError';

  constructor(
    readonly fault: StoreFault,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

interface ApiFault {
  readonly code?: unknown;
  readonly message?: unknown;
  readonly responseDetails?: { readonly status?: unknown };
  readonly context?: { readonly debug?: { readonly code?: unknown } };
}

// Forge's error enum lacks two of the codes the service sends, hence literals.
const BUSY = new Set(['QUERY_TIMED_OUT', 'RATE_LIMIT_EXCEEDED', 'UNKNOWN_ERROR']);

// A table or column of this deployment, before its migrations have run.
const NOT_READY = new Set(['ER_NO_SUCH_TABLE', 'ER_BAD_FIELD_ERROR']);

/** Tells which fault an error of `@forge/sql` stands for. */
export function storeErrorOf(error: unknown): StoreError {
  const fault = (error ?? {}) as ApiFault;
  const message = typeof fault.message === 'string' ? fault.message : String(error);
  const engineCode = fault.context?.debug?.code;
  if (NOT_READY.has(String(engineCode))) return new StoreError('not-ready', message, { cause: error });
  if (engineCode === 'ER_DUP_ENTRY') return new StoreError('duplicate', message, { cause: error });
  if (isRateRefusal(error) || BUSY.has(String(fault.code)))
    return new StoreError('busy', message, { cause: error });
  return new StoreError('refused', message, { cause: error });
}

/** True when Forge SQL did not even begin, because there were too many statements. */
export function isRateRefusal(error: unknown): boolean {
  return (error as ApiFault | null)?.responseDetails?.status === 429;
}

const DONE_ALREADY = new Set([
  'ER_DUP_KEYNAME',
  'ER_TABLE_EXISTS_ERROR',
  'ER_DUP_FIELDNAME',
  'ER_CANT_DROP_FIELD_OR_KEY',
]);

/** True when a CREATE met an object that is there, or a DROP one that is not: that migration step is done. */
export function isDoneAlready(error: unknown): boolean {
  return DONE_ALREADY.has(String((error as ApiFault | null)?.context?.debug?.code));
}
