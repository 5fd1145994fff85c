import Button from '@atlaskit/button/new';
import EmptyState from '@atlaskit/empty-state';
import Heading from '@atlaskit/heading';
import SectionMessage from '@atlaskit/section-message';
import { useEffect } from 'react';
import type { IssueRow, ProjectView } from '../api';
import { useNow } from './clock';
import { ListFilters } from './list-filters';
import { Paging } from './paging';
import { go, Link } from './route';
import { useSession } from './session';
import { StatusLozenge } from './status-lozenge';
import { noFilters, useIssueList, withFilters } from './use-issue-list';
import { Waiting } from './waiting';
import { agoText } from './when';

/** A customer's requests on all service desks, as the portal lists them. */
export function PortalRequestsPage({ search }: { search: URLSearchParams }) {
  const { projects } = useSession();
  const { data, fault, again } = useIssueList(search);
  useEffect(() => {
    document.title = 'My requests - Local Jira';
  }, []);
  const change = (changes: Readonly<Record<string, string>>): void =>
    go(`/portal${withFilters(search, changes)}`, true);
  return (
    <>
      <div className="list-head">
        <Heading size="large" as="h1">
          My requests
        </Heading>
        <p className="quiet" role="status">
          {data ? `${data.total} request${data.total === 1 ? '' : 's'}` : ''}
        </p>
      </div>
      <ListFilters search={search} onChange={change} isCustomer />
      {fault && (
        <SectionMessage appearance="error" title="Your requests could not be read">
          <p>{fault.message}</p>
          <Button onClick={again}>Try again</Button>
        </SectionMessage>
      )}
      {!data && !fault && <Waiting label="Loading your requests" />}
      {data?.total === 0 && (
        <EmptyState
          header="No requests"
          description={search.size > 0 ? 'Nothing fits these filters.' : 'You have not raised anything yet.'}
          primaryAction={
            search.size > 0 ? <Button onClick={() => change(noFilters)}>Clear filters</Button> : undefined
          }
        />
      )}
      {data && data.total > 0 && (
        <>
          <RequestTable rows={data.rows} projects={projects} />
          <Paging page={data} onPage={(page) => change({ page: page === 1 ? '' : String(page) })} />
        </>
      )}
    </>
  );
}

function RequestTable(props: { rows: readonly IssueRow[]; projects: readonly ProjectView[] }) {
  const { user } = useSession();
  const now = useNow(10_000);
  const deskOf = (issueKey: string): string => {
    const projectKey = issueKey.slice(0, issueKey.lastIndexOf('-'));
    return props.projects.find(({ key }) => key === projectKey)?.name ?? projectKey;
  };
  return (
    <div className="table-frame" tabIndex={0} role="region" aria-label="My requests, table">
      <table className="issues requests">
        <thead>
          <tr>
            <th scope="col">Reference</th>
            <th scope="col">Summary</th>
            <th scope="col">Status</th>
            <th scope="col">Service desk</th>
            <th scope="col" className="wide-only">
              Requester
            </th>
            <th scope="col" className="wide-only">
              Type
            </th>
            <th scope="col" className="wide-only">
              Updated
            </th>
          </tr>
        </thead>
        <tbody>
          {props.rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">
                <Link href={`/portal/${row.key}`}>{row.key}</Link>
              </th>
              <td className="summary">{row.summary}</td>
              <td>
                <StatusLozenge status={row.status} />
              </td>
              <td>{deskOf(row.key)}</td>
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
