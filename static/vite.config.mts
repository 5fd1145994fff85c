import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { build, defineConfig, type InlineConfig } from 'vite';

/** One screen per Forge resource, named as its folder. */
const screens = [
  'issue-panel',
  'project-settings',
  'portal-request',
  'portal-agreements',
  'project-page',
  'compliance',
  'gadget',
];

const folder = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/**
 * A Forge resource is a folder with an index.html that may reach nothing outside it and is served from
 * an unknown path: so each screen is built alone, with relative addresses.
 */
const screen = (name: string): InlineConfig => ({
  configFile: false,
  root: folder(`./${name}`),
  base: './',
  plugins: [react()],
  logLevel: 'warn',
  build: {
    outDir: folder(`./build/${name}`),
    emptyOutDir: true,
    target: 'es2022',
    // The preload helper and data: addresses have no place under Forge's content security policy.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
  },
});

const [first = '', ...others] = screens;

export default defineConfig({
  ...screen(first),
  builder: {
    async buildApp(builder) {
      const client = builder.environments.client;
      if (client) await builder.build(client);
      for (const name of others) await build(screen(name));
    },
  },
});
