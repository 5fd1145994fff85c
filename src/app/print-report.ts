import { agreementHtml } from '../agreement/agreement-html';
import { localWords } from '../agreement/date-words';
import { localPartsOf } from '../engine/time-zone';
import type { Result } from '../contract';
import type { ExportedAgreement } from '../contract/agreement';
import type { Instant } from '../engine/instant';
import type { ServiceReportKey } from '../storage/service-report';
import type { Caller } from './agreement-viewer';
import { readReport } from './read-report';
import { conflict } from './refuse';
import { notesSection } from './report-text';

/**
 * A report with its notes and signatures as HTML ready to print: the same bytes every time, until notes or
 * signatures change. It names only tickets that the person may see, as links to the site where that is known.
 */
export async function printReport(
  key: ServiceReportKey,
  caller: Caller,
  siteUrl: string | null,
  now: Instant,
): Promise<Result<ExportedAgreement>> {
  const read = await readReport(key, caller, now);
  if (!read.ok) return read;
  const { content, text, notes, summary } = read.value;
  if (!content || !text) return conflict('The report is still being drafted.');
  const { date } = localPartsOf(content.timeZone, key.periodStart);
  const whole = { ...text, sections: [...text.sections, notesSection(notes, content.timeZone)] };
  const fileName = `${key.agreementId}-report-${date}.html`;
  const paper = { siteUrl, sayInstant: (at: Instant) => localWords(at, content.timeZone) };
  return { ok: true, value: { fileName, text: agreementHtml(whole, summary.signatures, paper) } };
}
