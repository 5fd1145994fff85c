import { router } from '@forge/bridge';
import type { ReactNode } from 'react';
import type { ComplianceQuery } from '../../src/contract/compliance';
import { pagePath, type PageTab } from './page-path';

interface Props {
  readonly projectKey: string;
  readonly tab: PageTab;
  readonly query: ComplianceQuery;
  readonly children: ReactNode;
}

/** Opens the project's compliance page with what is counted here. */
export function PageLink({ projectKey, tab, query, children }: Props) {
  const path = pagePath(tab, query);
  return (
    <a
      // Jira alone knows where the page of an app is.
      href={`#${path}`}
      onClick={(event) => {
        event.preventDefault();
        router
          .navigate({ target: 'module', moduleKey: 'agreements-page', projectKey, path })
          .catch(() => undefined);
      }}
    >
      {children}
    </a>
  );
}
