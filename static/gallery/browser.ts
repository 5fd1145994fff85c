import { existsSync } from 'node:fs';
import { chromium, type Browser, type Page } from 'playwright-core';

const whole = '/usr/bin/chromium';
/** The same engine, and a sixth less work for the processor. */
const headlessShell = '/usr/bin/chromium-headless-shell';

/** Where Chromium is; `CHROMIUM` names another one. */
const executablePath = process.env['CHROMIUM'] ?? (existsSync(headlessShell) ? headlessShell : whole);

export const hasBrowser = (): boolean => existsSync(executablePath);

const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-site-isolation-trials',
  // No page lives for long enough to earn back what optimising its scripts costs.
  '--js-flags=--no-turbofan,--no-maglev',
];

/** A headless Chromium that speaks to nobody but the pages it is sent to. */
export const launchBrowser = (): Promise<Browser> => chromium.launch({ executablePath, args });

/** Opens every fold and every explanation of the page, the nested ones too. */
export async function unfoldAll(page: Page): Promise<void> {
  const closed = page.locator('details:not([open]) > summary:visible, button[aria-expanded="false"]:visible');
  while ((await closed.count()) > 0) await closed.first().click();
}
