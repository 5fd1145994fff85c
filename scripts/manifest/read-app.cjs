const fs = require('node:fs');
const path = require('node:path');
const YAML = require('yaml');
const ts = require('typescript');

/**
 * What the checks look at: the manifest (as data, and as a document that still has its comments) and the
 * app's sources, parsed once. Tests of the app are no part of it.
 */
exports.readApp = function readApp(folder) {
  const manifestText = fs.readFileSync(path.join(folder, 'manifest.yml'), 'utf8');
  const document = YAML.parseDocument(manifestText);
  return { folder, manifest: document.toJS() ?? {}, document, sources: readSources(folder) };
};

function readSources(folder) {
  const root = path.join(folder, 'src');
  if (!fs.existsSync(root)) return [];
  return fs
    .readdirSync(root, { recursive: true })
    .map((file) => path.posix.join('src', String(file).split(path.sep).join('/')))
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$|\/testing\//.test(file))
    .sort()
    .map((file) => ({
      file,
      tree: ts.createSourceFile(
        file,
        fs.readFileSync(path.join(folder, file), 'utf8'),
        ts.ScriptTarget.Latest,
        true,
      ),
    }));
}
