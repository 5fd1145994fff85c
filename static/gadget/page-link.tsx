import { router } from '@forge/bridge';
import type { ReactNode } from 'react';
import type { ComplianceQuery } from '../../src/contract/compliance';
import { pagePath, type PageTab } from './page-path';

/** Opens the project's compliance page with what is counted here. */
export function openPage(projectKey: string, tab: PageTab, query: ComplianceQuery): void {
  const path = pagePath(tab, query);
  router
    .navigate({ target: 'module', moduleKey: 'agreements-page', projectKey, path })
    .catch(() => undefined);
}

interface Props {
  readonly projectKey: string;
  readonly tab: PageTab;
  readonly query: ComplianceQuery;
  readonly children: ReactNode;
}

/** Leads to the project's compliance page with what is counted here. */
export function PageLink({ projectKey, tab, query, children }: Props) {
  return (
    <a
      // Jira alone knows where the page of an app is.
      href={`#${pagePath(tab, query)}`}
      onClick={(event) => {
        event.preventDefault();
        openPage(projectKey, tab, query);
      }}
    >
      {children}
    </a>
  );
}
