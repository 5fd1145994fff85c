import type { Server } from 'node:http';
import AxeBuilder from '@axe-core/playwright';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { hasBrowser, launchBrowser, unfoldAll } from '../gallery/browser';
import type { GalleryState } from '../gallery/gallery-bridge';
import { startGallery } from '../gallery/gallery-server';
import { requestGallery } from './gallery/request-gallery';

const withBrowser = hasBrowser() ? describe : describe.skip;
if (!hasBrowser()) console.warn('No Chromium found (CHROMIUM_PATH): the request panel is not looked at.');

jest.setTimeout(120_000);

declare const window: { gallery: GalleryState };

withBrowser('the panel on a request in the portal', () => {
  let browser: Browser;
  let context: BrowserContext;
  let server: Server;
  let url: string;
  let page: Page;
  let complaints: string[];

  beforeAll(async () => {
    ({ url, server } = await startGallery(requestGallery));
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    server?.close();
  });
  beforeEach(async () => {
    context = await browser.newContext({ viewport: { width: 700, height: 600 } });
    page = await context.newPage();
    complaints = [];
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(String(error)));
  });
  afterEach(() => context.close());

  async function open(sample: string, mode = 'light'): Promise<void> {
    await page.goto(`${url}/?sample=${sample}&mode=${mode}`);
    await page
      .locator(sample === 'loading' ? '.loading' : 'h2')
      .first()
      .waitFor();
  }
  const calls = () => page.evaluate(() => window.gallery.calls);

  it.each(Object.keys(requestGallery.samples))('is accessible and fits: %s', async (sample) => {
    for (const mode of ['light', 'dark']) {
      await open(sample, mode);
      await unfoldAll(page);
      for (const width of mode === 'light' ? [320, 900] : []) {
        await page.setViewportSize({ width, height: 600 });
        const fits = page.waitForFunction(() => {
          const { scrollWidth, clientWidth } = document.documentElement;
          return scrollWidth === clientWidth;
        });
        await expect(fits).resolves.toBeDefined();
      }
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.html).join(' ')}`)).toEqual([]);
    }
    expect(complaints).toEqual([]);
  });

  it('tells each timer with its goal and state, and not how it was reckoned', async () => {
    await open('timers');
    const first = page.getByRole('article', { name: 'Time to first response' });
    await expect(first.getByText('Breached').count()).resolves.toBe(1);
    await expect(first.getByText(/Goal 4\sh/).count()).resolves.toBe(1);
    const second = page.getByRole('article', { name: 'Time to resolution' });
    await expect(second.getByText(/^4\sh 59\smin left$|^5\sh left$/).count()).resolves.toBe(1);
    await expect(page.getByRole('button', { name: 'Explain' }).count()).resolves.toBe(0);
    await expect(page.getByRole('button', { name: 'Propose an exclusion' }).count()).resolves.toBe(0);
  });

  it('lets a representative agree to what is proposed, with the keyboard alone', async () => {
    await open('representative');
    await expect(page.getByText('Proposed: the clock still runs.').count()).resolves.toBe(1);
    await page.getByRole('button', { name: 'Agree…' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('Agree to this exclusion?').waitFor();
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => window.gallery.flags.length > 0);
    expect(
      (await calls()).find(({ functionKey }) => functionKey === 'decideExclusion')?.payload,
    ).toMatchObject({
      projectId: '10000',
      exclusionId: 'x-1',
      decision: 'agree',
    });
  });

  it('lets a representative propose for this request', async () => {
    await open('representative');
    await page.getByRole('button', { name: 'Propose an exclusion' }).click();
    await page.getByRole('button', { name: 'Propose', exact: true }).click();
    // Nothing is sent before it is complete.
    expect((await calls()).map(({ functionKey }) => functionKey)).not.toContain('proposeExclusion');
    await page.getByLabel('Clause').fill('5.1 Store closed');
    await page.getByLabel('From').fill('2026-11-23T13:00');
    await page.getByLabel('To', { exact: true }).fill('2026-11-23T14:00');
    await page.getByLabel('Reason').fill('Nobody could let the engineer in.');
    await page.getByRole('button', { name: 'Propose', exact: true }).click();
    await page.waitForFunction(() => window.gallery.flags.length > 0);
    expect(
      (await calls()).find(({ functionKey }) => functionKey === 'proposeExclusion')?.payload,
    ).toMatchObject({
      projectId: '10000',
      proposal: {
        agreementId: 'acme-it-support',
        clause: '5.1 Store closed',
        issueKey: 'ACME-150',
        // The viewer is in Madrid.
        windows: [{ from: Date.parse('2026-11-23T12:00Z'), to: Date.parse('2026-11-23T13:00Z') }],
      },
    });
  });
});
