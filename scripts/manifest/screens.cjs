const fs = require('node:fs');
const path = require('node:path');
const { findUIKit1Modules } = require('@forge/cli-shared');

// Module types without a screen. Everything else that Jira or JSM shows needs a `resource`.
const NO_SCREEN = new Set([
  'trigger', 'scheduledTrigger', 'consumer', 'fifoConsumer', 'webtrigger', 'function', 'sql', 'event', 'endpoint',
  'action', 'preUninstall', 'apiRoute', 'workflow', 'jira:entityProperty', 'jira:entityPropertySet', 'jira:jqlFunction',
  'jira:customField', 'jira:customFieldType', 'jira:workflowValidator', 'jira:workflowCondition',
  'jira:workflowPostFunction', 'automation:actionProvider', 'rovo:agent', 'rovo:skill', 'rovo:mcp',
]); // prettier-ignore

/** UI Kit 1 was removed from the platform, but the manifest's schema still accepts it: such a screen stays empty. */
exports.checkScreens = function checkScreens({ manifest, folder }) {
  const faults = [];
  const uiKit1 = findUIKit1Modules(manifest.modules ?? {});
  for (const found of uiKit1)
    faults.push(`"${found.key ?? found}" is a UI Kit 1 module: give it a \`resource\``);
  const resources = new Map((manifest.resources ?? []).map((resource) => [resource.key, resource]));
  for (const [type, modules] of Object.entries(manifest.modules ?? {})) {
    if (NO_SCREEN.has(type)) continue;
    for (const module of modules) {
      const key = module.resource?.split('/')[0];
      if (key === undefined) faults.push(`${type} "${module.key}" has no \`resource\``);
      else if (!resources.has(key))
        faults.push(`${type} "${module.key}" names the resource "${key}", which is not declared`);
    }
  }
  for (const { key, path: where } of resources.values()) {
    if (!fs.existsSync(path.join(folder, where)))
      faults.push(
        `resource "${key}": ${where} does not exist${/build/.test(where) ? ' (run `npm run build` first)' : ''}`,
      );
  }
  return [...new Set(faults)];
};

/** Nothing may leave Atlassian: the app is meant to be eligible for "Runs on Atlassian". */
exports.checkEgress = function checkEgress({ manifest }) {
  const faults = [];
  if (manifest.permissions?.external)
    faults.push('permissions.external is declared: data could leave Atlassian');
  if (manifest.remotes) faults.push('remotes are declared: data could leave Atlassian');
  for (const hook of manifest.modules?.webtrigger ?? [])
    if (hook.response?.type !== 'static')
      faults.push(`webtrigger "${hook.key}" answers dynamically: data could leave`);
  return faults;
};
