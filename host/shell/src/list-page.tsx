import EmptyState from '@atlaskit/empty-state';
import Button from '@atlaskit/button/new';
import Heading from '@atlaskit/heading';
import SectionMessage from '@atlaskit/section-message';
import { useEffect } from 'react';
import type { IssuePage, IssueRow } from '../api';
import { useNow } from './clock';
import { ListFilters } from './list-filters';
import { Paging } from './paging';
import { Priority } from './priority';
import { go, Link } from './route';
import { onServerEvent } from './server-events';
import { useServer } from './server';
import { useSession } from './session';
import { SlaCell } from './sla-cell';
import { StatusLozenge } from './status-lozenge';
import { Waiting } from './waiting';
import { agoText } from './when';

/** How long changes are gathered before the list is read again, in real ms. */
const gather = 400;

/** The tickets of a project; for a customer, their own requests. */
export function ListPage({ projectKey, search }: { projectKey: string; search: URLSearchParams }) {
  const { user, projects } = useSession();
  const query = new URLSearchParams(search);
  query.set('project', projectKey);
  const list = useServer<IssuePage>(`/issues?${query.toString()}`, true);
  const project = projects.find(({ key }) => key === projectKey);
  const title = user.isCustomer ? 'My requests' : (project?.name ?? projectKey);
  const { again } = list;
  useEffect(() => {
    document.title = `${title} - Local Jira`;
  }, [title]);
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

  const change = (changes: Readonly<Record<string, string>>): void => {
    const next = new URLSearchParams(search);
    next.delete('page');
    for (const [name, value] of Object.entries(changes)) {
      if (value === '') next.delete(name);
      else next.set(name, value);
    }
    const text = next.toString();
    go(`/projects/${projectKey}${text === '' ? '' : `?${text}`}`, true);
  };

  if (!project) {
    return (
      <EmptyState
        headingLevel={1}
        header="This project is not shared with you"
        description="Choose another project or another person at the top."
      />
    );
  }
  return (
    <>
      <div className="list-head">
        <Heading size="large" as="h1">
          {title}
        </Heading>
        <p className="quiet" role="status">
          {list.data ? countText(list.data.total, user.isCustomer) : ''}
        </p>
      </div>
      <ListFilters search={search} onChange={change} isCustomer={user.isCustomer} />
      {list.fault && (
        <SectionMessage appearance="error" title="The tickets could not be read">
          <p>{list.fault.message}</p>
          <Button onClick={again}>Try again</Button>
        </SectionMessage>
      )}
      {!list.data && !list.fault && <Waiting label="Loading tickets" />}
      {list.data?.total === 0 && (
        <EmptyState
          header={user.isCustomer ? 'No requests' : 'No tickets match'}
          description={search.size > 0 ? 'Nothing fits these filters.' : 'Nothing has been raised here yet.'}
          primaryAction={
            search.size > 0 ? (
              <Button onClick={() => change({ text: '', category: '', sort: '', assignee: '', sla: '' })}>
                Clear filters
              </Button>
            ) : undefined
          }
        />
      )}
      {list.data && list.data.total > 0 && (
        <>
          <IssueTable rows={list.data.rows} withSla={!user.isCustomer} label={title} />
          <Paging page={list.data} onPage={(page) => change({ page: page === 1 ? '' : String(page) })} />
        </>
      )}
    </>
  );
}

function countText(total: number, ofCustomer: boolean): string {
  const what = ofCustomer ? 'request' : 'ticket';
  return `${total} ${what}${total === 1 ? '' : 's'}`;
}

function IssueTable({
  rows,
  withSla,
  label,
}: {
  rows: readonly IssueRow[];
  withSla: boolean;
  label: string;
}) {
  const { user } = useSession();
  const now = useNow(10_000);
  return (
    <div className="table-frame" tabIndex={0} role="region" aria-label={`${label}, table`}>
      <table className="issues">
        <thead>
          <tr>
            <th scope="col">Key</th>
            <th scope="col">Summary</th>
            {withSla && <th scope="col">SLA</th>}
            <th scope="col">Status</th>
            <th scope="col">Priority</th>
            <th scope="col">Assignee</th>
            <th scope="col" className="wide-only">
              Reporter
            </th>
            <th scope="col" className="wide-only">
              Request type
            </th>
            <th scope="col" className="wide-only">
              Updated
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">
                <Link href={`/browse/${row.key}`}>{row.key}</Link>
              </th>
              <td className="summary">{row.summary}</td>
              {withSla && (
                <td>
                  <SlaCell sla={row.sla} now={now} />
                </td>
              )}
              <td>
                <StatusLozenge status={row.status} />
              </td>
              <td>
                {row.priority ? <Priority name={row.priority.name} /> : <span className="quiet">None</span>}
              </td>
              <td className="name">{row.assignee ?? <span className="quiet">Unassigned</span>}</td>
              <td className="name wide-only">{row.reporter ?? <span className="quiet">Anonymous</span>}</td>
              <td className="wide-only">{row.requestType ?? row.issueType}</td>
              <td className="quiet name wide-only">{agoText(row.updated, now, user.timeZone)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
