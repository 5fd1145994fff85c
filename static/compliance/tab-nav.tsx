import { TABS } from './address';
import { Link, useNavigation } from './navigation';
import { tabTitle } from './tab-words';

/** The tabs of the page, side by side. */
export function TabNav() {
  const { address } = useNavigation();
  return (
    <nav aria-label="Compliance" className="screen-nav">
      <ul>
        {TABS.map((tab) => (
          <li key={tab}>
            <Link
              to={{ page: tab, below: [] }}
              aria-current={
                address.page === tab
                  ? address.below.length > 0
                    ? 'true'
                    : 'page'
                  : address.page === 'measure' && tab === 'overview'
                    ? 'true'
                    : undefined
              }
            >
              {tabTitle(tab)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
