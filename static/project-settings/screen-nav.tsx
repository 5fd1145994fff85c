import { Link, useRoute } from './navigation';
import type { Route } from './routes';
import { useScreen } from './screen';

const pages: readonly { readonly text: string; readonly to: Route; readonly admins: boolean }[] = [
  { text: 'Agreements', to: { page: 'agreements' }, admins: false },
  { text: 'Exclusions', to: { page: 'exclusions' }, admins: false },
  { text: 'Audit log', to: { page: 'audit' }, admins: true },
  { text: 'Settings', to: { page: 'settings' }, admins: true },
];

/** The main page that a page stands under. */
function sectionOf({ page }: Route): Route['page'] {
  switch (page) {
    case 'new':
    case 'agreement':
    case 'edit':
    case 'what-if':
      return 'agreements';
    case 'agreements':
    case 'exclusions':
    case 'audit':
    case 'settings':
    case 'unknown':
      return page;
  }
}

/** The main pages, side by side. */
export function ScreenNav() {
  const route = useRoute();
  const { kind } = useScreen();
  return (
    <nav aria-label="Service level agreements" className="screen-nav">
      <ul>
        {pages
          .filter(({ admins }) => kind === 'settings' || !admins)
          .map(({ text, to }) => (
            <li key={text}>
              <Link
                to={to}
                aria-current={
                  to.page === route.page ? 'page' : to.page === sectionOf(route) ? 'true' : undefined
                }
              >
                {text}
              </Link>
            </li>
          ))}
      </ul>
    </nav>
  );
}
