import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Browser, Frame, Page } from 'playwright-core';
import { axeViolations, colours, wcag } from '../../static/gallery/axe';
import { launchBrowser } from '../../static/gallery/browser';
import { startServer, type ServerRun } from './local-server';
import { seededFolder } from './seeded-site';
import { Session } from './session';

const results = resolve(__dirname, '../../test-results');

export interface Visit {
  /** Account id; default: who the shell starts with. */
  readonly as?: string;
  readonly theme?: 'light' | 'dark';
  readonly width?: number;
}

/** A visit to a module of the app. */
export interface ModuleVisit extends Visit {
  /** Within the module's own page, where it has one: `/agreements/acme`. */
  readonly route?: string;
}

/** A page of the shell with the frame of the app in it. */
export interface ModulePage {
  readonly page: Page;
  readonly frame: Frame;
}

/** A browser on a fresh local site whose clock stands still. */
export class Harness {
  /** What went wrong on any page: uncaught errors, console errors, refused requests. */
  readonly complaints: string[] = [];
  private readonly sessions: Session[] = [];
  private readonly data = seededFolder();
  private running: { readonly server: ServerRun; readonly browser: Browser } | null = null;

  private constructor() {}

  static async start(): Promise<Harness> {
    const site = new Harness();
    await site.begin();
    return site;
  }

  /** One for all tests of a file; no page may have complained by the end of a test, and all are closed. */
  static forTests(): Harness {
    const site = new Harness();
    beforeAll(() => site.begin(), 120_000);
    afterEach(async () => {
      await site.closePages();
      expect(site.complaints.splice(0)).toEqual([]);
    });
    afterAll(() => site.close());
    return site;
  }

  private async begin(): Promise<void> {
    const [server, browser] = await Promise.all([
      startServer(['--port', '0', '--paused', '--data', this.data.path]),
      launchBrowser(),
    ]);
    this.running = { server, browser };
  }

  async closePages(): Promise<void> {
    for (const session of this.sessions) await session.closePages();
  }

  /** What pages have loaded and compiled is forgotten too. */
  async endSessions(): Promise<void> {
    for (const session of this.sessions.splice(0)) await session.end();
  }

  async close(): Promise<void> {
    await this.running?.browser.close();
    await this.running?.server.stop();
    this.data.remove();
  }

  get server(): ServerRun {
    if (!this.running) throw new Error('The site has not begun.');
    return this.running.server;
  }

  /** Opens a page of the site. */
  async open(path: string, visit: Visit = {}): Promise<Page> {
    const page = await this.visit(path, visit);
    await page.getByRole('heading', { level: 1 }).waitFor();
    return page;
  }

  private async visit(path: string, { as, theme = 'light', width = 1280 }: Visit): Promise<Page> {
    const page = await (await this.sessionOf(as)).newPage();
    page.on('pageerror', (error) => this.complaints.push(`${path}: ${error.message}`));
    page.on('console', (message) => {
      if (message.type() === 'error') this.complaints.push(`${path}: ${message.text()}`);
    });
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    await page.setViewportSize({ width, height: 900 });
    await page.goto(`${this.server.address}${path}`);
    return page;
  }

  private async sessionOf(user: string | undefined): Promise<Session> {
    const free = this.sessions.find((session) => session.user === user && session.hasRoom);
    if (free) return free;
    if (!this.running) throw new Error('The site has not begun.');
    const session = await Session.begin(this.running.browser, this.server.address, user);
    this.sessions.push(session);
    return session;
  }

  /** Opens an issue and waits for what its panel shows, where it has one. */
  async openIssue(key: string, visit: Visit = {}): Promise<Page> {
    return this.open(`/browse/${key}`, visit);
  }

  /** The app's page in a project's settings. */
  openSettings(projectKey: string, { route = '', ...visit }: ModuleVisit = {}): Promise<ModulePage> {
    return this.openModule(
      `/projects/${projectKey}/settings/apps/project-settings${route}`,
      'project-settings',
      visit,
    );
  }

  /** The app's page in a project. */
  openProjectPage(projectKey: string, { route = '', ...visit }: ModuleVisit = {}): Promise<ModulePage> {
    return this.openModule(`/projects/${projectKey}/apps/agreements-page${route}`, 'agreements-page', visit);
  }

