import type { Instant } from '../engine/instant';
import type { CompiledAgreement } from '../storage/agreement-version';
import { versionAt } from './agreement-at';

/** Of each agreement the version in force, else the next one; by id. */
export function agreementsInForce(
  versions: readonly CompiledAgreement[],
  now: Instant,
): readonly CompiledAgreement[] {
  const ids = [...new Set(versions.map(({ agreement }) => agreement.id))].sort();
  return ids.flatMap((id) => versionAt(versions, id, now) ?? []);
}
