import type { Page } from 'playwright-core';
import { unfoldAll } from '../gallery/browser';
import type { GalleryState } from '../gallery/gallery-bridge';
import { inBrowser, type Prepared } from '../gallery/in-browser';
import { requestGallery } from './gallery/request-gallery';

jest.setTimeout(120_000);

declare const window: { gallery: GalleryState };

const prepared: Prepared = { browser: { viewport: { width: 700, height: 600 } } };

inBrowser('the panel on a request in the portal', requestGallery, prepared, (bench) => {
  let url: string;
  let page: Page;
  let complaints: string[];
  beforeEach(() => void ({ url, page, complaints } = bench));

  async function open(sample: string, mode = 'light'): Promise<void> {
    await page.goto(`${url}/?sample=${sample}&mode=${mode}`);
    await page
      .locator(sample === 'loading' ? '.loading' : 'h2')
      .first()
      .waitFor();
  }
  const calls = () => page.evaluate(() => window.gallery.calls);

  it.each(Object.keys(requestGallery.samples))('is accessible and fits: %s', async (sample) => {
    await open(sample);
    await unfoldAll(page);
    for (const width of [320, 900]) {
      await page.setViewportSize({ width, height: 600 });
      const fits = page.waitForFunction(() => {
        const { scrollWidth, clientWidth } = document.documentElement;
        return scrollWidth === clientWidth;
      });
      await expect(fits).resolves.toBeDefined();
    }
    expect(await bench.violations()).toEqual([]);
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