  /** A request in the portal; `as` must be a customer who may see it. */
  openPortalRequest(key: string, visit: Visit): Promise<ModulePage> {
    return this.openModule(`/portal/${key}`, 'portal-request', visit);
  }

  /** The page behind the portal's user menu; `as` must be a customer. */
  openPortalAgreements(visit: Visit): Promise<ModulePage> {
    return this.openModule('/portal/apps/portal-agreements', 'portal-agreements', visit);
  }

  /** Any page of the shell with the frame of this module in it. */
  async openModule(path: string, moduleKey: string, visit: Visit = {}): Promise<ModulePage> {
    const page = await this.visit(path, visit);
    return { page, frame: await moduleFrame(page, moduleKey) };
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

/** The frame of a module, by the module's key, once its page is there. */
export async function moduleFrame(page: Page, moduleKey: string): Promise<Frame> {
  const element = await page.waitForSelector(`iframe[src$="/app/${moduleKey}/"]`, { state: 'attached' });
  const frame = await element.contentFrame();
  if (!frame) throw new Error(`The frame of ${moduleKey} on ${page.url()} has gone.`);
  await frame.waitForURL(`**/app/${moduleKey}/`);
  await frame.waitForLoadState('load');
  return frame;
}

const clockSteps = { '15 minutes': 900_000, '1 hour': 3_600_000, '1 day': 86_400_000 } as const;

/** Moves the standing clock by the buttons of the shell and waits until it has arrived. */
export async function moveClock(page: Page, step: keyof typeof clockSteps, times = 1): Promise<void> {
  for (let done = 0; done < times; done++) {
    const goal = (await shownTime(page)) + clockSteps[step];
    await page.getByRole('button', { name: `Move the clock ${step} forward` }).click();
    await clockStands(page);
    await page.locator(`.clock-face time[datetime="${new Date(goal).toISOString()}"]`).waitFor();
  }
}

/** Moves the clock to the next boundary of what the page shows; resolves to where it went. Epoch ms. */
export async function toNextBoundary(page: Page): Promise<number> {
  const before = await shownTime(page);
  await page.getByRole('button', { name: 'To the next boundary' }).click();
  await page.waitForFunction(
    (was) => document.querySelector('.clock-face time')?.getAttribute('datetime') !== was,
    new Date(before).toISOString(),
  );
  await clockStands(page);
  return shownTime(page);
}

async function clockStands(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'To the next boundary', disabled: false }).waitFor();
  await page.getByText('standing still', { exact: true }).waitFor();
}

async function shownTime(page: Page): Promise<number> {
  return Date.parse((await page.locator('.clock-face time').getAttribute('datetime')) ?? '');
}

/** Presses Tab until the focus is on what has this name, in the page or in the frame given. */
export async function tabTo(page: Page, name: string | RegExp, where: Page | Frame = page): Promise<void> {
  const matches = (text: string): boolean => (typeof name === 'string' ? text === name : name.test(text));
  for (let presses = 0; presses < 120; presses++) {
    await page.keyboard.press('Tab');
    const text = await where.evaluate(() => {
      const focused = document.activeElement as HTMLInputElement | null;
      return (
        focused?.getAttribute('aria-label') ||
        focused?.labels?.[0]?.textContent ||
        focused?.textContent ||
        ''
      ).trim();
    });
    if (matches(text)) return;
  }
  throw new Error(`120 presses of Tab do not reach ${String(name)}.`);
}

/** Everything axe finds against WCAG 2.2 AA on the page and in its frames, one line each. */
export async function axeFindings(page: Page): Promise<readonly string[]> {
  // A frame that is still loading is left out without a word, and its heading found missing.
  await Promise.all(page.frames().map((frame) => frame.waitForLoadState('load')));
  await atRest(page);
  const dark = await page.locator('html[data-color-mode="dark"]').count();
  const violations = await axeViolations(page, dark > 0 ? colours : wcag);
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(
      ({ target, failureSummary }) =>
        `${id}: ${help} at ${target.join(' ')} (${failureSummary?.split('\n')[1]?.trim()})`,
    ),
  );
}

/**
 * Saves the whole page as test-results/NAME.png, once its height has come to rest. The window is made as high
 * as the page: a full-page capture would take frames of another origin out of the layout for a moment. For people
 * to look at: on machines that only test (`CI`) none is taken.
 */
export async function screenshot(page: Page, name: string): Promise<void> {
  if (process.env['CI'] !== undefined) return;
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
