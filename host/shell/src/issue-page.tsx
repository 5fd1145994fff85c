import Breadcrumbs from '@atlaskit/breadcrumbs';
import Heading from '@atlaskit/heading';
import SectionMessage from '@atlaskit/section-message';
import { Activity } from './activity';
import { Attachments } from './attachments';
import { Crumb } from './crumb';
import { IssueDetails } from './issue-details';
import { IssueLinks } from './issue-links';
import { Mails } from './mails';
import { IssueMissing } from './issue-missing';
import { IssuePanels } from './issue-panels';
import { IssueStatus } from './issue-status';
import { Section } from './section';
import { useIssue } from './use-issue';
import { Waiting } from './waiting';

/** One ticket, as Jira shows it to those who work on it. */
export function IssuePage({ issueKey }: { issueKey: string }) {
  const { data: issue, fault, again, put } = useIssue(issueKey);
  if (!issue) {
    if (fault) return <IssueMissing noun="ticket" fault={fault} again={again} />;
    return <Waiting label={`Loading ${issueKey}`} />;
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
          <Section id="attachments" title="Attachments">
            <Attachments issue={issue} onChanged={put} />
          </Section>
          <Section id="links" title="Linked tickets">
            <IssueLinks issue={issue} onChanged={put} />
          </Section>
          {issue.may.seePanels && <IssuePanels issue={issue} onRefresh={again} />}
          {issue.mails.length > 0 && (
            <Section id="mails" title="Mails">
              <Mails mails={issue.mails} />
            </Section>
          )}
          <Section id="activity" title="Activity">
            <Activity issue={issue} isCustomer={false} onChanged={put} />
          </Section>
        </div>
        <IssueDetails issue={issue} onChanged={put} />
      </div>
    </article>
  );
}
