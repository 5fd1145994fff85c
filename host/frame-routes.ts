import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Router, static as folder, type Response } from 'express';
import type { AppManifest } from './app-manifest';
import type { ClockView } from './shell/api';

export interface FrameOptions {
  readonly manifest: AppManifest;
  /** Folder of the built frame assets: bridge.js and theme.css. */
  readonly assets: string;
  readonly clock: () => ClockView;
  /** Forge's content security policy for a page of the app. */
  readonly policy: (html: string, permissions: AppManifest['permissions']) => string;
}

/** Runs before anything of the app: the clock it must follow, then the bridge. */
const scripts = '<script src="/frame/clock.js"></script><script src="/frame/bridge.js"></script>';

/**
 * Serves the app's Custom UI as Forge does: each module's resource on its own path, its page under Forge's
 * content security policy with the bridge put first in its head.
 */
export function frameRoutes({ manifest, assets, clock, policy }: FrameOptions): Router {
  const router = Router();
  router.get('/frame/clock.js', (_request, response) => {
    const { now, running } = clock();
    response.set('cache-control', 'no-store').type('js');
    response.send(`window.__hostClock = ${JSON.stringify({ now, running })};\n`);
  });
  router.use('/frame', folder(assets, { fallthrough: false }));
  const serve = (path: string, resource: string): void => {
    router.get([path, `${path}/index.html`], (request, response) => {
      // Without the slash, the page's relative addresses would point one folder up.
      if (request.path === path) response.redirect(`${path}/`);
      else sendPage(response, resource);
    });
    router.use(path, folder(resource, { index: false, fallthrough: false }));
  };
  for (const { key, resource, editResource } of manifest.modules) {
    serve(`/app/${key}`, manifest.resources.get(resource) ?? '');
    if (editResource !== null) serve(`/app-edit/${key}`, manifest.resources.get(editResource) ?? '');
  }
  for (const [key, resource] of manifest.resources) serve(`/app-resource/${key}`, resource);
  return router;

  function sendPage(response: Response, resource: string): void {
    const file = join(resource, 'index.html');
    if (!existsSync(file)) {
      response.status(404).type('text').send('This part of the app is not built. Run npm run build:static.');
      return;
    }
    const html = readFileSync(file, 'utf8');
    response
      .set('content-security-policy', policy(html, manifest.permissions))
      .set('cache-control', 'no-store');
    response.type('html').send(html.replace(/<head([^>]*)>/i, `<head$1>${scripts}`));
  }
}
