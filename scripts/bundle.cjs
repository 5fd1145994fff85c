/**
 * npm run bundle: the bundle `forge deploy` would make of src, with Forge's own bundler and no network, into
 * dist/forge. Only Forge's wrapper around it (which is served by Atlassian, not published) is left out.
 */
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const zlib = require('node:zlib');
const { getEntryPoints, getNodeBundler, LocalWrapperProvider } = require('@forge/bundler');
const { ConfigFile, FileSystemReader, FileSystemWriter } = require('@forge/cli-shared');
const { noFeatureFlags } = require('./manifest/forge-tools.cjs');

const APP = path.join(__dirname, '..');
const OUT = path.join(APP, 'dist', 'forge');

async function main() {
  process.chdir(APP);
  const started = Date.now();
  const reader = new FileSystemReader();
  const config = new ConfigFile(reader, new FileSystemWriter());
  const logger = { info() {}, debug() {}, trace() {}, warn: console.warn, error: console.error };
  const wrapper = emptyWrapper();
  try {
    const bundler = getNodeBundler(logger, new LocalWrapperProvider(reader, wrapper), config, noFeatureFlags);
    const bundle = await bundler.bundle({
      appDirectory: APP,
      entryPoints: getEntryPoints(await config.getAppHandlers()),
      i18nConfig: undefined,
    });
    fs.rmSync(OUT, { recursive: true, force: true });
    fs.cpSync(bundle.outputDir, OUT, { recursive: true });
  } finally {
    fs.rmSync(wrapper, { recursive: true, force: true });
  }
  for (const file of fs.readdirSync(OUT).filter((name) => name === 'index.cjs')) report(file);
  console.log(`Bundled in ${((Date.now() - started) / 1000).toFixed(1)} s.`);
}

function report(file) {
  const content = fs.readFileSync(path.join(OUT, file));
  const kilobytes = (bytes) => `${(bytes / 1000).toFixed(0)} kB`;
  console.log(
    `dist/forge/${file}: ${kilobytes(content.length)}, gzip ${kilobytes(zlib.gzipSync(content).length)}`,
  );
}

/** A folder in the wrapper's place. */
function emptyWrapper() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'accord-wrapper-'));
  fs.mkdirSync(path.join(folder, 'dist'));
  for (const file of ['wrapper.js', 'loader.js'])
    fs.writeFileSync(path.join(folder, 'dist', file), '// left out\n');
  return folder;
}

main().catch((error) => {
  console.error(error);
  process.exit(1);
});
