import EmptyState from '@atlaskit/empty-state';
import Heading from '@atlaskit/heading';
import { useEffect } from 'react';
import { ModulePage } from './module-page';
import { NoProject } from './no-project';
import { projectOf } from './project-app-page';
import { ProjectTabs } from './project-tabs';
import { go, Link, settingsAddress } from './route';
import { useSession } from './session';

interface SettingsPageProps {
  readonly projectKey: string;
  /** null = the settings as such: their first page. */
  readonly moduleKey: string | null;
}

/** The settings of a project; of them, this site has only the pages of the app. */
export function ProjectSettingsPage({ projectKey, moduleKey }: SettingsPageProps) {
  const { projects, modules } = useSession();
  const project = projects.find(({ key }) => key === projectKey);
  const pages = modules['jira:projectSettingsPage'];
  const first = moduleKey === null && project?.mayAdminister ? pages[0]?.moduleKey : undefined;
  useEffect(() => {
    if (first !== undefined) go(settingsAddress(projectKey, first), true);
  }, [projectKey, first]);
  if (!project) return <NoProject />;
  if (!project.mayAdminister) {
    return (
      <>
        <ProjectTabs project={project} current="" />
        <EmptyState
          headingLevel={1}
          header="You do not administer this project"
          description={`Only a project admin can open the settings of ${project.name}.`}
        />
      </>
    );
  }
  const shown = pages.find((one) => one.moduleKey === (moduleKey ?? first));
  return (
    <>
      <ProjectTabs project={project} current={settingsAddress(projectKey)} />
      <div className="settings-columns">
        <nav aria-labelledby="settings-nav" className="side-nav">
          <Heading size="xxsmall" as="h2" id="settings-nav">
            Project settings
          </Heading>
          <ul>
            {pages.map(({ moduleKey: key, title, icon }) => (
              <li key={key}>
                <Link
                  href={settingsAddress(projectKey, key)}
                  aria-current={key === shown?.moduleKey ? 'page' : undefined}
                >
                  {icon && <img src={icon} alt="" width={16} height={16} />}
                  {title}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        <div>
          {shown ? (
            <ModulePage
              module={shown}
              extension={{ type: 'jira:projectSettingsPage', project: projectOf(project) }}
              subject={project.id}
              historyBase={settingsAddress(projectKey, shown.moduleKey)}
              titleOf={project.name}
            />
          ) : (
            <EmptyState
              headingLevel={1}
              header="There is no such settings page"
              description="Choose one of the pages beside this."
            />
          )}
        </div>
      </div>
    </>
  );
}
