import { view } from '@forge/bridge';
import { useEffect, useRef } from 'react';
import type { ComplianceChoices } from '../../src/contract/compliance';
import { Link, useNavigation } from './navigation';
import { tabTitle } from './tab-words';
import type { Address } from './address';

function titleOf({ page, filters }: Address, { agreements }: ComplianceChoices): string {
  if (page === 'unknown') return 'Page not found';
  if (page !== 'measure') return page === 'overview' ? 'Compliance' : tabTitle(page);
  const measures = agreements
    .filter(({ agreementId }) => filters.agreementId === undefined || agreementId === filters.agreementId)
    .flatMap((one) => one.measures);
  return measures.find(({ id }) => id === filters.measureId)?.name ?? 'Measure';
}

let visited: string | null = null;

/** The title of the page. It takes the focus when another page is entered, and prints with the project's name. */
export function PageHead({ choices }: { readonly choices: ComplianceChoices }) {
  const { address } = useNavigation();
  const heading = useRef<HTMLHeadingElement>(null);
  const title = titleOf(address, choices);
  const here = [address.page, ...address.below].join('/');
  useEffect(() => {
    // Not on the first page: there the focus is where Jira has put it.
    if (visited !== null && visited !== here) heading.current?.focus();
    visited = here;
  }, [here]);
  useEffect(() => {
    view.changeWindowTitle(title).catch(() => undefined);
  }, [title]);
  return (
    <header className="page-head">
      {address.page === 'measure' && (
        <nav aria-label="Above this page" className="crumbs">
          <ol>
            <li>
              <Link to={{ page: 'overview', filters: { measureId: undefined } }}>Overview</Link>
            </li>
          </ol>
        </nav>
      )}
      <div className="page-title">
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        <span className="subtle" dir="auto">
          {choices.projectName} ({choices.projectKey})
        </span>
      </div>
    </header>
  );
}
