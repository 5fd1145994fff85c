import { readRequest } from '../jira/read-request';
import { readViewedIssue } from '../jira/read-viewed-issue';
import type { AgreementViewer } from './agreement-viewer';

export interface Ticket {
  readonly issueId: string;
  readonly issueKey: string;
  /** Those the viewer may show as evidence; in the portal nobody tells which ones a customer sees. */
  readonly attachmentIds: ReadonlySet<string>;
}

const KEY = /^[A-Za-z][A-Za-z0-9_]{0,62}-[1-9]\d{0,14}$/;

/** A ticket of the project that the viewer may see, in Jira or as a request in the portal; null = none. */
export async function findTicket(
  projectId: string,
  issueKey: string,
  { agreements }: AgreementViewer,
): Promise<Ticket | null> {
  // It becomes part of an address at Jira.
  if (!KEY.test(issueKey)) return null;
  const request = agreements === null ? null : await readRequest(issueKey);
  if (agreements !== null && request === null) return null;
  // Which project a request is in, the portal does not tell.
  const issue = request
    ? await readViewedIssue(request.issueId, 'app')
    : await readViewedIssue(issueKey, 'user');
  if (issue?.projectId !== projectId) return null;
  const attachmentIds = request ? [] : issue.attachments.map(({ attachmentId }) => attachmentId);
  return { issueId: issue.issueId, issueKey: issue.issueKey, attachmentIds: new Set(attachmentIds) };
}
