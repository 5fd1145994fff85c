import { view } from '@forge/bridge';
import { useEffect, useRef, type ReactNode } from 'react';
import { Link, useRoute } from './navigation';
import { pathOf, type Route } from './routes';

interface Crumb {
  readonly text: string;
  readonly to: Route;
}

interface Props {
  readonly title: string;
  /** The pages above this one, from the outermost on. */
  readonly above?: readonly Crumb[];
  /** Beside the title: a state, or buttons. */
  readonly beside?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

let visited: string | null = null;

/** One page of the screen: its place, title and actions. The title takes the focus when the page is entered. */
export function Page({ title, above = [], beside, actions, children }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  const here = pathOf(useRoute());
  useEffect(() => {
    // Not on the first page: there the focus is where Jira has put it.
    if (visited !== null && visited !== here) heading.current?.focus();
    visited = here;
  }, [here]);
  useEffect(() => {
    view.changeWindowTitle(title).catch(() => undefined);
  }, [title]);
  return (
    <>
      <header className="page-head">
        {above.length > 0 && (
          <nav aria-label="Above this page" className="crumbs">
            <ol>
              {above.map(({ text, to }) => (
                <li key={text}>
                  <Link to={to}>{text}</Link>
                </li>
              ))}
            </ol>
          </nav>
        )}
        <div className="page-title">
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
          {beside}
        </div>
        {actions && <div className="page-actions">{actions}</div>}
      </header>
      {children}
    </>
  );
}
