import type { Result } from '../../src/contract';
import type { LocalForge } from '../forge/create-forge';

/** A person on a page of the app. `extension`: what the page is about, as `context.extension`. */
export interface OnPage {
  readonly moduleKey: string;
  readonly accountId: string;
  readonly accountType: 'licensed' | 'customer';
  readonly extension: Readonly<Record<string, unknown>>;
}

export type Call = <T>(functionKey: string, payload?: unknown) => Promise<T>;

/** The app's functions as this person calls them on this page; a refusal is thrown, with what failed first. */
export function callerOn(forge: LocalForge, page: OnPage, failing: string): Call {
  return async <T>(functionKey: string, payload?: unknown) => {
    const result = (await forge.invoke({ ...page, functionKey, payload })) as Result<T>;
    if (result.ok) return result.value;
    const faults = (result.faults ?? []).map((fault) => `\n  ${fault.path}: ${fault.message}`).join('');
    throw new Error(`${failing} (${functionKey}): ${result.message}${faults}`);
  };
}
