// The only file Forge knows: every handler of manifest.yml, grouped by kind of module.

// Screens
export { gadgetResolver } from './handlers/gadget-resolver';
export { projectPageResolver } from './handlers/project-page-resolver';
export { panelResolver } from './handlers/panel-resolver';
export { portalPageResolver } from './handlers/portal-page-resolver';
export { portalRequestResolver } from './handlers/portal-request-resolver';
export { settingsResolver } from './handlers/settings-resolver';

// Events
export { onIssueEvent } from './handlers/on-issue-event';
export { onLifecycle } from './handlers/on-lifecycle';
export { onProjectDeleted } from './handlers/on-project-deleted';

// Queue
export { refreshConsumer } from './handlers/refresh-consumer';

// Schedules
export { onReconcile } from './handlers/on-reconcile';
export { onSweep } from './handlers/on-sweep';
