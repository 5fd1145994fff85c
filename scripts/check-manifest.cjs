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
const { checksOf } = require('./manifest/checks.cjs');
const { endpointsUsed, readOpenApis } = require('./manifest/open-api.cjs');
const { readApp } = require('./manifest/read-app.cjs');

const ENDPOINTS = path.join(__dirname, 'manifest', 'endpoints.swagger.json');

async function main() {
  const { values } = parseArgs({
    options: { app: { type: 'string' }, only: { type: 'string' }, 'update-endpoints': { type: 'string' } },
  });
  const folder = path.resolve(values.app ?? path.join(__dirname, '..'));
  const update = values['update-endpoints'] && path.resolve(values['update-endpoints']);
  // Forge's packages read ./manifest.yml.
  process.chdir(folder);
  const app = readApp(folder);
  if (update) return updateEndpoints(app, update);

  const swagger = JSON.parse(fs.readFileSync(ENDPOINTS, 'utf8'));
  const checks = checksOf(app, swagger, readOpenApis(path.join(folder, '..', 'shared', 'openapi')));
  const only = values.only?.split(',');
  let failed = 0;
  let passed = 0;
  for (const { name, title, run } of checks) {
    if (only && !only.includes(name)) continue;
    if (!run) {
      console.log(`skip  ${title} (no OpenAPI documents on this machine)`);
      continue;
    }
    const faults = await run();
    console.log(`${faults.length === 0 ? 'ok   ' : 'FAIL '} ${title}`);
    for (const fault of faults) console.log(`        ${fault}`);
    if (faults.length === 0) passed++;
    else failed++;
  }
  console.log(`\n${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

async function updateEndpoints(app, folder) {
  const openApis = readOpenApis(folder);
  if (!openApis) throw new Error(`No such folder: ${folder}`);
  const { swagger, unknown } = endpointsUsed(app.sources, openApis);
  const { format } = await import('prettier');
  fs.writeFileSync(ENDPOINTS, await format(JSON.stringify(swagger), { parser: 'json', printWidth: 110 }));
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
