import type { Page } from 'playwright-core';
import type { GalleryState } from '../gallery/gallery-bridge';
import { inBrowser, type Prepared } from '../gallery/in-browser';
import { delivered } from '../gallery/sample-report';
import { agreementsGallery } from './gallery/agreements-gallery';

jest.setTimeout(120_000);

declare const window: { gallery: GalleryState };

const prepared: Prepared = { browser: { viewport: { width: 900, height: 700 } } };

inBrowser('the agreements of a customer in the portal', agreementsGallery, prepared, (bench) => {
  let url: string;
  let page: Page;
  let complaints: string[];
  beforeEach(() => void ({ url, page, complaints } = bench));

  async function open(sample: string, mode = 'light'): Promise<void> {
    await page.goto(`${url}/?sample=${sample}&mode=${mode}`);
    await page.locator('h2').first().waitFor();
  }
  async function clean(): Promise<void> {
    expect(await bench.violations()).toEqual([]);
    expect(complaints).toEqual([]);
  }
  const calls = () => page.evaluate(() => window.gallery.calls);

  it.each(Object.keys(agreementsGallery.samples))('is accessible and fits: %s', async (sample) => {
    await open(sample);
    for (const width of [320, 900]) {
      await page.setViewportSize({ width, height: 600 });
      const fits = page.waitForFunction(() => {
        const { scrollWidth, clientWidth } = document.documentElement;
        return scrollWidth === clientWidth;
      });
      await expect(fits).resolves.toBeDefined();
    }
    await clean();
  });

  it('says of an agreement without any goal that nothing is promised', async () => {
    await open('list');
    const told = page.getByRole('article', { name: 'Telephones' });
    await told.getByText('No goal. Time is told, nothing is promised.').waitFor();
  });

  it('lets the representative read and sign a service report', async () => {
    await open('list');
    await page
      .getByRole('button', { name: /^Read and sign the service report of IT support/ })
      .press('Enter');
    await page
      .getByRole('heading', { name: 'Service report: IT support for Acme Retail', level: 1 })
      .waitFor();
    await page.getByText('18 more are on tickets that you may not see.').waitFor();
    await clean();
    await page.getByRole('button', { name: 'Sign…' }).press('Enter');
    await page.getByText('Sign for Acme Retail?').waitFor();
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => window.gallery.flags.length > 0);
    expect((await calls()).find(({ functionKey }) => functionKey === 'signReport')?.payload).toEqual({
      projectId: '10000',
      agreementId: 'acme-it-support',
      periodStart: delivered.start,
      hash: delivered.hash,
    });
    await page.getByRole('button', { name: 'All service reports' }).press('Enter');
    await page.getByRole('heading', { name: 'Service level agreements' }).waitFor();
  });

  it('lets the representative read and sign, with the keyboard alone', async () => {
    await open('list');
    await page.getByRole('button', { name: 'Read and sign IT support for Acme Retail' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Measures', exact: true }).waitFor();
    await page.getByText('Priya Nair writes: Faster answers on till outages').waitFor();
    await clean();
    await page.getByRole('button', { name: 'Sign…' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('Sign for Acme Retail?').waitFor();
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => window.gallery.flags.length > 0);
    expect((await calls()).find(({ functionKey }) => functionKey === 'signAgreement')?.payload).toMatchObject(
      {
        projectId: '10000',
        agreementId: 'acme-it-support',
        hash: 'ab12cd34ef56'.repeat(5) + 'abcd',
      },
    );
  });

  it('says that what is proposed has changed, and signs nothing', async () => {
    await open('stale');
    await page.getByRole('button', { name: /^Read and sign IT support/ }).click();
    await page.getByRole('button', { name: 'Sign…' }).click();
    await page.getByRole('button', { name: 'Sign this text' }).click();
    await page.getByText('What is proposed has changed meanwhile.').waitFor();
    await page.getByRole('button', { name: 'Read it anew' }).click();
    await page.waitForFunction(
      () => window.gallery.invoked.filter((name) => name === 'readPortalAgreement').length === 2,
    );
  });

  it('declines only with a reason', async () => {
    await open('list');
    await page.getByRole('button', { name: /^Read and sign IT support/ }).click();
    await page.getByRole('button', { name: 'Decline…' }).first().click();
    // It looks disabled but keeps the focus; pressing it does nothing yet.
    await page.getByRole('button', { name: 'Decline', exact: true }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('A reason is needed.').waitFor();
    expect((await calls()).map(({ functionKey }) => functionKey)).not.toContain('declineAgreement');
    await page.getByLabel('Why? Both parties will read it.').fill('The goal for tills is too long.');
    await page.getByRole('button', { name: 'Decline', exact: true }).click();
    await page.waitForFunction(() => window.gallery.flags.length > 0);
    expect(
      (await calls()).find(({ functionKey }) => functionKey === 'declineAgreement')?.payload,
    ).toMatchObject({
      reason: 'The goal for tills is too long.',
    });
  });

  it('shows hostile names as text, and gives the focus back', async () => {
    await open('list');
    await page.getByRole('heading', { name: /HYPERLINK/ }).waitFor();
    const opener = page.getByRole('button', { name: /^Read <b>/ });
    await opener.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'All agreements' }).click();
    await expect(opener.evaluate((element) => element === document.activeElement)).resolves.toBe(true);
  });
});
