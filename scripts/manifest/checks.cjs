const { checkEvents } = require('./events.cjs');
const { checkLint, checkSchema } = require('./forge-tools.cjs');
const { checkFunctions, checkHandlers } = require('./handlers.cjs');
const { checkRoutes, checkTrustedRoutes } = require('./routes.cjs');
const { checkAgainstOpenApi, checkScopesSuffice, checkScopesUsed } = require('./scopes.cjs');
const { checkEgress, checkScreens } = require('./screens.cjs');

/**
 * Every check by name: what it holds true, and a function that lists the faults. `swagger` is the list of
 * endpoints we know, `openApis` Atlassian's documents (null = not on this machine: `run` is null too).
 */
exports.checksOf = function checksOf(app, swagger, openApis) {
  const check = (name, title, run) => ({ name, title, run });
  return [
    check('schema', 'the manifest is valid', checkSchema),
    check('events', 'every event exists', () => checkEvents(app)),
    check('screens', 'every screen has a resource that exists, none is UI Kit 1', () => checkScreens(app)),
    check('egress', 'nothing leaves Atlassian', () => checkEgress(app)),
    check('handlers', 'every handler is exported', () => checkHandlers(app)),
    check('functions', 'every function serves one kind of module', () => checkFunctions(app)),
    check('routes', 'every REST path is a known endpoint', () => [
      ...checkRoutes(app, swagger),
      ...checkTrustedRoutes(app),
    ]),
    check('scopes', 'the scopes suffice for calls, events and packages', () =>
      checkScopesSuffice(app, swagger),
    ),
    check('thrift', 'no scope is declared in vain', () => checkScopesUsed(app, swagger)),
    check(
      'openapi',
      'the known endpoints agree with Atlassian',
      openApis && (() => checkAgainstOpenApi(swagger, openApis)),
    ),
    check('lint', 'forge lint finds nothing', () => checkLint(app)),
  ];
};
