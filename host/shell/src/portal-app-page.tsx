import EmptyState from '@atlaskit/empty-state';
import { ModulePage } from './module-page';
import { useSession } from './session';

/** The page behind an entry of the app in the portal's user menu. */
export function PortalAppPage({ moduleKey }: { moduleKey: string }) {
  const { user, modules } = useSession();
  const module = modules['jiraServiceManagement:portalUserMenuAction'].find(
    (one) => one.moduleKey === moduleKey,
  );
  if (!module) {
    return (
      <EmptyState
        headingLevel={1}
        header="There is no such page"
        description="Open your requests from the top."
      />
    );
  }
  return (
    <ModulePage
      module={module}
      extension={{ type: 'jiraServiceManagement:portalUserMenuAction' }}
      subject={user.accountId}
      titleOf="Help center"
    />
  );
}
