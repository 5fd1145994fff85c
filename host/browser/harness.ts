import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { chromium, type Browser, type BrowserContext, type Frame, type Page } from 'playwright-core';
import { startServer, temporaryFolder, type ServerRun } from './local-server';

/** Where Chromium is; `CHROMIUM` names another one. */
const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
const results = resolve(__dirname, '../../test-results');

const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export interface Visit {
  /** Account id; default: who the shell starts with. */
  readonly as?: string;
  readonly theme?: 'light' | 'dark';
  readonly width?: number;
}

/** A browser on a fresh local site whose clock stands still. */
export class Harness {
  /** What went wrong on any page: uncaught errors, console errors, refused requests. */
  readonly complaints: string[] = [];
  private readonly contexts: BrowserContext[] = [];

  private constructor(
    readonly server: ServerRun,
    private readonly browser: Browser,
    private readonly removeData: () => void,
  ) {}

  static async start(): Promise<Harness> {
    const data = temporaryFolder();
    const [server, browser] = await Promise.all([
      startServer(['--port', '0', '--paused', '--data', data.path]),
      chromium.launch({ executablePath, headless: true, args: quiet }),
    ]);
    return new Harness(server, browser, data.remove);
  }

  /** Opens a page of the site in a session of its own. */
  async open(path: string, { as, theme = 'light', width = 1280 }: Visit = {}): Promise<Page> {
    const context = await this.browser.newContext({
      viewport: { width, height: 900 },
      colorScheme: theme,
      reducedMotion: 'reduce',
    });
    this.contexts.push(context);
    if (as !== undefined) {
      await context.addCookies([
        { name: 'local-jira-user', value: encodeURIComponent(as), url: this.server.address },
      ]);
    }
    const page = await context.newPage();
    page.on('pageerror', (error) => this.complaints.push(`${path}: ${error.message}`));
    page.on('console', (message) => {
      if (message.type() === 'error') this.complaints.push(`${path}: ${message.text()}`);
    });
    await page.goto(`${this.server.address}${path}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    return page;
  }

  /** Opens an issue and waits for what its panel shows, where it has one. */
  async openIssue(key: string, visit: Visit = {}): Promise<Page> {
    return this.open(`/browse/${key}`, visit);
  }

  async close(): Promise<void> {
    for (const context of this.contexts) await context.close();
    await this.browser.close();
    await this.server.stop();
    this.removeData();
  }
}

/** The frame of an issue panel, by the title of its module. */
export async function panelFrame(page: Page, title: string): Promise<Frame> {
  const element = await page.locator(`iframe[title="${title}"]`).elementHandle();
  const frame = await element?.contentFrame();
  if (!frame) throw new Error(`There is no frame "${title}" on ${page.url()}.`);
  await frame.waitForLoadState('load');
  return frame;
}

/** Everything axe finds against WCAG 2.2 AA on the page and in its frames, one line each. */
export async function axeFindings(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(
      ({ target, failureSummary }) =>
        `${id}: ${help} at ${target.join(' ')} (${failureSummary?.split('\n')[1]?.trim()})`,
    ),
  );
}

/**
 * Saves the whole page as test-results/NAME.png, once its height has come to rest. The window is made as high
 * as the page: a full-page capture would take frames of another origin out of the layout for a moment.
 */
export async function screenshot(page: Page, name: string): Promise<void> {
  mkdirSync(results, { recursive: true });
  const { width } = page.viewportSize() ?? { width: 1280 };
  await atRest(page);
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ width, height });
  await atRest(page);
  await page.screenshot({ path: join(results, `${name}.png`) });
}

/** Resolves when neither page nor frames have changed their height for a while. */
async function atRest(page: Page): Promise<void> {
  await page.waitForFunction((quietMs) => {
    const now = performance.now();
    const height = document.documentElement.scrollHeight;
    const seen = window as unknown as { lastHeight?: number; since?: number };
    if (seen.lastHeight !== height) Object.assign(seen, { lastHeight: height, since: now });
    return now - (seen.since ?? now) > quietMs;
  }, 400);
}
