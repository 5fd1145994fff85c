import type { Server } from 'node:http';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { axeViolations, colours } from './axe';
import { hasBrowser, launchBrowser } from './browser';
import { startGallery, type GalleryScreen } from './gallery-server';
import { KeptPages } from './kept-pages';

/** A gallery in Chromium: each test has a fresh page. */
export interface GalleryBench {
  readonly url: string;
  readonly page: Page;
  /** What the page complained of: errors on the console and uncaught ones. */
  readonly complaints: string[];
  /**
   * What axe finds, one line each: everything on the page as it stands, then its colours in the dark; nothing
   * else is another one there. The page is left in the mode it was in.
   */
  violations(): Promise<readonly string[]>;
}

export interface Prepared {
  readonly browser: BrowserContextOptions;
  /** Runs on every new page before it goes anywhere. */
  readonly page?: (page: Page) => Promise<unknown>;
}

/** Tests of a screen in its gallery; skipped, and said so, where there is no Chromium. */
export function inBrowser(
  title: string,
  screen: GalleryScreen,
  prepared: Prepared,
  tests: (bench: GalleryBench) => void,
): void {
  if (!hasBrowser()) console.warn(`No Chromium found (CHROMIUM): ${title} is not looked at.`);
  (hasBrowser() ? describe : describe.skip)(title, () => {
    let browser: Browser | undefined;
    let server: Server | undefined;
    let url = '';
    let page: Page | undefined;
    let pages: KeptPages | undefined;
    let complaints: string[] = [];

    beforeAll(async () => {
      ({ url, server } = await startGallery(screen));
      browser = await launchBrowser();
      pages = await KeptPages.of(await browser.newContext(prepared.browser), url);
    });
    afterAll(async () => {
      await browser?.close();
      server?.close();
    });
    beforeEach(async () => {
      await pages?.forget();
      page = await pages?.newPage();
      const heard: string[] = (complaints = []);
      page?.on('console', (message) => message.type() === 'error' && heard.push(message.text()));
      page?.on('pageerror', (error) => heard.push(String(error)));
      if (page) await prepared.page?.(page);
    });
    afterEach(() => pages?.closeAll());

    tests({
      get url() {
        return url;
      },
      get page() {
        if (!page) throw new Error('There is a page only within a test.');
        return page;
      },
      get complaints() {
        return complaints;
      },
      async violations() {
        if (!page) return [];
        const before = await switchMode(page, 'dark');
        const inTheDark = await axeViolations(page, colours);
        await switchMode(page, before);
        const all = before === 'dark' ? [] : await axeViolations(page);
        return [
          ...all.map((v) => `${v.id}: ${v.nodes.map((n) => n.html).join(' ')}`),
          ...inTheDark.map((v) => `in the dark, ${v.id}: ${v.nodes.map((n) => n.html).join(' ')}`),
        ];
      },
    });
  });
}

/** Puts the page into a mode as Forge does, once its transitions are over; answers the mode it was in. */
async function switchMode(page: Page, mode: string): Promise<string> {
  return page.evaluate(async (to) => {
    const { dataset } = document.documentElement;
    const before = dataset['colorMode'] ?? 'light';
    dataset['colorMode'] = to;
    await new Promise(requestAnimationFrame);
    const transitions = document.getAnimations().filter((one) => one instanceof CSSTransition);
    await Promise.allSettled(transitions.map(({ finished }) => finished));
    return before;
  }, mode);
}
