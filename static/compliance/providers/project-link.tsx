import { router } from '@forge/bridge';
import type { ReactNode } from 'react';
import { writeAddress, type Address } from '../address';

interface Props {
  readonly projectKey: string;
  /** Of that project’s compliance page. */
  readonly to: Address;
  readonly children: ReactNode;
}

/** Leads to the compliance page of another project. */
export function ProjectLink({ projectKey, to, children }: Props) {
  const path = `/compliance${writeAddress(to)}`;
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
