import Breadcrumbs, { BreadcrumbsItem } from '@atlaskit/breadcrumbs';
import Button from '@atlaskit/button/new';
import EmptyState from '@atlaskit/empty-state';
import Heading from '@atlaskit/heading';
import SectionMessage from '@atlaskit/section-message';
import { useEffect, type ReactNode } from 'react';
import type { IssueView } from '../api';
import { Activity } from './activity';
import { IssueDetails } from './issue-details';
import { IssuePanels } from './issue-panels';
import { IssueStatus } from './issue-status';
import { go } from './route';
import { onServerEvent } from './server-events';
import { useServer } from './server';
import { useSession } from './session';
import { Waiting } from './waiting';

/** One ticket, as Jira shows it; for a customer, their request. */
export function IssuePage({ issueKey }: { issueKey: string }) {
  const { user } = useSession();
  const { data: issue, fault, again, put } = useServer<IssueView>(`/issues/${encodeURIComponent(issueKey)}`);
  const id = issue?.id;
  useEffect(() => {
    document.title = issue ? `${issue.key} ${issue.summary} - Local Jira` : `${issueKey} - Local Jira`;
  }, [issue, issueKey]);
  useEffect(() => onServerEvent('issue', (changed) => void (changed.issueId === id && again())), [id, again]);

  if (!issue) {
    if (!fault) return <Waiting label={`Loading ${issueKey}`} />;
    return (
      <EmptyState
        headingLevel={1}
        header={fault.status === 404 ? 'You cannot see this ticket' : 'The ticket could not be read'}
        description={fault.message}
        primaryAction={<Button onClick={again}>Try again</Button>}
      />
    );
  }
  return (
    <article className="issue" aria-labelledby="summary">
      <Breadcrumbs label="Breadcrumbs">
        <Crumb href="/" text="Projects" />
        <Crumb href={`/projects/${issue.project.key}`} text={issue.project.name} />
        <Crumb href={`/browse/${issue.key}`} text={issue.key} />
      </Breadcrumbs>
      <div className="issue-columns">
        <div className="issue-main">
          <div>
            <Heading size="large" as="h1" id="summary">
              {issue.summary}
            </Heading>
            <IssueStatus issue={issue} onChanged={put} />
          </div>
          {fault && (
            <SectionMessage appearance="warning" title="This may be out of date">
              <p>{fault.message}</p>
            </SectionMessage>
          )}
          <Section id="description" title="Description">
            {issue.description === '' ? (
              <p className="quiet">No description.</p>
            ) : (
              <p className="prose">{issue.description}</p>
            )}
          </Section>
          {issue.may.seePanels && <IssuePanels issue={issue} onRefresh={again} />}
          <Section id="activity" title="Activity">
            <Activity issue={issue} isCustomer={user.isCustomer} onChanged={put} />
          </Section>
        </div>
        <IssueDetails issue={issue} onChanged={put} />
      </div>
    </article>
  );
}

function Section({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section aria-labelledby={id}>
      <Heading size="small" as="h2" id={id}>
        {title}
      </Heading>
      {children}
    </section>
  );
}

function Crumb({ href, text }: { href: string; text: string }) {
  return (
    <BreadcrumbsItem
      href={href}
      text={text}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return;
        event.preventDefault();
        go(href);
      }}
    />
  );
}
