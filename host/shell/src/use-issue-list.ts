import { useEffect } from 'react';
import type { IssuePage } from '../api';
import { onServerEvent } from './server-events';
import { useServer, type Asked } from './server';

/** How long changes are gathered before the list is read again, in real ms. */
const gather = 400;

/** A page of the list of issues, read again after changes. */
export function useIssueList(query: URLSearchParams): Asked<IssuePage> {
  const list = useServer<IssuePage>(`/issues?${query.toString()}`, true);
  const { again } = list;
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = onServerEvent('issue', () => {
      clearTimeout(timer);
      timer = setTimeout(again, gather);
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [again]);
  return list;
}

/** The filters of a list with some of them changed, as the address has them; `''` takes one out. */
export function withFilters(search: URLSearchParams, changes: Readonly<Record<string, string>>): string {
  const next = new URLSearchParams(search);
  next.delete('page');
  for (const [name, value] of Object.entries(changes)) {
    if (value === '') next.delete(name);
    else next.set(name, value);
  }
  const text = next.toString();
  return text === '' ? '' : `?${text}`;
}

/** What `withFilters` takes to show everything. */
export const noFilters = { text: '', category: '', sort: '', assignee: '', sla: '' };
