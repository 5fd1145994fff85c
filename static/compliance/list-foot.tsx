import { router } from '@forge/bridge';
import { Button } from '../ui/button';
import { ProblemList } from '../ui/problem-list';
import type { Pages } from './use-pages';

interface Props<T> {
  readonly pages: Pages<T>;
  /** What is listed: "ticket". */
  readonly one: string;
}

/** Below a list: more of it, how much is shown, what Jira keeps from the viewer, and the same search in Jira. */
export function ListFoot<T>({ pages, one }: Props<T>) {
  const { rows, hidden, hasMore, searches, failure, busy, more } = pages;
  return (
    <>
      {failure && <ProblemList failure={failure} lead="More could not be loaded." />}
      <div className="row more">
        {hasMore && (
          <Button className="no-print" aria-disabled={busy} onClick={more}>
            {busy ? 'Loading…' : 'Show more'}
          </Button>
        )}
        <p role="status" className="subtle">
          {rows.length.toLocaleString('en')} {rows.length === 1 ? one : `${one}s`} shown
          {hasMore ? '' : ', all there are'}
          {hidden > 0 && ` that you may see; Jira does not show you ${hidden} more`}
        </p>
        {searches.map((jql, i) => (
          <JqlLink key={jql} jql={jql}>
            {searches.length === 1
              ? hasMore
                ? 'Search these in Jira'
                : 'Search in Jira'
              : `Search in Jira, part ${i + 1}`}
          </JqlLink>
        ))}
      </div>
    </>
  );
}

/** Opens a search of Jira outside this frame. */
export function JqlLink({ jql, children }: { readonly jql: string; readonly children: string }) {
  const path = `/issues/?jql=${encodeURIComponent(jql)}`;
  return (
    <a
      className="no-print"
      href={path}
      title={jql}
      onClick={(event) => {
        event.preventDefault();
        router.open(path).catch(() => undefined);
      }}
    >
      {children}
    </a>
  );
}
