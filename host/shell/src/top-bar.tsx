import Button, { IconButton } from '@atlaskit/button/new';
import DropdownMenu, {
  DropdownItem,
  DropdownItemGroup,
  DropdownItemRadio,
  DropdownItemRadioGroup,
} from '@atlaskit/dropdown-menu';
import ChevronDownIcon from '@atlaskit/icon/core/chevron-down';
import ThemeIcon from '@atlaskit/icon/core/theme';
import { useRef, useState } from 'react';
import type { PersonView } from '../api';
import { Face } from './face';
import logo from './local-jira.svg';
import { go, Link, useRoute } from './route';
import { useSession } from './session';
import { useTheme } from './theme';

/** Product, project, theme and who one is. */
export function TopBar({ onBecome }: { onBecome: (person: PersonView) => void }) {
  const session = useSession();
  const theme = useTheme();
  const [choosing, setChoosing] = useState(false);
  const holder = useRef<HTMLDivElement>(null);
  const become = (person: PersonView): void => {
    setChoosing(false);
    holder.current?.querySelector('button')?.focus();
    onBecome(person);
  };
  const other = theme.colorMode === 'dark' ? 'light' : 'dark';
  const { isCustomer } = session.user;
  return (
    <header className="top-bar">
      <Link href={isCustomer ? '/portal' : '/'} className="product">
        <img src={logo} alt="" width={24} height={24} />
        <span>{isCustomer ? 'Help center' : 'Local Jira'}</span>
      </Link>
      {!isCustomer && <ProjectMenu />}
      {!isCustomer && (
        <Link href="/dashboards" className="top-link">
          Dashboards
        </Link>
      )}
      <div className="spacer" />
      <IconButton
        icon={ThemeIcon}
        label={`Switch to ${other} theme`}
        appearance="subtle"
        onClick={theme.toggle}
      />
      <div ref={holder} className="people">
        <DropdownMenu<HTMLButtonElement>
          shouldRenderToParent
          placement="bottom-end"
          isOpen={choosing}
          onOpenChange={({ isOpen }) => setChoosing(isOpen)}
          trigger={({ triggerRef, ...props }) => (
            <Button {...props} ref={triggerRef} appearance="subtle" iconAfter={ChevronDownIcon}>
              <span className="person">
                <Face name={session.user.name} small />
                <span className="only-read">You are </span>
                {session.user.name}
                <span> · {session.user.roleName}</span>
              </span>
            </Button>
          )}
        >
          {isCustomer && <PortalMenu />}
          <People people={session.people} isCustomer={false} onBecome={become} />
          <People people={session.people} isCustomer onBecome={become} />
        </DropdownMenu>
      </div>
    </header>
  );
}

function ProjectMenu() {
  const session = useSession();
  const route = useRoute();
  const shownKey =
    'projectKey' in route ? route.projectKey : 'issueKey' in route ? route.issueKey.split('-')[0] : null;
  const project = session.projects.find(({ key }) => key === shownKey);
  return (
    <nav aria-label="Projects">
      <DropdownMenu<HTMLButtonElement>
        shouldRenderToParent
        trigger={({ triggerRef, ...props }) => (
          <Button {...props} ref={triggerRef} appearance="subtle" iconAfter={ChevronDownIcon}>
            {project?.name ?? 'Projects'}
          </Button>
        )}
      >
        <DropdownItemGroup title="Projects">
          {session.projects.map(({ key, name }) => (
            <DropdownItem key={key} onClick={() => go(`/projects/${key}`)} description={key}>
              {name}
            </DropdownItem>
          ))}
        </DropdownItemGroup>
      </DropdownMenu>
    </nav>
  );
}

/** What the portal's user menu offers a customer. */
function PortalMenu() {
  const { user, modules } = useSession();
  return (
    <DropdownItemGroup title={user.name}>
      <DropdownItem onClick={() => go('/portal')}>Requests</DropdownItem>
      {modules['jiraServiceManagement:portalUserMenuAction'].map(({ moduleKey, title }) => (
        <DropdownItem key={moduleKey} onClick={() => go(`/portal/apps/${encodeURIComponent(moduleKey)}`)}>
          {title}
        </DropdownItem>
      ))}
    </DropdownItemGroup>
  );
}

function People(props: {
  people: readonly PersonView[];
  isCustomer: boolean;
  onBecome: (person: PersonView) => void;
}) {
  const { user } = useSession();
  const group = props.people.filter(({ isCustomer }) => isCustomer === props.isCustomer);
  if (group.length === 0) return null;
  const title = props.isCustomer ? 'Customers' : 'People in Jira';
  return (
    <DropdownItemRadioGroup id={title} title={title}>
      {group.map((person) => (
        <DropdownItemRadio
          key={person.accountId}
          id={person.accountId}
          isSelected={person.accountId === user.accountId}
          onClick={() => props.onBecome(person)}
          description={`${person.roleName} · ${person.projectKeys.join(', ')} · ${cityOf(person.timeZone)}`}
        >
          <span className="person">
            <Face name={person.name} small />
            {person.name}
          </span>
        </DropdownItemRadio>
      ))}
    </DropdownItemRadioGroup>
  );
}

/** `America/New_York` -> `New York`. */
function cityOf(timeZone: string): string {
  return timeZone.split('/').at(-1)?.replaceAll('_', ' ') ?? timeZone;
}
