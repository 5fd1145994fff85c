import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { build, defineConfig, type Plugin } from 'vite';

const here = dirname(fileURLToPath(import.meta.url));
const outDir = join(here, 'build');

/** The shell of the local Jira, and what every Custom UI frame gets from it. */
export default defineConfig({
  root: here,
  base: '/shell/',
  plugins: [react(), frameAssets()],
  define: { 'process.env': {} },
  build: {
    outDir,
    emptyOutDir: true,
    chunkSizeWarningLimit: 2000,
    reportCompressedSize: false,
  },
});

/** `frame/bridge.js`, one classic script that runs before the app's own, and `frame/theme.css`. */
function frameAssets(): Plugin {
  return {
    name: 'frame-assets',
    apply: 'build',
    async closeBundle() {
      const folder = join(outDir, 'frame');
      await build({
        configFile: false,
        logLevel: 'warn',
        build: {
          outDir: folder,
          emptyOutDir: true,
          lib: {
            entry: join(here, '../bridge/bridge-shim.ts'),
            formats: ['iife'],
            name: 'hostBridge',
            fileName: () => 'bridge.js',
          },
        },
      });
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, 'theme.css'), themeSheet());
    },
  };
}

/** The themes that Jira puts into a frame when the app asks for them. */
function themeSheet(): string {
  const load = createRequire(import.meta.url);
  return [
    'atlassian-light',
    'atlassian-dark',
    'atlassian-shape',
    'atlassian-spacing',
    'atlassian-typography',
    'atlassian-motion',
  ]
    .map(
      (name) =>
        (load(`@atlaskit/tokens/dist/cjs/artifacts/themes/${name}.js`) as { default: string }).default,
    )
    .join('\n');
}
