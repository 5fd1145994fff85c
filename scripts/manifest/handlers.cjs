const ts = require('typescript');

/** Handlers are `index.<name>`, and src/index.ts exports that name. */
exports.checkHandlers = function checkHandlers({ manifest, sources }) {
  const index = sources.find((source) => source.file === 'src/index.ts');
  if (!index) return ['src/index.ts does not exist'];
  const exported = namesExported(index.tree);
  const functions = manifest.modules?.function ?? [];
  const faults = [];
  for (const { key, handler } of functions) {
    const [file, name] = String(handler).split('.');
    if (file !== 'index') faults.push(`function "${key}": handler ${handler} is not index.<name>`);
    else if (!exported.has(name)) faults.push(`function "${key}": src/index.ts does not export "${name}"`);
  }
  const handlers = new Set(functions.map(({ handler }) => String(handler).split('.')[1]));
  for (const name of exported)
    if (!handlers.has(name)) faults.push(`src/index.ts exports "${name}", which no function names`);
  return faults;
};

/** Every function is used by a module, every named function exists, and only one module type uses it. */
exports.checkFunctions = function checkFunctions({ manifest }) {
  const declared = new Set((manifest.modules?.function ?? []).map(({ key }) => key));
  const usedBy = new Map();
  for (const [type, modules] of Object.entries(manifest.modules ?? {})) {
    if (type === 'function') continue;
    const kind = type.includes(':') ? 'screen' : type;
    for (const name of modules.flatMap(functionsOf))
      usedBy.set(name, (usedBy.get(name) ?? new Set()).add(kind));
  }
  const faults = [];
  for (const [name, kinds] of usedBy) {
    if (!declared.has(name)) faults.push(`function "${name}" is used but not declared`);
    // A time-out is only allowed for some kinds, and a shared function gets the lowest one.
    if (kinds.size > 1)
      faults.push(`function "${name}" serves ${[...kinds].join(' and ')}: one function per kind`);
  }
  for (const key of declared)
    if (!usedBy.has(key)) faults.push(`function "${key}" is declared but never used`);
  return faults;
};

function functionsOf(value) {
  if (Array.isArray(value)) return value.flatMap(functionsOf);
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'function' && typeof inner === 'string' ? [inner] : functionsOf(inner),
  );
}

function namesExported(tree) {
  const names = new Set();
  for (const statement of tree.statements) {
    if (
      ts.isExportDeclaration(statement) &&
      !statement.isTypeOnly &&
      statement.exportClause &&
      ts.isNamedExports(statement.exportClause)
    )
      for (const element of statement.exportClause.elements)
        if (!element.isTypeOnly) names.add(element.name.text);
    if (!statement.modifiers?.some((modifier) => modifier.kind === ts.SyntaxKind.ExportKeyword)) continue;
    if (ts.isVariableStatement(statement))
      for (const d of statement.declarationList.declarations) names.add(d.name.getText());
    else if (ts.isFunctionDeclaration(statement) && statement.name) names.add(statement.name.text);
  }
  return names;
}
