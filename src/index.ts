// The only file Forge knows: every handler of manifest.yml, grouped by kind of module.

// Screens
export { panelResolver } from './handlers/panel-resolver';

// Events
export { onIssueEvent } from './handlers/on-issue-event';
export { onLifecycle } from './handlers/on-lifecycle';
export { onProjectDeleted } from './handlers/on-project-deleted';

// Queue
export { refreshConsumer } from './handlers/refresh-consumer';

// Schedules
export { onReconcile } from './handlers/on-reconcile';
export { onSweep } from './handlers/on-sweep';
