import type { Fault } from '../contract';
import type { Instant } from '../engine/instant';
import type { ProposalRow } from '../storage/agreement-proposal';
import {
  addAgreementVersion,
  readAgreementVersion,
  versionsOfProject,
  type CompiledAgreement,
} from '../storage/agreement-version';
import { compileVersion, latestOf } from './compile-version';
import { sizeFaults } from './document-limits';
import type { PushJobs } from './job';

/**
 * Publishes what was signed, as an immutable version, and queues the project's issues. May be repeated: the
 * version is there once. A follow-up version whose date has passed takes effect when the last signature was
 * given. Answers the faults that keep it from being published; none = it is there. Nobody publishes alone:
 * only `complete-proposal` calls this.
 */
export async function publishVersion(
  proposal: ProposalRow,
  signed: { readonly by: string; readonly at: Instant },
  push: PushJobs,
  now: Instant,
): Promise<readonly Fault[]> {
  const { projectId, agreementId, version, document } = proposal;
  const versions = await versionsOfProject(projectId);
  if (!versions.some(({ compiled }) => isVersion(compiled, agreementId, version))) {
    const latest = latestOf(versions, agreementId)?.compiled ?? null;
    const result = await compileVersion(projectId, { text: document, version }, latest);
    if (!result.ok) return result.faults;
    const compiled = takingEffect(result.compiled, latest, signed.at);
    const faults = sizeFaults(
      document,
      compiled,
      versions.map((one) => one.compiled),
    );
    if (faults.length > 0) return faults;
    const added = { projectId, document, compiled, publishedAt: now, publishedBy: signed.by };
    if (!(await addAgreementVersion(added))) {
      const other = await readAgreementVersion(projectId, agreementId, version);
      if (other?.document !== document) return [taken(version)];
    }
  }
  try {
    await push([{ job: { v: 1, kind: 'reconcile-project', projectId }, delayMs: 0 }]);
  } catch (error) {
    // It is published; events and the daily reconcile bring the tickets to it.
    console.error(error);
  }
  return [];
}

function isVersion({ agreement }: CompiledAgreement, agreementId: string, version: number): boolean {
  return agreement.id === agreementId && agreement.version === version;
}

/** A first version may reach back: nothing was promised before it. A follow-up never does. */
function takingEffect(
  compiled: CompiledAgreement,
  latest: CompiledAgreement | null,
  signedAt: Instant,
): CompiledAgreement {
  if (latest === null || compiled.agreement.effectiveFrom >= signedAt) return compiled;
  return { ...compiled, agreement: { ...compiled.agreement, effectiveFrom: signedAt } };
}

function taken(version: number): Fault {
  return {
    path: 'version',
    message: `Version ${version} was published already with another text.`,
    remedy: 'Withdraw this proposal and propose it anew.',
  };
}
