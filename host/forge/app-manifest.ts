import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

export type Interval = 'fiveMinute' | 'hour' | 'day' | 'week';

export interface AppFunction {
  readonly key: string;
  /** Name of the export that handles it. */
  readonly handler: string;
  readonly timeoutSeconds: number | undefined;
}

export interface TriggerModule {
  readonly key: string;
  readonly functionKey: string;
  readonly events: readonly string[];
  readonly ignoreSelf: boolean;
}

export interface AppManifest {
  readonly appId: string;
  readonly scopes: readonly string[];
  readonly mayImpersonate: boolean;
  readonly functions: ReadonlyMap<string, AppFunction>;
  readonly triggers: readonly TriggerModule[];
  /** Queue name -> function key. */
  readonly consumers: ReadonlyMap<string, string>;
  readonly schedules: readonly {
    readonly key: string;
    readonly functionKey: string;
    readonly interval: Interval;
  }[];
  /** Key of a UI module -> its type and the function key of its resolver. */
  readonly uiModules: ReadonlyMap<
    string,
    { readonly type: string; readonly functionKey: string | undefined }
  >;
}

interface RawModule {
  readonly key: string;
  readonly [property: string]: unknown;
}

interface RawManifest {
  readonly app: { readonly id: string };
  readonly permissions?: {
    readonly scopes?: readonly string[] | Record<string, { allowImpersonation?: boolean }>;
  };
  readonly modules: Readonly<Record<string, readonly RawModule[]>>;
}

/** Reads `manifest.yml`; throws where it asks for something the host does not do. */
export function readManifest(folder: string): AppManifest {
  const raw = parse(readFileSync(join(folder, 'manifest.yml'), 'utf8')) as RawManifest;
  const { modules } = raw;
  const scopes = raw.permissions?.scopes ?? [];
  return {
    appId: raw.app.id,
    scopes: Array.isArray(scopes) ? scopes : Object.keys(scopes),
    mayImpersonate:
      !Array.isArray(scopes) && Object.values(scopes).some((s) => s?.allowImpersonation === true),
    functions: new Map((modules.function ?? []).map((m) => [m.key, functionOf(m)])),
    triggers: (modules.trigger ?? []).map(triggerOf),
    consumers: new Map((modules.consumer ?? []).map((m) => [String(m.queue), String(m.function)])),
    schedules: (modules.scheduledTrigger ?? []).map((m) => ({
      key: m.key,
      functionKey: String(m.function),
      interval: m.interval as Interval,
    })),
    uiModules: new Map(
      Object.entries(modules).flatMap(([type, list]) =>
        type.includes(':') ? list.map((m) => [m.key, { type, functionKey: resolverOf(m) }] as const) : [],
      ),
    ),
  };
}

function functionOf(module: RawModule): AppFunction {
  const handler = String(module.handler).split('.').at(-1) ?? '';
  return { key: module.key, handler, timeoutSeconds: module.timeoutSeconds as number | undefined };
}

function triggerOf(module: RawModule): TriggerModule {
  const filter = (module.filter ?? {}) as { ignoreSelf?: boolean; expression?: string };
  if (filter.expression !== undefined) {
    throw new Error(`Trigger ${module.key}: the local host does not evaluate filter.expression.`);
  }
  const events = (module.events as readonly (string | { eventType: string })[]).map((e) =>
    typeof e === 'string' ? e : e.eventType,
  );
  return {
    key: module.key,
    functionKey: String(module.function),
    events,
    ignoreSelf: filter.ignoreSelf === true,
  };
}

function resolverOf(module: RawModule): string | undefined {
  return (module.resolver as { function?: string } | undefined)?.function;
}

/** Throws one sentence that names every function of the manifest that the bundle cannot run. */
export function requireHandlers(manifest: AppManifest, app: Readonly<Record<string, unknown>>): void {
  const { functions, triggers, consumers, schedules, uiModules } = manifest;
  const used = [
    ...triggers.map((t) => t.functionKey),
    ...consumers.values(),
    ...schedules.map((s) => s.functionKey),
    ...[...uiModules.values()].flatMap((m) => m.functionKey ?? []),
  ];
  const unknown = used.filter((key) => !functions.has(key)).map((key) => `function ${key} is not declared`);
  const missing = [...functions.values()]
    .filter(({ handler }) => typeof app[handler] !== 'function')
    .map(({ key, handler }) => `the app does not export ${handler}, the handler of ${key}`);
  const faults = [...unknown, ...missing];
  if (faults.length > 0) throw new Error(`manifest.yml and the bundle do not fit: ${faults.join('; ')}.`);
}
