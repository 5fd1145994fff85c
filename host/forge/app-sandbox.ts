import { readFileSync } from 'node:fs';
import { createRequire, isBuiltin } from 'node:module';
import { dirname } from 'node:path';
import { format } from 'node:util';
import type { Clock } from '../clock';
import { currentInvocation } from './invocation';
import type { PlatformFetch } from './platform-fetch';

export interface SandboxOptions {
  readonly clock: Clock;
  readonly fetch: PlatformFetch;
  readonly log: (line: string) => void;
}

type AppModule = Record<string, unknown>;
type Wrapper = (...injected: unknown[]) => void;
type Scope = (...globals: unknown[]) => Wrapper;

const INJECTED = ['exports', 'require', 'module', '__filename', '__dirname'];

/**
 * Evaluates the app's CommonJS bundle with globals of its own: Forge's two, the host's clock as `Date`, no
 * `fetch` to the outside, and a console that is logged. The rest of the process keeps its own. Packages
 * that a bundle left out are loaded into the same sandbox.
 */
export function loadApp(bundle: string, options: SandboxOptions): AppModule {
  const globals = appGlobals(options);
  const names = Object.keys(globals);
  const loaded = new Map<string, { exports: AppModule }>();
  const load = (file: string): AppModule => {
    const known = loaded.get(file);
    if (known) return known.exports;
    const module: { exports: AppModule } = { exports: {} };
    loaded.set(file, module);
    const source = readFileSync(file, 'utf8');
    if (file.endsWith('.json')) {
      module.exports = JSON.parse(source) as AppModule;
      return module.exports;
    }
    const native = createRequire(file);
    const require = (id: string): unknown => (isBuiltin(id) ? native(id) : load(native.resolve(id)));
    // Two functions, so that a module may declare a `fetch` or a `Date` of its own.
    const inner = `return function (${INJECTED.join(', ')}) {${source}\n}\n//# sourceURL=${file}`;
    const wrap = (new Function(...names, inner) as Scope)(...names.map((name) => globals[name]));
    wrap.call(module.exports, module.exports, require, module, file, dirname(file));
    return module.exports;
  };
  return load(bundle);
}

function appGlobals({ clock, fetch, log }: SandboxOptions): Record<string, unknown> {
  const own: Record<string, unknown> = {
    Date: dateOn(clock),
    fetch: async (url: unknown) => {
      throw new Error(`The manifest allows no egress, so ${String(url)} was not requested.`);
    },
    console: consoleTo(log),
    __forge_fetch__: fetch,
  };
  Object.defineProperty(own, '__forge_runtime__', { get: () => currentInvocation.getStore()?.runtime });
  const view = new Proxy(own, {
    get: (target, key) => Reflect.get(key in target ? target : globalThis, key),
    has: (target, key) => key in target || key in globalThis,
    getOwnPropertyDescriptor: (target, key) =>
      Reflect.getOwnPropertyDescriptor(target, key) ??
      configurable(Reflect.getOwnPropertyDescriptor(globalThis, key)),
  });
  const { Date, fetch: blocked, console } = own;
  return { Date, fetch: blocked, console, global: view, globalThis: view };
}

function configurable(descriptor: PropertyDescriptor | undefined): PropertyDescriptor | undefined {
  return descriptor && { ...descriptor, configurable: true };
}

/** `Date` whose present is the clock's: only `now()` and the argument-less forms differ. */
function dateOn(clock: Clock): DateConstructor {
  const present = () => new Date(clock.now());
  return new Proxy(Date, {
    construct: (target, args, newTarget) =>
      Reflect.construct(
        target,
        args.length === 0 ? [clock.now()] : args,
        newTarget as NewableFunction,
      ) as Date,
    apply: () => present().toString(),
    get: (target, key) => (key === 'now' ? () => clock.now() : (Reflect.get(target, key) as unknown)),
  });
}

function consoleTo(log: (line: string) => void): Partial<Console> {
  const write =
    (level: string) =>
    (...args: unknown[]) =>
      log(`${level} ${format(...args)}`);
  return {
    log: write('info'),
    info: write('info'),
    debug: write('debug'),
    warn: write('warn'),
    error: write('error'),
    trace: write('debug'),
  };
}
