import { getAppContext } from '@forge/api';

/**
 * The installation this invocation belongs to, as the platform says it. A process may serve another one next:
 * whatever outlives an invocation is kept under this name.
 */
export function installation(): string {
  return getAppContext().installationAri.toString();
}
