import { router } from '@forge/bridge';
import type { ReactNode } from 'react';

interface Props {
  readonly projectKey: string;
  /** Within the app's page of the project settings: "/agreements/acme-it/what-if". */
  readonly path: string;
  readonly children: ReactNode;
}

/** Leads to the app's page in the project settings, which project admins have. */
export function SettingsLink({ projectKey, path, children }: Props) {
  const open = (): Promise<void> =>
    router
      .navigate({ target: 'module', moduleKey: 'project-settings', projectKey, path })
      // Where Jira does not lead into its settings, their first page is near enough.
      .catch(() => router.navigate({ target: 'projectSettingsDetails', projectKey }));
  return (
    <a
      // Jira alone knows where the page of an app is.
      href={`#${path}`}
      onClick={(event) => {
        event.preventDefault();
        open().catch(() => undefined);
      }}
    >
      {children}
    </a>
  );
}
