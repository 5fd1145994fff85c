const fs = require('node:fs');
const path = require('node:path');
const zlib = require('node:zlib');
const { operationOf, routesOf } = require('./routes.cjs');

/** Atlassian's OpenAPI documents (gzip) from a folder; null where there is no such folder. */
exports.readOpenApis = function readOpenApis(folder) {
  if (!fs.existsSync(folder)) return null;
  const files = fs.readdirSync(folder).filter((file) => file.endsWith('.json.gz'));
  return files.map((file) =>
    JSON.parse(zlib.gunzipSync(fs.readFileSync(path.join(folder, file))).toString('utf8')),
  );
};

/** The endpoints the sources ask for, with their scopes, as a swagger file of its own. */
exports.endpointsUsed = function endpointsUsed(sources, openApis) {
  const paths = {};
  const unknown = [];
  for (const { file, line, path: asked, method } of routesOf(sources)) {
    const found = openApis.map((api) => operationOf(api, asked)).find(Boolean);
    if (!found) {
      unknown.push(`${file}:${line}: ${asked}`);
      continue;
    }
    for (const [name, operation] of Object.entries(found.operations)) {
      if (method === null ? name !== 'get' : name !== method.toLowerCase()) continue;
      paths[found.template] ??= {};
      paths[found.template][name] = {
        operationId: operation.operationId,
        'x-atlassian-oauth2-scopes': operation['x-atlassian-oauth2-scopes'] ?? [],
      };
    }
  }
  const sorted = Object.fromEntries(Object.entries(paths).sort(([a], [b]) => (a < b ? -1 : 1)));
  return { swagger: { paths: sorted }, unknown };
};
