import EmptyState from '@atlaskit/empty-state';
import { useEffect } from 'react';
import type { ModuleView, ProjectAccess } from '../api';
import { ModulePage } from './module-page';
import { NoProject } from './no-project';
import { ProjectTabs } from './project-tabs';
import { go, projectAppAddress, settingsAddress } from './route';
import { useSession } from './session';

/** A page of the app in a project: what follows its key in the address is the app's own. */
export function ProjectAppPage({ projectKey, moduleKey }: { projectKey: string; moduleKey: string }) {
  const { projects, modules } = useSession();
  const project = projects.find(({ key }) => key === projectKey);
  const module = modules['jira:projectPage'].find((one) => one.moduleKey === moduleKey);
  const address = projectAppAddress(projectKey, moduleKey);
  const isOfSettings = modules['jira:projectSettingsPage'].some((one) => one.moduleKey === moduleKey);
  useEffect(() => {
    // A frame that leads to a module names its key, not where the module stands.
    if (isOfSettings)
      go(settingsAddress(projectKey, moduleKey) + location.pathname.slice(address.length), true);
  }, [isOfSettings, projectKey, moduleKey, address]);
  if (!project) return <NoProject />;
  return (
    <>
      <ProjectTabs project={project} current={module ? tabOf(module, address) : address} />
      {module ? (
        <ModulePage
          module={module}
          extension={{ type: 'jira:projectPage', project: projectOf(project) }}
          subject={project.id}
          historyBase={address}
          titleOf={project.name}
        />
      ) : (
        <EmptyState
          headingLevel={1}
          header="There is no such page"
          description="No app has a page of this name in the project."
        />
      )}
    </>
  );
}

/** The tab of the page that the address names; the first one where it names none. */
function tabOf({ pages }: ModuleView, address: string): string {
  const [, route] = location.pathname.slice(address.length).split('/');
  const page = pages.find((one) => one.route === route) ?? pages[0];
  return page ? `${address}/${page.route}` : address;
}

/** A project as the context of a module has it. */
export function projectOf({ id, key, type }: ProjectAccess) {
  return { id, key, type };
}
