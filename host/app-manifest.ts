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
  'jira:dashboardGadget',
  'dashboards:widget',
] as const;
export type UiKind = (typeof uiKinds)[number];

export interface UiModule {
  readonly kind: UiKind;
  readonly key: string;
  readonly title: string;
  /** `resource:icons;accord.svg` or an address. */
  readonly icon: string | null;
  /** What it does, for those who choose from a list; '' = nothing is said. */
  readonly description: string;
  readonly resource: string;
  /** What draws its configuration; null = it has none. */
  readonly editResource: string | null;
  /** false: it hears of a refresh and does it itself; else Jira loads it anew. */
  readonly refreshable: boolean;
  /** Pages of their own in the navigation, in order: each a route of the module's history. */
  readonly pages: readonly ModulePageLink[];
  /** Does Jira draw the title above the module's own page? */
  readonly titled: boolean;
  /** Who may use it without a license: `customer`, `unlicensed`, `anonymous`. */
  readonly unlicensedAccess: readonly string[];
}

export interface ModulePageLink {
  readonly title: string;
  readonly route: string;
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
  readonly thumbnail?: string;
  readonly description?: string;
  readonly resource?: string;
  readonly edit?: { readonly resource: string };
  readonly refreshable?: boolean;
  readonly layout?: string;
  readonly pages?: readonly ModulePageLink[];
  readonly unlicensedAccess?: readonly string[];
}

/** Reads manifest.yml in `appFolder`. Throws when a module that is drawn has no resource to draw it. */
export function readAppManifest(appFolder: string): AppManifest {
  const document = parse(readFileSync(join(appFolder, 'manifest.yml'), 'utf8')) as Document;
  const resources = new Map((document.resources ?? []).map(({ key, path }) => [key, join(appFolder, path)]));
  const modules = uiKinds.flatMap((kind) =>
    (document.modules?.[kind] ?? []).map((module): UiModule => {
      const { key, title, description = '', resource, pages = [], unlicensedAccess = [] } = module;
      const icon = module.icon ?? module.thumbnail ?? null;
      const editResource = module.edit?.resource ?? null;
      const titled = module.layout !== 'blank' && kind !== 'jiraServiceManagement:portalUserMenuAction';
      if (
        resource === undefined ||
        [resource, editResource].some((one) => one !== null && !resources.has(one))
      ) {
        throw new Error(`The module ${key} (${kind}) in manifest.yml names no resource that exists.`);
      }
      const refreshable = module.refreshable !== false;
      return {
        kind,
        key,
        title,
        icon,
        description,
        resource,
        editResource,
        refreshable,
        pages,
        titled,
        unlicensedAccess,
      };
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
