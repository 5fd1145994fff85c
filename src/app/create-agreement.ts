import { agreementOutline } from '../agreement/agreement-outline';
import { agreementPreset } from '../agreement/agreement-presets';
import { readText } from '../agreement/read-text';
import { setInText } from '../agreement/set-in-text';
import { writeAgreement } from '../agreement/write-agreement';
import type { Result } from '../contract';
import type { AgreementSource, DraftView } from '../contract/draft';
import type { Instant } from '../engine/instant';
import { localPartsOf } from '../engine/time-zone';
import { readPersonName } from '../jira/read-person';
import { readProjectOutline } from '../jira/read-project-outline';
import { addAgreementDraft, readAgreementDraft } from '../storage/agreement-draft';
import { proposalsOfAgreement } from '../storage/agreement-proposal';
import { versionsOfProject } from '../storage/agreement-version';
import { recordAudit, type Person } from './audit';
import { textFaults } from './document-limits';
import { newestText } from './newest-text';
import { conflict, invalid, notFound, refuseUnlessAdministers } from './refuse';
import { draftView } from './save-draft';

const MOST_COPIES = 50;

/**
 * Makes the draft of a new agreement: from a preset, as a copy, or of a text, which is kept byte for byte.
 * Administrators only; of the project that is copied from, too.
 */
export async function createAgreement(
  {
    projectId,
    source,
    accountId,
  }: { readonly projectId: string; readonly source: AgreementSource; readonly accountId: string },
  now: Instant,
): Promise<Result<DraftView>> {
  const refusal = await refuseUnlessAdministers(projectId);
  if (refusal) return refusal;
  const person = { accountId, name: await readPersonName(accountId) };
  const found = await textOf(projectId, source, person, now);
  if (!found.ok) return found;
  const document = found.value;
  const faults = [...textFaults(document), ...idFaults(document)];
  if (faults.length > 0) return invalid('The agreement was not created.', faults);
  const agreementId = agreementOutline(document)?.id ?? '';
  if (source.from === 'text' && (await isTaken(projectId, agreementId))) return taken(agreementId);
  const draft = {
    projectId,
    agreementId,
    document,
    updatedAt: now,
    updatedBy: person.accountId,
    updatedByName: person.name,
  };
  if (!(await addAgreementDraft(draft))) return taken(agreementId);
  const record = {
    actor: person,
    action: 'agreement-created',
    subject: `agreement:${agreementId}`,
    text: `Created the agreement ${agreementId}${originOf(source)}.`,
  };
  await recordAudit(projectId, record, now);
  return { ok: true, value: await draftView({ ...draft, revision: 1 }) };
}

async function textOf(
  projectId: string,
  source: AgreementSource,
  author: Person,
  now: Instant,
): Promise<Result<string>> {
  switch (source.from) {
    case 'text':
      return { ok: true, value: source.text };
    case 'preset': {
      const outline = await readProjectOutline(projectId);
      const today = localPartsOf(outline.timeZone, now).date;
      const document = agreementPreset(source.preset, { ...outline, today, author });
      return { ok: true, value: await withFreeId(projectId, writeAgreement(document)) };
    }
    case 'copy': {
      const from = source.projectId ?? projectId;
      const refusal = from === projectId ? null : await refuseUnlessAdministers(from);
      if (refusal) return refusal;
      const text = (await readAgreementDraft(from, source.agreementId))?.document ?? (await newestText(from, source.agreementId)); // prettier-ignore
      if (text === null) return notFound('agreement');
      return { ok: true, value: setInText(await withFreeId(projectId, text), 'version', 1) };
    }
  }
}

/** The text with an id that no agreement of the project has; the name tells copies apart, too. */
async function withFreeId(projectId: string, text: string): Promise<string> {
  const outline = agreementOutline(text);
  if (!outline || !(await isTaken(projectId, outline.id))) return text;
  for (let copy = 2; copy <= MOST_COPIES; copy++) {
    const id = `${outline.id.slice(0, 60)}-${copy}`;
    if (!(await isTaken(projectId, id)))
      return setInText(setInText(text, 'id', id), 'name', `${outline.name} (${copy})`);
  }
  return text;
}

/** Ids of agreements are never used again: what was proposed or published stays in the record. */
async function isTaken(projectId: string, agreementId: string): Promise<boolean> {
  if (await readAgreementDraft(projectId, agreementId)) return true;
  if ((await proposalsOfAgreement(projectId, agreementId)).length > 0) return true;
  return (await versionsOfProject(projectId)).some(({ compiled }) => compiled.agreement.id === agreementId);
}

/** Only what it takes to keep a text as a draft; everything else may be put right later. */
function idFaults(text: string) {
  const reading = readText(text);
  if (!reading.ok) return reading.faults;
  const id = agreementOutline(text)?.id ?? '';
  if (/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id) && id.length <= 64) return [];
  const remedy = 'Write id: and small letters, digits and hyphens, such as id: it-support.';
  return [{ path: 'id', message: 'The text names no agreement', remedy }];
}

function taken(agreementId: string): Result<never> {
  return conflict(`There is an agreement ${agreementId} in this project already. Open it to write on.`);
}

function originOf(source: AgreementSource): string {
  switch (source.from) {
    case 'text':
      return ' from a text';
    case 'preset':
      return ` from the preset ${source.preset}`;
    case 'copy':
      return ` as a copy of ${source.agreementId}`;
  }
}
