import type { AgreementDocument } from '../agreement/document';
import { hasGoal } from '../agreement/has-goal';
import { targetOf } from '../agreement/target-of';
import { measureId, measureName } from '../agreement/text/names-of';
import type { AgreementView } from '../contract/agreement';
import type { Instant } from '../engine/instant';
import { readAgreementVersion } from '../storage/agreement-version';
import { sha256 } from './canonical-json';
import {
  attainmentOf,
  summaryOf,
  versionInForce,
  versionViews,
  type AgreementRecord,
} from './project-agreements';
import type { Viewer } from './proposal-view';
import { agreementDocument, shownText } from './shown-text';

/**
 * Everything about one agreement except its draft. null = there is no such version. The caller has asked
 * Jira whether the viewer may see it.
 */
export async function agreementView(
  record: AgreementRecord,
  {
    projectId,
    version,
    viewer,
  }: { readonly projectId: string; readonly version?: number | undefined; readonly viewer: Viewer },
  now: Instant,
): Promise<AgreementView | null> {
  const shown = await shownText(record, projectId, version, now);
  if (version !== undefined && !shown) return null;
  const inForce = await documentInForce(record, projectId, now);
  const summary = await summaryOf(record, projectId, viewer, now);
  return {
    ...summary,
    versions: await withHashes(record, projectId, now),
    measures: measuresOf(record, inForce ?? shown?.agreement ?? null),
    shown: shown && { what: shown.what, version: shown.version, text: shown.text, document: shown.document },
  };
}

/** A version that came to be without a proposal has no hash in the record: it is that of its text. */
async function withHashes(
  record: AgreementRecord,
  projectId: string,
  now: Instant,
): Promise<AgreementView['versions']> {
  return Promise.all(
    versionViews(record, now).map(async (view) => {
      if (view.hash !== '') return view;
      const found = await readAgreementVersion(projectId, record.agreementId, view.version);
      return { ...view, hash: sha256(found?.document ?? '') };
    }),
  );
}

async function documentInForce(
  record: AgreementRecord,
  projectId: string,
  now: Instant,
): Promise<AgreementDocument | null> {
  const current = versionInForce(record, now);
  if (!current) return null;
  const { version } = current.compiled.agreement;
  const found = await readAgreementVersion(projectId, record.agreementId, version);
  const document = found && agreementDocument(found.document);
  if (document || version === 1) return document;
  // The agreement has ended: its measures are those it had.
  const before = await readAgreementVersion(projectId, record.agreementId, version - 1);
  return before && agreementDocument(before.document);
}

function measuresOf(
  { tallies }: AgreementRecord,
  document: AgreementDocument | null,
): AgreementView['measures'] {
  return (document?.measures ?? []).map((measure) => {
    const id = measureId(measure);
    return {
      measureId: id,
      name: measureName(measure),
      target: targetOf(measure),
      hasGoal: hasGoal(measure),
      ...attainmentOf(tallies.filter((tally) => tally.measureId === id)),
    };
  });
}
