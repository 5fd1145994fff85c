/**
 * npm run check:manifest: is what we tell Forge true, with no account and no network?
 *   --app FOLDER                another app's folder (tests)
 *   --only NAME,NAME            only these checks
 *   --update-endpoints FOLDER   rewrite scripts/manifest/endpoints.swagger.json from Atlassian's OpenAPI documents
 * Exits 1 when a check fails.
 */
const fs = require('node:fs');
const path = require('node:path');
const { parseArgs } = require('node:util');
const { checkEvents } = require('./manifest/events.cjs');
const { checkLint, checkSchema } = require('./manifest/forge-tools.cjs');
const { checkFunctions, checkHandlers } = require('./manifest/handlers.cjs');
const { endpointsUsed, readOpenApis } = require('./manifest/open-api.cjs');
const { readApp } = require('./manifest/read-app.cjs');
const { checkRoutes, checkTrustedRoutes } = require('./manifest/routes.cjs');
const { checkAgainstOpenApi, checkScopesSuffice, checkScopesUsed } = require('./manifest/scopes.cjs');
const { checkEgress, checkScreens } = require('./manifest/screens.cjs');

const ENDPOINTS = path.join(__dirname, 'manifest', 'endpoints.swagger.json');

async function main() {
  const { values } = parseArgs({
    options: { app: { type: 'string' }, only: { type: 'string' }, 'update-endpoints': { type: 'string' } },
  });
  const folder = path.resolve(values.app ?? path.join(__dirname, '..'));
  // Forge's packages read ./manifest.yml.
  process.chdir(folder);
  const app = readApp(folder);
  if (values['update-endpoints']) return updateEndpoints(app, values['update-endpoints']);

  const swagger = JSON.parse(fs.readFileSync(ENDPOINTS, 'utf8'));
  const openApis = readOpenApis(path.join(folder, '..', 'shared', 'openapi'));
  const checks = {
    schema: ['the manifest is valid', () => checkSchema()],
    events: ['every event exists', () => checkEvents(app)],
    screens: ['every screen has a resource that exists, none is UI Kit 1', () => checkScreens(app)],
    egress: ['nothing leaves Atlassian', () => checkEgress(app)],
    handlers: ['every handler is exported', () => checkHandlers(app)],
    functions: ['every function serves one kind of module', () => checkFunctions(app)],
    routes: [
      'every REST path is a known endpoint',
      () => [...checkRoutes(app, swagger), ...checkTrustedRoutes(app)],
    ],
    scopes: ['the scopes suffice for calls, events and packages', () => checkScopesSuffice(app, swagger)],
    thrift: ['no scope is declared in vain', () => checkScopesUsed(app, swagger)],
    openapi: [
      'the known endpoints agree with Atlassian',
      openApis && (() => checkAgainstOpenApi(swagger, openApis)),
    ],
    lint: ['forge lint finds nothing', () => checkLint(app)],
  };
  const only = values.only?.split(',') ?? Object.keys(checks);
  let failed = 0;
  let passed = 0;
  for (const [name, [title, check]] of Object.entries(checks)) {
    if (!only.includes(name)) continue;
    if (!check) {
      console.log(`skip  ${title} (no OpenAPI documents on this machine)`);
      continue;
    }
    const faults = await check();
    console.log(`${faults.length === 0 ? 'ok   ' : 'FAIL '} ${title}`);
    for (const fault of faults) console.log(`        ${fault}`);
    if (faults.length === 0) passed++;
    else failed++;
  }
  console.log(`\n${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

function updateEndpoints(app, folder) {
  const openApis = readOpenApis(path.resolve(folder));
  if (!openApis) throw new Error(`No such folder: ${folder}`);
  const { swagger, unknown } = endpointsUsed(app.sources, openApis);
  fs.writeFileSync(ENDPOINTS, `${JSON.stringify(swagger, null, 2)}\n`);
  for (const line of unknown) console.log(`unknown to Atlassian's OpenAPI documents: ${line}`);
  console.log(`${Object.keys(swagger.paths).length} paths written`);
  return unknown.length === 0 ? 0 : 1;
}

main().then(
  (code) => process.exit(code),
  (error) => {
    console.error(error);
    process.exit(2);
  },
);
