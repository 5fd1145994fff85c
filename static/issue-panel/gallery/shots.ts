import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { launchBrowser } from '../../gallery/browser';
import { startGallery } from '../../gallery/gallery-server';
import { panelGallery } from './panel-gallery';
import { samples } from './sample-views';

/** Pictures of every state: tsx static/issue-panel/gallery/shots.ts FOLDER [NAME...] */
async function shots([folder = 'test-results/panel', ...names]: readonly string[]): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const { url, server } = await startGallery(panelGallery);
  const browser = await launchBrowser();
  const page = await browser.newPage();
  page.on('console', (message) => console.log(message.type(), message.text()));
  for (const name of names.length > 0 ? names : Object.keys(samples)) {
    for (const mode of ['light', 'dark']) {
      for (const width of [320, 700]) {
        await page.setViewportSize({ width, height: 300 });
        await page.goto(`${url}/?sample=${name}&mode=${mode}`);
        await page
          .locator(name === 'loading' ? '.loading' : 'h2')
          .first()
          .waitFor();
        await page.screenshot({ path: join(folder, `${name}-${mode}-${width}.png`), fullPage: true });
      }
    }
  }
  await browser.close();
  server.close();
}

void shots(process.argv.slice(2));
