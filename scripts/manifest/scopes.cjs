const YAML = require('yaml');
const { eventsOf, scopesOfEvent } = require('./events.cjs');
const { operationOf, routesOf } = require('./routes.cjs');

/** What needs a scope, each with the scope and the place: REST calls, product events, packages. */
exports.needsOf = function needsOf({ manifest, sources }, swagger) {
  const needs = [];
  for (const { trigger, event } of eventsOf(manifest))
    for (const scope of scopesOfEvent(event))
      needs.push({ scope, where: `event ${event} of trigger "${trigger}"` });
  for (const { file, line, path, method } of routesOf(sources)) {
    const found = operationOf(swagger, path);
    if (!found) continue;
    for (const [name, operation] of Object.entries(found.operations))
      if (method === null || name === method.toLowerCase())
        for (const scope of classicScopes(operation))
          needs.push({ scope, where: `${name.toUpperCase()} ${found.template} (${file}:${line})` });
  }
  for (const { file, tree } of sources)
    if (/from '@forge\/(kvs|sql)'/.test(tree.text))
      needs.push({ scope: 'storage:app', where: `@forge storage in ${file}` });
  return needs;
};

exports.checkScopesSuffice = function checkScopesSuffice(app, swagger) {
  const declared = new Set(scopesOf(app.manifest));
  const missing = exports.needsOf(app, swagger).filter(({ scope }) => !declared.has(scope));
  return [...new Set(missing.map(({ scope, where }) => `${where} needs the scope ${scope}`))];
};

/**
 * A scope nothing uses is one too many, unless the comment beside it says what it is `for:` (all scopes are
 * declared from the first version on, because a new one needs every customer's consent).
 */
exports.checkScopesUsed = function checkScopesUsed(app, swagger) {
  const used = new Set(exports.needsOf(app, swagger).map(({ scope }) => scope));
  const node = app.document.getIn(['permissions', 'scopes']);
  const faults = [];
  for (const item of YAML.isSeq(node) ? node.items : []) {
    const scope = String(item.value);
    const comment = (item.comment ?? '').trim();
    if (comment === '') faults.push(`scope ${scope}: no comment says why it is needed`);
    else if (!used.has(scope) && !comment.startsWith('for:'))
      faults.push(
        `scope ${scope} is declared but not used; drop it, or say in its comment what it is "for:"`,
      );
  }
  return faults;
};

/** The committed endpoints say the same of scopes as Atlassian's own OpenAPI documents. */
exports.checkAgainstOpenApi = function checkAgainstOpenApi(swagger, openApis) {
  const faults = [];
  for (const [path, operations] of Object.entries(swagger.paths))
    for (const [method, operation] of Object.entries(operations)) {
      const official = openApis.map((api) => api.paths[path]?.[method]).find(Boolean);
      if (!official) faults.push(`${method.toUpperCase()} ${path} is not in Atlassian's OpenAPI documents`);
      else if (JSON.stringify(classicScopes(official)) !== JSON.stringify(classicScopes(operation)))
        faults.push(
          `${method.toUpperCase()} ${path}: Atlassian asks for ${classicScopes(official).join(', ') || 'no scope'}`,
        );
    }
  return faults;
};

function scopesOf(manifest) {
  const scopes = manifest.permissions?.scopes ?? [];
  return Array.isArray(scopes) ? scopes : Object.keys(scopes);
}

function classicScopes(operation) {
  const current = (operation['x-atlassian-oauth2-scopes'] ?? []).find((entry) => entry.state === 'Current');
  return [...(current?.scopes ?? [])].sort();
}
