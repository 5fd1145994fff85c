import type { Page } from 'playwright-core';
import type { GalleryState } from '../../gallery/gallery-bridge';
import { inBrowser, type Prepared } from '../../gallery/in-browser';
import { readCsvFile } from '../../gallery/read-csv-file';
import { complianceGallery, scenes } from '../gallery/compliance-gallery';

jest.setTimeout(120_000);

declare const window: { gallery: GalleryState };

const prepared: Prepared = {
  browser: { viewport: { width: 1280, height: 800 }, acceptDownloads: true },
};

inBrowser('credits', complianceGallery, prepared, (bench) => {
  let page: Page;
  beforeEach(() => void ({ page } = bench));

  async function open(sample: string, at?: string): Promise<void> {
    const route = at ?? scenes[sample]?.route ?? '/';
    await page.goto(`${bench.url}/?${new URLSearchParams({ sample, mode: 'light', route })}`);
    await page.locator('h1').first().waitFor();
  }
  const path = () => page.evaluate(() => window.gallery.history.path());

  it('say what will be owed if nothing moves, and by which tickets', async () => {
    await open('credits');
    await page.getByRole('heading', { name: 'If nothing moves, €2,060.00 by Friday' }).waitFor();
    const steps = page.getByRole('table', { name: 'What makes it more, if nothing moves' });
    await steps.getByRole('row', { name: '26 Nov 2026, 16:10 €1,240.00 HELP-131' }).waitFor();
    await steps.getByText('2 more tickets, not named to you here').waitFor();
    await steps.getByText('What is late already gets later').waitFor();
    // The chart says the same as a table, hidden until asked for.
    const figures = page.getByRole('table', { name: 'Owed if nothing moves' });
    await figures.getByRole('row', { name: /30 Nov 2026, 10:00 €2,880.00/ }).waitFor({ state: 'attached' });
    await page.getByRole('button', { name: /^Show figures.*Owed if nothing moves$/ }).press('Enter');
    await figures.getByText('A ticket you may not see, Time to resolution').waitFor();
    expect(await bench.violations()).toEqual([]);
    expect(bench.complaints).toEqual([]);
  });

  it('lead from a period to its statement, which is in the address', async () => {
    await open('credits');
    await page.getByRole('table', { name: 'Credit statement, 1 – 30 Nov 2026' }).waitFor();
    await page.getByRole('button', { name: '1 – 31 Oct 2026' }).press('Enter');
    const statement = page.getByRole('table', { name: 'Credit statement, 1 – 31 Oct 2026' });
    await statement.getByRole('row', { name: 'Cut at the cap of 12% 12% €2,880.00' }).waitFor();
    await statement.getByRole('row', { name: 'Owed for this period 12% €2,880.00' }).waitFor();
    expect(await path()).toBe(`/credits/acme-it-support/${Date.parse('2026-10-01T00:00Z')}`);
    await page.evaluate(() => window.gallery.history.back());
    await page.getByRole('table', { name: 'Credit statement, 1 – 30 Nov 2026' }).waitFor();
  });

  it('lead from what was kept in a period to its tickets, by the days of the provider', async () => {
    await open('credits');
    const row = page.getByRole('row').filter({ has: page.getByRole('button', { name: '1 – 31 Oct 2026' }) });
    await row
      .getByRole('button', { name: '140 tickets, Time to resolution: met', exact: true })
      .press('Enter');
    await page.getByRole('dialog', { name: 'Time to resolution: met' }).waitFor();
    await page.keyboard.press('Escape');
    await row
      .getByRole('button', { name: '165 tickets, Time to resolution: met and breached' })
      .press('Enter');
    await page.getByRole('dialog').waitFor();
    const asked = await page.evaluate(() =>
      window.gallery.calls
        .filter(({ functionKey }) => functionKey === 'listTickets')
        .map((one) => one.payload),
    );
    const query = {
      from: '2026-10-01',
      to: '2026-10-31',
      agreementId: 'acme-it-support',
      measureId: 'resolution',
    };
    expect(asked).toEqual([
      { query, drill: { verdict: 'met' } },
      { query, drill: { verdict: 'counted' } },
    ]);
  });

  it('are told in shares where the fee is agreed elsewhere', async () => {
    await open('credits-shares');
    const statement = page.getByRole('table', { name: 'Credit statement, 1 – 30 Nov 2026' });
    await statement.getByRole('row', { name: 'Owed for this period 3.9167%' }).waitFor();
    expect(await statement.getByRole('columnheader').allTextContents()).toEqual([
      'Reckoning',
      'Share of the fee',
    ]);
    await page.getByText('3.9167% of the fee').waitFor();
  });

  it('go out as CSV, line by line, and no formula', async () => {
    await open('credits');
    const coming = page.waitForEvent('download');
    await page.getByRole('button', { name: /^Export CSV.*IT support for Acme Retail$/ }).click();
    const file = await coming;
    expect(file.suggestedFilename()).toBe('credits-acme-it-support.csv');
    const { rows, notes } = readCsvFile(await file.path());
    expect(rows[1]).toEqual({
      Agreement: 'IT support for Acme Retail',
      'First day': '2026-11-01',
      'Last day': '2026-11-30',
      'So far': 'yes',
      Kind: 'waived',
      Reckoning: 'Time to first response: counted once, with Time to resolution',
      'Share of the fee': '-0.001505',
      Amount: '-36.13',
      Currency: 'EUR',
    });
    expect(rows.find((row) => row['Reckoning']?.includes('HYPERLINK'))?.['Reckoning']).toMatch(/^'=/);
    // September began an hour before midnight UTC, on London's clocks.
    expect(rows.at(-1)).toMatchObject({ 'First day': '2026-09-01', 'Last day': '2026-09-30' });
    expect(notes).toEqual([
      'Of tickets whose security level the person who exported this may see, as of 2026-11-26T11:20:00.000Z',
    ]);
  });

  it('say where clocks are left out, on the page and in the file', async () => {
    await open('credits-many');
    const said = /cover only the first 5,000 of the current period and the first 5,000 of those before it/;
    await page.getByText(said).waitFor();
    const coming = page.waitForEvent('download');
    await page.getByRole('button', { name: /^Export CSV.*IT support for Acme Retail$/ }).click();
    expect(readCsvFile(await (await coming).path()).notes[1]).toMatch(said);
    expect(await bench.violations()).toEqual([]);
    expect(bench.complaints).toEqual([]);
  });

  it('print without their buttons', async () => {
    await open('credits');
    await page.getByRole('heading', { name: 'If nothing moves' }).waitFor();
    await page.emulateMedia({ media: 'print' });
    await expect(page.getByRole('button', { name: 'Print' }).isVisible()).resolves.toBe(false);
    await expect(page.getByRole('button', { name: /Export CSV/ }).isVisible()).resolves.toBe(false);
    await page.getByRole('table', { name: 'Credit statement, 1 – 30 Nov 2026' }).waitFor();
  });
});
