import type { Request } from '@forge/resolver';
import { z } from 'zod';
import type { Caller } from '../../app/agreement-viewer';
import { draftReport } from '../../app/draft-report';
import { listMyReports, listReports } from '../../app/list-reports';
import { printReport } from '../../app/print-report';
import { readReport } from '../../app/read-report';
import { reproduceReport } from '../../app/reproduce-report';
import { signReport } from '../../app/sign-report';
import { writeReportNote } from '../../app/write-report-note';
import type { Place } from '../../contract/agreement';
import { agreementId, answer, id, instant, projectOf, siteOf, writing } from '../answer';
import { pushJobs } from '../queue';

const report = z.object({ agreementId, periodStart: instant });
const signed = z.object({ hash: z.string().max(64) });
const note = z.object({
  noteId: z.string().max(64).optional(),
  rowVersion: z.int().min(1).optional(),
  kind: z.enum(['action', 'comment']),
  text: writing(4_000),
  owner: writing(200).optional(),
  dueAt: instant.nullable().optional(),
  done: z.boolean().optional(),
});

/** Reading and signing on one screen; `projectFor` says which project is asked about. */
function reportFunctionsOf(place: Place, projectFor: (request: Request) => string) {
  const asked = (request: Request) => ({ ...report.parse(request.payload), projectId: projectFor(request) });
  const by = (accountId: string): Caller => ({ accountId, place });
  return {
    readReport: (request: Request) =>
      answer(request, async (accountId) => readReport(asked(request), by(accountId), Date.now())),

    printReport: (request: Request) =>
      answer(request, async (accountId) =>
        printReport(asked(request), by(accountId), siteOf(request), Date.now()),
      ),

    signReport: (request: Request) =>
      answer(request, async (accountId) => {
        const { hash } = signed.parse(request.payload);
        return signReport({ ...asked(request), hash }, by(accountId), Date.now());
      }),

    writeReportNote: (request: Request) =>
      answer(request, async (accountId) =>
        writeReportNote(asked(request), note.parse(request.payload), by(accountId), Date.now()),
      ),
  };
}

const onPage = reportFunctionsOf('project-page', projectOf);
const page = (accountId: string): Caller => ({ accountId, place: 'project-page' });

/** On the compliance page, for all who may browse the project in Jira. */
export const projectReportFunctions = {
  ...onPage,

  listReports: (request: Request) =>
    answer(request, async (accountId) => listReports(projectOf(request), page(accountId), Date.now())),

  draftReport: (request: Request) =>
    answer(request, async (accountId) => {
      const key = { ...report.parse(request.payload), projectId: projectOf(request) };
      return draftReport(key, page(accountId), pushJobs, Date.now());
    }),

  reproduceReport: (request: Request) =>
    answer(request, async (accountId) => {
      const key = { ...report.parse(request.payload), projectId: projectOf(request) };
      return reproduceReport(key, page(accountId), pushJobs, Date.now());
    }),
};

const named = z.object({ projectId: id });

/** In the portal, for the representatives of either side. */
export const portalReportFunctions = {
  ...reportFunctionsOf('portal-page', ({ payload }) => named.parse(payload).projectId),

  listReports: (request: Request) =>
    answer(request, async (accountId) => listMyReports({ accountId, place: 'portal-page' }, Date.now())),
};
