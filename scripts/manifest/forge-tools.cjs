const path = require('node:path');

/** The logger Forge's packages ask for, and feature flags that are all off: nothing here needs a network. */
exports.quietLogger = { info() {}, warn() {}, error() {}, debug() {}, trace() {} };
exports.noFeatureFlags = new Proxy({}, { get: (_, key) => (key === 'then' ? undefined : async () => false) });

/** Forge's own validation of the manifest: schema, references, resources. Reads ./manifest.yml. */
exports.checkSchema = async function checkSchema() {
  const { validate } = require('@forge/manifest');
  const { success, errors } = await validate();
  const faults = (errors ?? []).filter(({ level }) => level !== 'warning');
  if (!success && faults.length === 0) return ['@forge/manifest refuses the manifest without a reason'];
  return faults.map(({ line, column, message }) => `manifest.yml:${line}:${column}: ${message}`);
};

/** `forge lint` without an account: its client-side rules, with the scopes of the endpoints we list. */
exports.checkLint = async function checkLint({ sources }) {
  const swagger = path.join(__dirname, 'endpoints.swagger.json');
  const none = path.join(__dirname, 'no-endpoints.swagger.json');
  Object.assign(process.env, {
    USE_LOCAL_SWAGGER: '1',
    LOCAL_JIRA_SWAGGER: swagger,
    LOCAL_JSM_SWAGGER: none,
    LOCAL_JSW_SWAGGER: none,
    LOCAL_CONF_SWAGGER: none,
    LOCAL_CONF_V2_SWAGGER: none,
    LOCAL_BB_SWAGGER: none,
  });
  const { lint } = require('@forge/lint');
  const { ConfigFile, FileSystemReader, FileSystemWriter } = require('@forge/cli-shared');
  const config = await new ConfigFile(new FileSystemReader(), new FileSystemWriter()).readConfig();
  const files = sources.map(({ file }) => file);
  const results = await lint(files, config, 'development', exports.quietLogger, exports.noFeatureFlags, {
    linter: { mode: 'client-side' },
  });
  return results.flatMap(({ file, errors, warnings }) =>
    [...errors, ...warnings].map(({ line, column, message }) => `${file}:${line}:${column}: ${message}`),
  );
};
