import { agreementHtml, type Paper } from '../agreement/agreement-html';
import { instantWords } from '../agreement/date-words';
import type { Result } from '../contract';
import type { ExportedAgreement, SignatureView } from '../contract/agreement';
import type { Instant } from '../engine/instant';
import { readAgreementDraft } from '../storage/agreement-draft';
import { readAgreementVersion } from '../storage/agreement-version';
import type { PushJobs } from './job';
import { readAgreement } from './read-agreement';
import { notFound, refuseUnlessAdministers, refuseUnlessBrowses } from './refuse';

const IN_UTC: Paper = { siteUrl: null, sayInstant: (at) => instantWords(at, 'UTC') };

interface Asked {
  readonly projectId: string;
  readonly agreementId: string;
}

/** A published version byte for byte as it was signed, for all who may see the project in Jira. */
export async function exportAgreement({
  projectId,
  agreementId,
  version,
}: Asked & { readonly version: number }): Promise<Result<ExportedAgreement>> {
  const refusal = await refuseUnlessBrowses(projectId);
  if (refusal) return refusal;
  const found = await readAgreementVersion(projectId, agreementId, version);
  if (!found) return notFound('agreement');
  return exported(`${agreementId}-v${version}`, found.document);
}

/** The draft byte for byte. Administrators only. */
export async function exportDraft({ projectId, agreementId }: Asked): Promise<Result<ExportedAgreement>> {
  const refusal = await refuseUnlessAdministers(projectId);
  if (refusal) return refusal;
  const draft = await readAgreementDraft(projectId, agreementId);
  return draft ? exported(`${agreementId}-draft`, draft.document) : notFound('agreement');
}

/** A version, or what is proposed, in plain language with its signatures: HTML ready to print. */
export async function printAgreement(
  asked: Asked & { readonly version?: number | undefined; readonly accountId: string },
  push: PushJobs,
  now: Instant,
): Promise<Result<ExportedAgreement>> {
  const result = await readAgreement(asked, push, now);
  if (!result.ok) return result;
  const { shown, proposal, versions } = result.value;
  if (!shown) return notFound('agreement');
  const signatures: readonly SignatureView[] =
    (shown.what === 'proposal'
      ? proposal?.signatures
      : versions.find(({ version }) => version === shown.version)?.signatures) ?? [];
  const suffix = shown.what === 'proposal' ? `v${shown.version}-proposed` : `v${shown.version}`;
  const fileName = `${asked.agreementId}-${suffix}.html`;
  return { ok: true, value: { fileName, text: agreementHtml(shown.text, signatures, IN_UTC) } };
}

function exported(name: string, text: string): Result<ExportedAgreement> {
  const extension = text.trimStart().startsWith('{') ? 'json' : 'yaml';
  return { ok: true, value: { fileName: `${name}.${extension}`, text } };
}
