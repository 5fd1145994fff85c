import { router } from '@forge/bridge';

/** A ticket by its key; opens in Jira, outside this frame. */
export function TicketLink({ issueKey }: { readonly issueKey: string }) {
  const path = `/browse/${encodeURIComponent(issueKey)}`;
  return (
    <a
      href={path}
      onClick={(event) => {
        event.preventDefault();
        router.open(path).catch(() => undefined);
      }}
    >
      {issueKey}
    </a>
  );
}
