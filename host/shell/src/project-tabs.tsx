import { Link, projectAppAddress, settingsAddress } from './route';
import type { ProjectAccess } from '../api';
import { useSession } from './session';

/** The pages of a project: its tickets, those of the app and, for who administers it, the settings. */
export function ProjectTabs({ project, current }: { project: ProjectAccess; current: string }) {
  const { modules } = useSession();
  const tabs = [
    { href: `/projects/${project.key}`, text: 'Tickets' },
    ...modules['jira:projectPage'].flatMap(({ moduleKey, title, pages }) => {
      const address = projectAppAddress(project.key, moduleKey);
      if (pages.length === 0) return [{ href: address, text: title }];
      return pages.map((page) => ({ href: `${address}/${page.route}`, text: page.title }));
    }),
    ...(project.mayAdminister ? [{ href: settingsAddress(project.key), text: 'Project settings' }] : []),
  ];
  return (
    <nav aria-label={project.name} className="tabs">
      <ul>
        {tabs.map(({ href, text }) => (
          <li key={href}>
            <Link href={href} aria-current={href === current ? 'page' : undefined}>
              {text}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
