import { existsSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { CSPInjectionService, CSPProcessingService } from '@forge/csp';
import type { Permissions } from '@forge/manifest';
import { load as parse } from 'cheerio';
import { bridgeScript, type GalleryScript } from './gallery-bridge';

const root = join(__dirname, '../..');
const load = createRequire(__filename);
const types: Record<string, string> = { '.js': 'text/javascript', '.css': 'text/css', '.html': 'text/html' };

/** A screen that is shown without an app behind it. */
export interface GalleryScreen {
  /** Folder of the built screen under static/build. */
  readonly screen: string;
  /** What the screen is told and answered, by the name of a sample. */
  readonly samples: Readonly<Record<string, GalleryScript>>;
  /** What the manifest permits its pages; none = Forge's strictest policy. */
  readonly permissions?: Permissions;
}

/** The policy Forge sends with a Custom UI frame. */
function forgePolicy(html: string, permissions: Permissions): string {
  const details = new CSPProcessingService({ info: () => undefined } as never, parse as never).getCspDetails(
    html,
    permissions as never,
  );
  const parts = new CSPInjectionService().getInjectableCSP({
    existingCSPDetails: details,
    microsEnv: 'prod',
  } as never);
  return parts.filter((part: string) => !/^(frame-ancestors|report-uri)/.test(part)).join('; ');
}

function tokens(): string {
  return ['light', 'dark', 'spacing', 'typography', 'shape']
    .map((theme) =>
      join(root, `node_modules/@atlaskit/tokens/dist/cjs/artifacts/themes/atlassian-${theme}.js`),
    )
    .map((file) => (load(file) as { default: string }).default)
    .join('\n');
}

function page(html: string, query: URLSearchParams): string {
  const mode = query.get('mode') ?? 'light';
  return html
    .replace(
      '<html lang="en">',
      `<html lang="en" data-color-mode="${mode}" data-theme="light:light dark:dark spacing:spacing typography:typography shape:shape">`,
    )
    .replace(
      '<head>',
      `<head><link rel="stylesheet" href="./tokens.css"><script src="./bridge.js?${query}"></script>`,
    );
}

/**
 * Serves a built screen at `/?sample=NAME&mode=light|dark&route=/path`, under Forge's own content security
 * policy, with canned answers by resolver function. Tests read and change them in `window.gallery`.
 */
export async function startGallery(
  { screen, samples, permissions = {} as Permissions }: GalleryScreen,
  port = 0,
): Promise<{ readonly url: string; readonly server: Server }> {
  const build = join(root, 'static/build', screen);
  if (!existsSync(join(build, 'index.html'))) {
    throw new Error(`The screen ${screen} is not built: npm run build:static`);
  }
  const html = readFileSync(join(build, 'index.html'), 'utf8');
  const policy = forgePolicy(html, permissions);
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://gallery');
    const send = (type: string, body: string | Buffer): void => {
      response
        .writeHead(200, { 'content-type': `${type}; charset=utf-8`, 'content-security-policy': policy })
        .end(body);
    };
    if (url.pathname === '/') return send('text/html', page(html, url.searchParams));
    if (url.pathname === '/tokens.css') return send('text/css', tokens());
    if (url.pathname === '/bridge.js') {
      const script = samples[url.searchParams.get('sample') ?? ''] ?? { answers: {} };
      return send('text/javascript', bridgeScript(script, url.searchParams.get('route') ?? '/'));
    }
    const file = join(build, url.pathname);
    if (file.startsWith(build) && existsSync(file))
      return send(types[extname(file)] ?? 'text/plain', readFileSync(file));
    response.writeHead(url.pathname === '/favicon.ico' ? 204 : 404).end();
  });
  await new Promise<void>((ready) => server.listen(port, '127.0.0.1', ready));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server };
}
