import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { launchBrowser } from './browser';
import { startGallery, type GalleryScreen } from './gallery-server';

interface Look {
  readonly name: string;
  readonly route?: string;
  readonly modes?: readonly ('light' | 'dark')[];
  readonly widths?: readonly number[];
}

/** Pictures of a screen's samples in a folder, for people to look at. */
export async function takeShots(
  screen: GalleryScreen,
  looks: readonly Look[],
  folder: string,
): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const { url, server } = await startGallery(screen);
  const browser = await launchBrowser();
  const page = await browser.newPage();
  page.on('console', (message) => message.type() === 'error' && console.log(message.text()));
  page.on('pageerror', (error) => console.log(String(error)));
  for (const { name, route = '/', modes = ['light'], widths = [1280] } of looks) {
    for (const mode of modes) {
      for (const width of widths) {
        await page.setViewportSize({ width, height: 800 });
        await page.goto(`${url}/?${new URLSearchParams({ sample: name, mode, route })}`);
        await page.locator('h1').first().waitFor();
        await page.waitForTimeout(300);
        await page.screenshot({ path: join(folder, `${name}-${mode}-${width}.png`), fullPage: true });
      }
    }
  }
  await browser.close();
  server.close();
}
