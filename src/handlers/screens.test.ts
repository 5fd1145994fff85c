import { dirname, resolve } from 'node:path';
import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { functionsOf, MODULES, type ModuleName } from './testing/guarded-site';

const root = resolve(__dirname, '../..');

interface Manifest {
  readonly modules: Readonly<
    Record<
      string,
      readonly { readonly resource?: string; readonly resolver?: { readonly function: string } }[]
    >
  >;
}

/** The screens of the manifest, each with the module that serves it. */
const screens = Object.entries(
  (parse(readFileSync(resolve(root, 'manifest.yml'), 'utf8')) as Manifest).modules,
).flatMap(([type, entries]) =>
  entries.flatMap(({ resource, resolver }) =>
    resource !== undefined && resolver ? [[type, resource, resolver.function as ModuleName] as const] : [],
  ),
);

/** Every file that a screen is made of. */
function filesOf(entry: string, seen = new Set<string>()): ReadonlySet<string> {
  if (seen.has(entry)) return seen;
  seen.add(entry);
  for (const [, from = ''] of readFileSync(entry, 'utf8').matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g)) {
    const at = resolve(dirname(entry), from);
    const file = [at, `${at}.ts`, `${at}.tsx`].find((path) => /\.tsx?$/.test(path) && existsSync(path));
    if (file?.startsWith(resolve(root, 'static')) === true) filesOf(file, seen);
  }
  return seen;
}

/** The names of the functions that a screen calls. */
function callsOf(screen: string): readonly string[] {
  const called = [...filesOf(resolve(root, 'static', screen, 'main.tsx'))].flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/\b(?:call|useAnswer)(?:<[^>]*>)?\(\s*([^,)]+)/g)]
      .filter(([, name = '']) => !/^key\b/.test(name))
      .map(([, name = '']) => name.trim()),
  );
  // A name that is made up at run time could not be looked up here.
  const names = called.map((name) => /^'(\w+)'$/.exec(name)?.[1] ?? `?${name}`);
  return [...new Set(names)].sort();
}

describe('A screen', () => {
  it('is served by a module that is guarded', () => {
    expect([...new Set(screens.map(([, , module]) => module))].sort()).toEqual(Object.keys(MODULES).sort());
  });

  it.each(screens)('%s (%s) calls only what %s serves', async (type, screen, module) => {
    const served = new Set(await functionsOf(module));
    const called = callsOf(screen);
    expect(called.length).toBeGreaterThan(1);
    const missing = called.filter((name) => !served.has(name));
    // The page for everybody is the settings page without what only administrators may do there.
    const settings = new Set(await functionsOf('settings-resolver'));
    const expected =
      type === 'jira:projectPage' ? called.filter((name) => settings.has(name) && !served.has(name)) : [];
    expect(missing).toEqual(expected);
  });

  it('calls every function that is served', async () => {
    const called = new Set(screens.flatMap(([, screen]) => callsOf(screen)));
    const served = await Promise.all((Object.keys(MODULES) as ModuleName[]).map(functionsOf));
    expect([...new Set(served.flat())].filter((name) => !called.has(name))).toEqual([]);
  });
});
