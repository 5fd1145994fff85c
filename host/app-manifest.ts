import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Permissions } from '@forge/manifest';
import { parse } from 'yaml';
import type { EntityProperty } from './jira/local-jira-api';

/** The part of manifest.yml that the browser side needs. */
export interface AppManifest {
  readonly panels: readonly PanelModule[];
  /** Folder of each resource, absolute, by key. */
  readonly resources: ReadonlyMap<string, string>;
  /** Issue properties that JQL may search. */
  readonly entityProperties: readonly EntityProperty[];
  /** `permissions` as written: Forge computes the frames' content security policy from it. */
  readonly permissions: Permissions;
}

export interface PanelModule {
  readonly key: string;
  readonly title: string;
  /** `resource:icons;accord.svg` or an address. */
  readonly icon: string | null;
  readonly resource: string;
}

interface Document {
  readonly modules?: {
    readonly 'jira:issuePanel'?: readonly PanelDocument[];
    readonly 'jira:entityProperty'?: readonly (EntityProperty & { readonly entityType: string })[];
  };
  readonly resources?: readonly { readonly key: string; readonly path: string }[];
  readonly permissions?: Permissions;
}

interface PanelDocument {
  readonly key: string;
  readonly title: string;
  readonly icon?: string;
  readonly resource?: string;
}

/** Reads manifest.yml in `appFolder`. Throws when an issue panel has no resource to draw it. */
export function readAppManifest(appFolder: string): AppManifest {
  const document = parse(readFileSync(join(appFolder, 'manifest.yml'), 'utf8')) as Document;
  const resources = new Map((document.resources ?? []).map(({ key, path }) => [key, join(appFolder, path)]));
  const panels = (document.modules?.['jira:issuePanel'] ?? []).map((panel) => {
    if (panel.resource === undefined || !resources.has(panel.resource)) {
      throw new Error(`The issue panel ${panel.key} in manifest.yml names no resource that exists.`);
    }
    return { key: panel.key, title: panel.title, icon: panel.icon ?? null, resource: panel.resource };
  });
  const properties = document.modules?.['jira:entityProperty'] ?? [];
  return {
    panels,
    resources,
    entityProperties: properties.filter(({ entityType }) => entityType === 'issue'),
    permissions: document.permissions ?? {},
  };
}
