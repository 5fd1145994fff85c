import { agreementText } from '../agreement/agreement-text';
import { agreementSchema, type AgreementDocument } from '../agreement/document';
import { readText } from '../agreement/read-text';
import type { AgreementText, AgreementView, Approval } from '../contract/agreement';
import type { Instant } from '../engine/instant';
import { readProposal } from '../storage/agreement-proposal';
import { readAgreementVersion } from '../storage/agreement-version';
import { endsAgreement } from './compile-version';
import { proposalOf, versionInForce, type AgreementRecord } from './project-agreements';
import { isOpen } from './proposal-signatures';

/** A text of an agreement, as it was signed or is to be signed. */
export type ShownText = NonNullable<AgreementView['shown']> & { readonly agreement: AgreementDocument };

/**
 * What is shown of an agreement: the version asked for, else the open proposal, else the version in force or
 * the next one. null = there is none.
 */
export async function shownText(
  record: AgreementRecord,
  projectId: string,
  version: number | undefined,
  now: Instant,
): Promise<ShownText | null> {
  const open = record.proposals.findLast(isOpen);
  if (version === undefined && open) {
    const document = (await readProposal(projectId, record.agreementId, open.number))?.document;
    if (document === undefined) return null;
    const retiredFrom = open.kind === 'retire' ? open.effectiveFrom : undefined;
    return shown(
      record,
      projectId,
      { what: 'proposal', version: open.version, document },
      open.approval,
      retiredFrom,
    );
  }
  const standing = versionInForce(record, now) ?? record.versions.at(0);
  const found = version === undefined ? standing : record.versions.find((one) => one.compiled.agreement.version === version); // prettier-ignore
  if (!found) return null;
  const { agreement } = found.compiled;
  const document = (await readAgreementVersion(projectId, record.agreementId, agreement.version))?.document;
  if (document === undefined) return null;
  const approval = proposalOf(record, agreement.version)?.approval ?? 'provider';
  // The end of the agreement, where it is known, is part of what is shown of the version it ends.
  const next = record.versions.find((one) => one.compiled.agreement.version === agreement.version + 1);
  const end = [found, next].find((one) => one !== undefined && endsAgreement(one.compiled));
  return shown(
    record,
    projectId,
    { what: 'version', version: agreement.version, document },
    approval,
    end?.compiled.agreement.effectiveFrom,
  );
}

async function shown(
  record: AgreementRecord,
  projectId: string,
  { what, version, document }: Pick<ShownText, 'what' | 'version' | 'document'>,
  approval: Approval,
  retiredFrom: Instant | undefined,
): Promise<ShownText | null> {
  // A text that ends the agreement is shown as the agreement that it ends.
  const read = agreementDocument(document) ?? (await endedDocument(record, projectId, version));
  if (!read) return null;
  const text: AgreementText = agreementText(read, {
    approval,
    ...(retiredFrom === undefined ? {} : { retiredFrom }),
  });
  return { what, version, text, document, agreement: read };
}

async function endedDocument(
  { agreementId }: AgreementRecord,
  projectId: string,
  version: number,
): Promise<AgreementDocument | null> {
  const ended = await readAgreementVersion(projectId, agreementId, version - 1);
  return ended ? agreementDocument(ended.document) : null;
}

/** A text that was checked before it was proposed, with its defaults; null = it is no agreement. */
export function agreementDocument(text: string): AgreementDocument | null {
  const reading = readText(text);
  const parsed = reading.ok ? agreementSchema.safeParse(reading.value) : null;
  return parsed?.success ? parsed.data : null;
}
