import { useCallback, useState } from 'react';
import type { IssueEdit, IssueView, NewAttachment, NewLink } from '../api';
import { useFlags } from './flags';
import { ask, type Write } from './server';

export interface IssueChanges {
  readonly busy: boolean;
  readonly edit: (edit: IssueEdit) => Promise<boolean>;
  readonly transition: (id: string) => Promise<boolean>;
  readonly comment: (text: string, internal: boolean) => Promise<boolean>;
  readonly link: (link: NewLink) => Promise<boolean>;
  readonly unlink: (id: string) => Promise<boolean>;
  readonly attach: (file: NewAttachment) => Promise<boolean>;
}

/** Changes to one issue. Each resolves to whether it was done; a refusal is shown as a flag. */
export function useIssueChanges(issue: IssueView, onChanged: (issue: IssueView) => void): IssueChanges {
  const flags = useFlags();
  const [busy, setBusy] = useState(false);
  const send = useCallback(
    async (path: string, method: Write['method'], body?: unknown): Promise<boolean> => {
      setBusy(true);
      try {
        onChanged(await ask<IssueView>(`/issues/${encodeURIComponent(issue.key)}${path}`, { method, body }));
        return true;
      } catch (fault) {
        const description = (fault as Error).message;
        flags.show({ id: 'change', type: 'error', title: `${issue.key} was not changed`, description });
        return false;
      } finally {
        setBusy(false);
      }
    },
    [issue.key, onChanged, flags],
  );
  return {
    busy,
    edit: (edit) => send('', 'PATCH', edit),
    transition: (id) => send('/transitions', 'POST', { id }),
    comment: (text, internal) => send('/comments', 'POST', { text, internal }),
    link: (link) => send('/links', 'POST', link),
    unlink: (id) => send(`/links/${encodeURIComponent(id)}`, 'DELETE'),
    attach: (file) => send('/attachments', 'POST', file),
  };
}
