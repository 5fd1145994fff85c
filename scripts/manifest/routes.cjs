const ts = require('typescript');

const METHODS = new Set(['GET', 'POST', 'PUT', 'DELETE', 'PATCH']);

/**
 * Every REST path the app asks for: each template tagged `route`, without its query, expressions as `{}`.
 * The method is read from a `method: '...'` or a leading `'PUT'` argument of the call the template stands in;
 * null = could not be told.
 */
exports.routesOf = function routesOf(sources) {
  return sources.flatMap(({ file, tree }) => {
    const found = [];
    const visit = (node) => {
      if (ts.isTaggedTemplateExpression(node) && node.tag.getText() === 'route')
        found.push({ file, line: lineOf(tree, node), path: pathOf(node.template), method: methodOf(node) });
      ts.forEachChild(node, visit);
    };
    visit(tree);
    return found;
  });
};

/**
 * Finds the path of a swagger file that a template stands for: a literal of the source may fill a hole of the
 * path (a fixed property key), never the other way round; the most literal path wins.
 */
exports.operationOf = function operationOf(swagger, path) {
  const wanted = path.split('/');
  const fitting = Object.keys(swagger.paths)
    .map((template) => ({ template, segments: template.split('/') }))
    .filter(
      ({ segments }) =>
        segments.length === wanted.length && segments.every((s, i) => isHole(s) || s === wanted[i]),
    )
    .sort((a, b) => a.segments.filter(isHole).length - b.segments.filter(isHole).length);
  return fitting[0]
    ? { template: fitting[0].template, operations: swagger.paths[fitting[0].template] }
    : null;
};

/** Paths that are not in the list of known endpoints: their scopes could not be checked. */
exports.checkRoutes = function checkRoutes({ sources }, swagger) {
  const faults = [];
  for (const { file, line, path, method } of exports.routesOf(sources)) {
    const found = exports.operationOf(swagger, path);
    if (!found)
      faults.push(
        `${file}:${line}: ${method ?? ''} ${path} is not in scripts/manifest/endpoints.swagger.json`,
      );
    else if (method && !found.operations[method.toLowerCase()])
      faults.push(
        `${file}:${line}: ${found.template} has no ${method} in scripts/manifest/endpoints.swagger.json`,
      );
  }
  return faults;
};

/** `assumeTrustedRoute` lets any text through as a path: whatever it asks for could not be checked either. */
exports.checkTrustedRoutes = function checkTrustedRoutes({ sources }) {
  const faults = [];
  for (const { file, tree } of sources) {
    const visit = (node) => {
      if (ts.isIdentifier(node) && node.text === 'assumeTrustedRoute')
        faults.push(`${file}:${lineOf(tree, node)}: assumeTrustedRoute hides a path from this check`);
      ts.forEachChild(node, visit);
    };
    visit(tree);
  }
  return faults;
};

const isHole = (segment) => segment.startsWith('{');

function pathOf(template) {
  const text = ts.isNoSubstitutionTemplateLiteral(template)
    ? template.text
    : template.head.text + template.templateSpans.map((span) => `{}${span.literal.text}`).join('');
  return text.split('?')[0].replace(/\{\}$/, (hole, at) => (text[at - 1] === '/' ? hole : ''));
}

function methodOf(node) {
  for (let call = node.parent; call && !ts.isStatement(call); call = call.parent) {
    if (!ts.isCallExpression(call)) continue;
    for (const argument of call.arguments) {
      if (ts.isStringLiteral(argument) && METHODS.has(argument.text)) return argument.text;
      if (!ts.isObjectLiteralExpression(argument)) continue;
      for (const property of argument.properties)
        if (
          ts.isPropertyAssignment(property) &&
          property.name.getText() === 'method' &&
          ts.isStringLiteral(property.initializer)
        )
          return property.initializer.text;
    }
  }
  return null;
}

function lineOf(tree, node) {
  return tree.getLineAndCharacterOfPosition(node.getStart(tree)).line + 1;
}
