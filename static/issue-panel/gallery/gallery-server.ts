import { existsSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { CSPInjectionService, CSPProcessingService } from '@forge/csp';
import { load as parse } from 'cheerio';
import { samples } from './sample-views';

const root = join(__dirname, '../../..');
const load = createRequire(__filename);
const build = join(root, 'static/build/issue-panel');
const types: Record<string, string> = { '.js': 'text/javascript', '.css': 'text/css', '.html': 'text/html' };

/** The policy Forge sends with a Custom UI frame of an app that asks for no external permission. */
function forgePolicy(html: string): string {
  const details = new CSPProcessingService({ info: () => undefined } as never, parse as never).getCspDetails(
    html,
    {} as never,
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

/** Stands in for Forge's frame: answers `readIssuePanel` with the sample the address names. */
const bridge = (sample: string): string => `
  const answer = ${JSON.stringify(samples[sample] ?? null)};
  const state = (window.gallery = { invoked: [], listeners: {}, answer, install: { ok: true, value: {} } });
  const reply = (a) => (a && a.ok === false ? a : { ok: true, value: a });
  const commands = {
    invoke: async ({ functionKey }) => {
      state.invoked.push(functionKey);
      if (functionKey === 'installStarterAgreement') return state.install;
      if (state.answer === 'never') return new Promise(() => {});
      return reply(state.answer);
    },
    getContext: async () => ({ locale: 'en-GB', timezone: 'Europe/Madrid', extension: { issue: { id: '10104', key: 'HELP-104' } } }),
    on: async ({ event, callback }) => {
      (state.listeners[event] ??= []).push(callback);
      return { unsubscribe() {} };
    },
    enableTheming: async () => undefined,
  };
  window.__bridge = { callBridge: async (command, data) => commands[command](data) };
`;

function page(sample: string, mode: string): string {
  const html = readFileSync(join(build, 'index.html'), 'utf8');
  return html
    .replace(
      '<html lang="en">',
      `<html lang="en" data-color-mode="${mode}" data-theme="light:light dark:dark spacing:spacing typography:typography shape:shape">`,
    )
    .replace(
      '<head>',
      `<head><link rel="stylesheet" href="./tokens.css"><script src="./bridge.js?${sample}"></script>`,
    );
}

/** Serves the built panel at `/?sample=NAME&mode=light|dark`, under Forge's own content security policy. */
export async function startGallery(port = 0): Promise<{ readonly url: string; readonly server: Server }> {
  if (!existsSync(join(build, 'index.html'))) throw new Error('The panel is not built: npm run build:static');
  const policy = forgePolicy(readFileSync(join(build, 'index.html'), 'utf8'));
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://gallery');
    const send = (type: string, body: string | Buffer): void => {
      response
        .writeHead(200, { 'content-type': `${type}; charset=utf-8`, 'content-security-policy': policy })
        .end(body);
    };
    if (url.pathname === '/')
      return send(
        'text/html',
        page(url.searchParams.get('sample') ?? '', url.searchParams.get('mode') ?? 'light'),
      );
    if (url.pathname === '/tokens.css') return send('text/css', tokens());
    if (url.pathname === '/bridge.js') return send('text/javascript', bridge(url.search.slice(1)));
    const file = join(build, url.pathname);
    if (file.startsWith(build) && existsSync(file))
      return send(types[extname(file)] ?? 'text/plain', readFileSync(file));
    response.writeHead(url.pathname === '/favicon.ico' ? 204 : 404).end();
  });
  await new Promise<void>((ready) => server.listen(port, '127.0.0.1', ready));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server };
}
