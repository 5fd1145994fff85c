import { randomUUID } from 'node:crypto';
import type { Result } from '../contract';
import type { ReportNote, ServiceReportView } from '../contract/service-report';
import type { Instant } from '../engine/instant';
import { readPersonName } from '../jira/read-person';
import { readServiceReport, type ServiceReportKey } from '../storage/service-report';
import {
  addServiceReportNote,
  changeServiceReportNote,
  notesOfServiceReport,
} from '../storage/service-report-note';
import { reportSubject } from '../storage/signature';
import type { Caller } from './agreement-viewer';
import { recordAudit } from './audit';
import { conflict, forbidden, invalid, notFound } from './refuse';
import { reportAccess } from './report-access';
import { mayWrite, readReportView } from './report-view';

/** What somebody writes under a report, or changes of it. */
export interface WrittenNote {
  /** Absent: a new one. */
  readonly noteId?: string | undefined;
  readonly rowVersion?: number | undefined;
  readonly kind: ReportNote['kind'];
  readonly text: string;
  readonly owner?: string | undefined;
  readonly dueAt?: Instant | null | undefined;
  readonly done?: boolean | undefined;
}

const MOST_NOTES = 500;

/**
 * Writes an action or a comment under a report, or changes one: representatives of both sides and those who work
 * on the project's tickets. What is signed does not change by it. Others' notes are changed by nobody, but an
 * action may be ticked off by whoever may write.
 */
export async function writeReportNote(
  key: ServiceReportKey,
  note: WrittenNote,
  caller: Caller,
  now: Instant,
): Promise<Result<ServiceReportView>> {
  const access = await reportAccess(key, caller, now);
  const report = access && (await readServiceReport(key));
  if (!access || !report) return notFound('report');
  if (!mayWrite(access))
    return forbidden(
      'Only representatives and those who work on the tickets may write under a service report.',
    );
  const content = note.text.trim();
  if (content === '')
    return invalid('Nothing is written.', [
      { path: 'text', message: 'The text is missing.', remedy: 'Write it.' },
    ]);
  const notes = await notesOfServiceReport(key, MOST_NOTES);
  const known = notes.find(({ noteId }) => noteId === note.noteId);
  if (note.noteId !== undefined && !known) return conflict('This note is no longer there.');
  if (!known && notes.length >= MOST_NOTES) return conflict(`A report has at most ${MOST_NOTES} notes.`);
  const name = await readPersonName(caller.accountId);
  const says = {
    content,
    ownerName: note.owner?.trim() ?? '',
    dueAt: note.kind === 'action' ? (note.dueAt ?? null) : null,
  };
  if (known) {
    const rewritten =
      known.content !== says.content || known.ownerName !== says.ownerName || known.dueAt !== says.dueAt;
    if (rewritten && known.writtenBy !== caller.accountId)
      return forbidden('Only whoever wrote a note may change its text.');
    const doneAt = note.done === true ? (known.doneAt ?? now) : null;
    const changed = { ...known, ...says, doneAt, rowVersion: note.rowVersion ?? known.rowVersion };
    if (!(await changeServiceReportNote(changed)))
      return conflict('Somebody else has changed this note meanwhile.');
  } else {
    await addServiceReportNote({
      projectId: key.projectId,
      agreementId: key.agreementId,
      periodStart: key.periodStart,
      noteId: randomUUID(),
      kind: note.kind,
      ...says,
      doneAt: note.done === true ? now : null,
      writtenAt: now,
      writtenBy: caller.accountId,
      writtenByName: name,
      side: access.side ?? '',
      rowVersion: 1,
    });
  }
  await recordAudit(
    key.projectId,
    {
      actor: { accountId: caller.accountId, name },
      action: known ? 'report-note-changed' : 'report-note-written',
      subject: reportSubject(key.agreementId, key.periodStart),
      text: `${known ? 'changed' : 'wrote'} ${note.kind === 'action' ? 'an action' : 'a comment'} under the service report`,
    },
    now,
  );
  const view = await readReportView(key, access, now);
  return view ? { ok: true, value: view } : notFound('report');
}
