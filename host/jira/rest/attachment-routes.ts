import { addAttachment, renderAttachment, type GivenFile } from '../attachment';
import { countWrite, issueOf, mustHold, type Call, type Route } from './call';
import { ok, Refusal, type Reply } from './reply';

/**
 * The files of a multipart form, by what its parts say of themselves. A list of names and sizes in JSON is
 * taken too: the content of a file is not kept either way.
 */
function filesOf(call: Call): readonly GivenFile[] {
  if (call.multipart) {
    const parts = call.rawBody.matchAll(
      /filename="((?:[^"\\\r\n]|\\.)*)"[^\r\n]*((?:\r?\n[^\r\n]+)*)\r?\n\r?\n([\s\S]*?)\r?\n--/g,
    );
    return [...parts].map(([, fileName = '', headers = '', content = '']) => ({
      fileName,
      mimeType: /content-type:\s*([^\r\n;]+)/i.exec(headers)?.[1] ?? 'application/octet-stream',
      size: Buffer.byteLength(content),
    }));
  }
  if (!Array.isArray(call.body)) return [];
  return (call.body as readonly Record<string, unknown>[]).flatMap(({ filename, mimeType, size }) =>
    typeof filename === 'string' && filename !== ''
      ? [
          {
            fileName: filename,
            ...(typeof mimeType === 'string' ? { mimeType } : {}),
            ...(typeof size === 'number' ? { size } : {}),
          },
        ]
      : [],
  );
}

function attach(call: Call): Reply {
  const { world, viewer, now } = call;
  const issue = issueOf(call);
  mustHold(
    call,
    'CREATE_ATTACHMENTS',
    issue,
    new Refusal(403, ['You do not have permission to create attachments for this issue.']),
  );
  const files = filesOf(call);
  if (files.length === 0) throw new Refusal(400, ['No attachments were sent.']);
  countWrite(call, issue);
  const added = files.map((file) => addAttachment(world, issue, file, { at: now, by: viewer.accountId }));
  return ok(
    added.map((attachment) => renderAttachment(world, attachment, call.zone)),
    { objects: added.length },
  );
}

export const attachmentRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: '/rest/api/3/issue/:id/attachments',
    scope: 'write:jira-work',
    handle: attach,
  },
];
