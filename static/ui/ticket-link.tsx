import { router } from '@forge/bridge';

/** A ticket by its key; opens in Jira, outside this frame. */
export function TicketLink({ issueKey }: { readonly issueKey: string }) {
  return <SiteLink path={`/browse/${encodeURIComponent(issueKey)}`}>{issueKey}</SiteLink>;
}

/** A page of the site, by its path; opens outside this frame. */
export function SiteLink({ path, children }: { readonly path: string; readonly children: string }) {
  return (
    <a
      href={path}
      onClick={(event) => {
        event.preventDefault();
        router.open(path).catch(() => undefined);
      }}
    >
      {children}
    </a>
  );
}
