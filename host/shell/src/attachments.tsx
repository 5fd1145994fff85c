import Button from '@atlaskit/button/new';
import AttachmentIcon from '@atlaskit/icon/core/attachment';
import { useRef } from 'react';
import type { IssueView } from '../api';
import { useIssueChanges } from './change-issue';
import { useSession } from './session';
import { instantText } from './when';

/** The files at a ticket or request, by name: this site keeps no contents. */
export function Attachments(props: { issue: IssueView; onChanged: (issue: IssueView) => void }) {
  const { issue, onChanged } = props;
  const { user } = useSession();
  const changes = useIssueChanges(issue, onChanged);
  const input = useRef<HTMLInputElement>(null);
  const add = async (files: readonly File[]): Promise<void> => {
    for (const { name, type, size } of files) await changes.attach({ fileName: name, mimeType: type, size });
    if (input.current) input.current.value = '';
  };
  return (
    <>
      {issue.attachments.length === 0 && <p className="quiet">No attachments.</p>}
      <ul className="plain-list" aria-label="Attachments">
        {issue.attachments.map(({ id, fileName, size, author, at }) => (
          <li key={id} className="attached">
            <AttachmentIcon label="" />
            <span className="file-name">{fileName}</span>
            <span className="quiet">
              {sizeText(size)} · {author} · {instantText(at, user.timeZone)}
            </span>
          </li>
        ))}
      </ul>
      {issue.may.attach && (
        <div className="buttons">
          <input
            ref={input}
            type="file"
            multiple
            hidden
            aria-label="Files to attach"
            onChange={(event) => void add([...(event.currentTarget.files ?? [])])}
          />
          <Button isDisabled={changes.busy} onClick={() => input.current?.click()}>
            Add attachment
          </Button>
        </div>
      )}
    </>
  );
}

/** `1,536` bytes -> `1.5 KB`. */
function sizeText(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  const inKilobytes = bytes / 1024;
  return inKilobytes < 1024 ? `${inKilobytes.toFixed(1)} KB` : `${(inKilobytes / 1024).toFixed(1)} MB`;
}
