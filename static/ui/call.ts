import { invoke } from '@forge/bridge';
import type { Result } from '../../src/contract';
import type { Definitions } from '../../src/contract/definitions';

type Answer<K extends keyof Definitions> =
  ReturnType<Definitions[K]> extends Result<infer T> ? Result<T> : never;

/**
 * Calls a resolver function of the app. What the bridge rejects (no network, no session, a crash, a rate
 * limit) comes back as a failure too, so a screen has one way to fail.
 */
export async function call<K extends keyof Definitions>(
  key: K,
  payload: Parameters<Definitions[K]>[0],
): Promise<Answer<K>> {
  try {
    return (await invoke(key, payload)) as unknown as Answer<K>;
  } catch (error) {
    console.error(`${key} failed`, error);
    return { ok: false, code: 'failed', message: 'Accord could not be reached.' } as Answer<K>;
  }
}
