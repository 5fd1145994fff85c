import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

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
