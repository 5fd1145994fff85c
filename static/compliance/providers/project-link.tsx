import { router } from '@forge/bridge';
import type { ReactNode } from 'react';
import type { ComplianceQuery } from '../../../src/contract/compliance';
import { writeAddress } from '../address';

interface Props {
  readonly projectKey: string;
  /** An agreement of that project, a measure of it and the days. */
  readonly query: ComplianceQuery;
  readonly children: ReactNode;
}

/** Leads to the measure's page in another project, whose numbers open their tickets. */
export function ProjectLink({ projectKey, query, children }: Props) {
  const { from, to, ...narrowed } = query;
  const filters = { period: { preset: null, from, to }, grain: 'week', ...narrowed } as const;
  const path = `/compliance${writeAddress({ page: 'measure', below: [], filters })}`;
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
