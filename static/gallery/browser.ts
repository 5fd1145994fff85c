import { existsSync } from 'node:fs';
import { chromium, type Browser, type Page } from 'playwright-core';

const path = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';

/** Is there a Chromium to look with? `CHROMIUM_PATH` names another one. */
export const hasBrowser = (): boolean => existsSync(path);

/** A headless Chromium that speaks to nobody but the gallery. */
export const launchBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: path,
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-dev-shm-usage',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });

/** Opens every fold and every explanation of the page, the nested ones too. */
export async function unfoldAll(page: Page): Promise<void> {
  const closed = page.locator('details:not([open]) > summary:visible, button[aria-expanded="false"]:visible');
  while ((await closed.count()) > 0) await closed.first().click();
}
