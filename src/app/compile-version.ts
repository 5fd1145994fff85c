import { parseAgreement } from '../agreement/parse-agreement';
import type { AgreementDocument } from '../agreement/document';
import type { Fault } from '../contract';
import { readNames } from '../jira/read-names';
import type { CompiledAgreement } from '../storage/agreement-version';
import { effectiveInstant } from './effective-instant';
import { retirementFrom } from './retirement-text';

/** A text made ready to evaluate; `document` null = it says that the agreement ends. */
export type CompiledVersion =
  | { readonly ok: true; readonly compiled: CompiledAgreement; readonly document: AgreementDocument | null }
  | { readonly ok: false; readonly faults: readonly Fault[] };

/**
 * Compiles the text of a version. One that ends the agreement keeps everything of the version before it but
 * the measures: from its date there is nothing to measure. Jira is asked for the site's names.
 */
export async function compileVersion(
  projectId: string,
  { text, version }: { readonly text: string; readonly version: number },
  latest: CompiledAgreement | null,
): Promise<CompiledVersion> {
  const from = retirementFrom(text);
  if (from !== null && latest !== null) return retired(from, version, latest);
  const parsed = parseAgreement(text, await readNames(projectId));
  if (!parsed.ok) return parsed;
  const { agreement, exclusions, document } = parsed;
  const { provider, customer } = document.parties;
  const compiled = {
    agreement,
    exclusions,
    parties: {
      provider: { name: provider.name, timeZone: provider.timeZone },
      customer: { name: customer.name, timeZone: customer.timeZone },
    },
  };
  return { ok: true, compiled, document };
}

function retired(from: string, version: number, latest: CompiledAgreement): CompiledVersion {
  const reading = effectiveInstant(from, latest.parties.provider.timeZone);
  if (!reading.ok) return { ok: false, faults: [{ path: 'from', ...reading.problem }] };
  const agreement = { ...latest.agreement, version, effectiveFrom: reading.value, measures: [] };
  return { ok: true, compiled: { ...latest, agreement }, document: null };
}

/** The last published version of an agreement, whether in force or still to come. */
export function latestOf<Version extends { readonly compiled: CompiledAgreement }>(
  versions: readonly Version[],
  agreementId: string,
): Version | null {
  const own = versions.filter(({ compiled }) => compiled.agreement.id === agreementId);
  return own.reduce<Version | null>(
    (latest, one) =>
      latest === null || one.compiled.agreement.version > latest.compiled.agreement.version ? one : latest,
    null,
  );
}

/** Does this version end its agreement? */
export function endsAgreement({ agreement }: CompiledAgreement): boolean {
  return agreement.measures.length === 0;
}
