import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Permissions } from '@forge/manifest';
import { parse } from 'yaml';
import type { EntityProperty } from './jira/local-jira-api';

/** The part of manifest.yml that the browser side needs. */
export interface AppManifest {
  /** Everything the app draws, in the order of the manifest. */
  readonly modules: readonly UiModule[];
  /** Folder of each resource, absolute, by key. */
  readonly resources: ReadonlyMap<string, string>;
  /** Issue properties that JQL may search. */
  readonly entityProperties: readonly EntityProperty[];
  /** `permissions` as written: Forge computes the frames' content security policy from it. */
  readonly permissions: Permissions;
}

/** Where in Jira or in the portal a module is drawn. */
export const uiKinds = [
  'jira:issuePanel',
  'jira:projectPage',
  'jira:projectSettingsPage',
  'jiraServiceManagement:portalRequestDetail',
  'jiraServiceManagement:portalUserMenuAction',
] as const;
export type UiKind = (typeof uiKinds)[number];

export interface UiModule {
  readonly kind: UiKind;
  readonly key: string;
  readonly title: string;
  /** `resource:icons;accord.svg` or an address. */
  readonly icon: string | null;
  readonly resource: string;
  /** Does Jira draw the title above the module's own page? */
  readonly titled: boolean;
  /** Who may use it without a license: `customer`, `unlicensed`, `anonymous`. */
  readonly unlicensedAccess: readonly string[];
}

interface Document {
  readonly modules?: Readonly<Partial<Record<UiKind, readonly ModuleDocument[]>>> & {
    readonly 'jira:entityProperty'?: readonly (EntityProperty & { readonly entityType: string })[];
  };
  readonly resources?: readonly { readonly key: string; readonly path: string }[];
  readonly permissions?: Permissions;
}

interface ModuleDocument {
  readonly key: string;
  readonly title: string;
  readonly icon?: string;
  readonly resource?: string;
  readonly layout?: string;
  readonly unlicensedAccess?: readonly string[];
}

/** Reads manifest.yml in `appFolder`. Throws when a module that is drawn has no resource to draw it. */
export function readAppManifest(appFolder: string): AppManifest {
  const document = parse(readFileSync(join(appFolder, 'manifest.yml'), 'utf8')) as Document;
  const resources = new Map((document.resources ?? []).map(({ key, path }) => [key, join(appFolder, path)]));
  const modules = uiKinds.flatMap((kind) =>
    (document.modules?.[kind] ?? []).map((module): UiModule => {
      const { key, title, icon = null, resource, unlicensedAccess = [] } = module;
      const titled = module.layout !== 'blank' && kind !== 'jiraServiceManagement:portalUserMenuAction';
      if (resource === undefined || !resources.has(resource)) {
        throw new Error(`The module ${key} (${kind}) in manifest.yml names no resource that exists.`);
      }
      return { kind, key, title, icon, resource, titled, unlicensedAccess };
    }),
  );
  const properties = document.modules?.['jira:entityProperty'] ?? [];
  return {
    modules,
    resources,
    entityProperties: properties.filter(({ entityType }) => entityType === 'issue'),
    permissions: document.permissions ?? {},
  };
}

/** The issue panel that is asked when timers change next; null = the app has none. */
export function firstPanel(manifest: AppManifest): UiModule | null {
  return manifest.modules.find(({ kind }) => kind === 'jira:issuePanel') ?? null;
}
