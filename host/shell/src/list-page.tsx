import EmptyState from '@atlaskit/empty-state';
import Button from '@atlaskit/button/new';
import Heading from '@atlaskit/heading';
import SectionMessage from '@atlaskit/section-message';
import { useEffect } from 'react';
import type { IssueRow } from '../api';
import { useNow } from './clock';
import { ListFilters } from './list-filters';
import { NoProject } from './no-project';
import { Paging } from './paging';
import { Priority } from './priority';
import { ProjectTabs } from './project-tabs';
import { go, Link } from './route';
import { useSession } from './session';
import { SlaCell } from './sla-cell';
import { StatusLozenge } from './status-lozenge';
import { noFilters, useIssueList, withFilters } from './use-issue-list';
import { Waiting } from './waiting';
import { agoText } from './when';

/** The tickets of a project. */
export function ListPage({ projectKey, search }: { projectKey: string; search: URLSearchParams }) {
  const { projects } = useSession();
  const query = new URLSearchParams(search);
  query.set('project', projectKey);
  const list = useIssueList(query);
  const { again } = list;
  const project = projects.find(({ key }) => key === projectKey);
  const title = project?.name ?? projectKey;
  useEffect(() => {
    document.title = `${title} - Local Jira`;
  }, [title]);
  const change = (changes: Readonly<Record<string, string>>): void =>
    go(`/projects/${projectKey}${withFilters(search, changes)}`, true);

  if (!project) return <NoProject />;
  return (
    <>
      <ProjectTabs project={project} current={`/projects/${project.key}`} />
      <div className="list-head">
        <Heading size="large" as="h1">
          {title}
        </Heading>
        <p className="quiet" role="status">
          {list.data ? `${list.data.total} ticket${list.data.total === 1 ? '' : 's'}` : ''}
        </p>
      </div>
      <ListFilters search={search} onChange={change} isCustomer={false} />
      {list.fault && (
        <SectionMessage appearance="error" title="The tickets could not be read">
          <p>{list.fault.message}</p>
          <Button onClick={again}>Try again</Button>
        </SectionMessage>
      )}
      {!list.data && !list.fault && <Waiting label="Loading tickets" />}
      {list.data?.total === 0 && (
        <EmptyState
          header="No tickets match"
          description={search.size > 0 ? 'Nothing fits these filters.' : 'Nothing has been raised here yet.'}
          primaryAction={
            search.size > 0 ? <Button onClick={() => change(noFilters)}>Clear filters</Button> : undefined
          }
        />
      )}
      {list.data && list.data.total > 0 && (
        <>
          <IssueTable rows={list.data.rows} label={title} />
          <Paging page={list.data} onPage={(page) => change({ page: page === 1 ? '' : String(page) })} />
        </>
      )}
    </>
  );
}

function IssueTable({ rows, label }: { rows: readonly IssueRow[]; label: string }) {
  const { user } = useSession();
  const now = useNow(10_000);
  return (
    <div className="table-frame" tabIndex={0} role="region" aria-label={`${label}, table`}>
      <table className="issues">
        <thead>
          <tr>
            <th scope="col">Key</th>
            <th scope="col">Summary</th>
            <th scope="col">SLA</th>
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
              <td>
                <SlaCell sla={row.sla} now={now} />
              </td>
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
