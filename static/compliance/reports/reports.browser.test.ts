import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import type { GalleryState } from '../../gallery/gallery-bridge';
import { inBrowser, type Prepared } from '../../gallery/in-browser';
import { delivered } from '../../gallery/sample-report';
import { complianceGallery, scenes } from '../gallery/compliance-gallery';

jest.setTimeout(120_000);

declare const window: { gallery: GalleryState };

const prepared: Prepared = {
  browser: { viewport: { width: 1280, height: 800 }, acceptDownloads: true },
};

inBrowser('service reports', complianceGallery, prepared, (bench) => {
  let page: Page;
  beforeEach(() => void ({ page } = bench));

  async function open(sample: string): Promise<void> {
    const route = scenes[sample]?.route ?? '/';
    await page.goto(`${bench.url}/?${new URLSearchParams({ sample, mode: 'light', route })}`);
    await page.locator('h1').first().waitFor();
  }
  const calls = async (functionKey: string) =>
    (await page.evaluate(() => window.gallery.calls)).filter((one) => one.functionKey === functionKey);
  const clean = async () => {
    expect(await bench.violations()).toEqual([]);
    expect(bench.complaints).toEqual([]);
  };

  it('are listed with where they stand, and lead to their text, which is in the address', async () => {
    await open('reports');
    const table = page.getByRole('table', { name: 'Service reports' });
    await table.getByRole('row', { name: /Waits for signatures/ }).waitFor();
    await table.getByRole('row', { name: /Being drafted, 40%/ }).waitFor();
    await table.getByRole('row', { name: /Signed by both.*Late/ }).waitFor();
    await page.getByText('1 of 2 were delivered in time (50%).').waitFor();
    await clean();
    await table.getByRole('button', { name: /31 Oct 2026.*IT support/ }).press('Enter');
    await page
      .getByRole('heading', { name: 'Service report: IT support for Acme Retail', level: 2 })
      .waitFor();
    expect(await page.evaluate(() => window.gallery.history.path())).toBe(
      `/reports/acme-it-support/${delivered.start}`,
    );
    await page.evaluate(() => window.gallery.history.back());
    await table.waitFor();
  });

  it('are read, and signed in two steps by the keyboard alone', async () => {
    await open('report');
    await page.getByText('18 more are on tickets that you may not see.').waitFor();
    await page
      .getByText('For Priya Nair. Jira has mailed the representatives who may see its work item.')
      .waitFor();
    await clean();
    await page.getByRole('button', { name: 'Sign…' }).press('Enter');
    await page.getByRole('heading', { name: 'Sign for Acme Retail?' }).waitFor();
    await page.keyboard.press('Enter');
    await page.waitForFunction(() =>
      window.gallery.calls.some(({ functionKey }) => functionKey === 'signReport'),
    );
    const [signing] = await calls('signReport');
    expect(signing?.payload).toEqual({
      agreementId: 'acme-it-support',
      periodStart: delivered.start,
      hash: delivered.hash,
    });
  });

  it('say why they cannot be delivered, in the words of Jira', async () => {
    await open('report-refused');
    await page
      .locator('p')
      .filter({ hasText: 'Jira says: “customfield_10040: Cost centre is required.”' })
      .waitFor();
    await page.getByRole('img', { name: 'Error' }).waitFor();
    await clean();
  });

  it('show the trend of a measure as a chart, its figures as a table, and lead to the tickets they name', async () => {
    await open('report');
    const name = 'Time to resolution, kept (net) by period';
    await page.getByRole('img', { name }).waitFor();
    // Hidden from sight, it is read.
    const figures = page.getByRole('table', { name });
    expect(await figures.getByRole('row').allInnerTexts()).toHaveLength(14);
    await page.getByRole('button', { name: /^Show figures.*Time to resolution, kept/ }).press('Enter');
    await figures.getByRole('row', { name: /^From 1 Feb 2026\s+85\.5%\s+171\s+29$/ }).waitFor();
    await figures.getByRole('row', { name: /^From 1 Oct 2025\s+–\s+0\s+0$/ }).waitFor();
    await clean();
    const link = page.getByRole('link', { name: 'HELP-42' });
    expect(await link.getAttribute('href')).toBe('/browse/HELP-42');
    await link.press('Enter');
    await page.waitForFunction(() => JSON.stringify(window.gallery.opened).includes('/browse/HELP-42'));
  });

  it('take actions, which are ticked off', async () => {
    await open('report');
    await page.getByRole('textbox', { name: /^Text/ }).fill('Ask the supplier');
    await page.getByRole('textbox', { name: 'Who does it?' }).fill('Ana Ruiz');
    await page.getByLabel('Due on').fill('2026-12-24');
    await page.getByRole('button', { name: 'Add', exact: true }).press('Enter');
    await page.getByRole('button', { name: /^Mark as done.*Have someone on call/ }).press('Enter');
    await page.waitForFunction(
      () => window.gallery.calls.filter(({ functionKey }) => functionKey === 'writeReportNote').length === 2,
    );
    expect((await calls('writeReportNote')).map(({ payload }) => payload)).toMatchObject([
      // The midnight of London that ends that day.
      { kind: 'action', text: 'Ask the supplier', owner: 'Ana Ruiz', dueAt: Date.UTC(2026, 11, 25) },
      { noteId: 'n1', rowVersion: 1, done: true },
    ]);
  });

  it('say which actions are overdue, and whoever wrote one gives it another day', async () => {
    await open('reports');
    await page.getByRole('row', { name: /31 Oct 2026.*1 action overdue/ }).waitFor();
    await open('report');
    const action = page.getByRole('listitem').filter({ hasText: 'Have someone on call on Saturdays' });
    await action.getByText('Due 20 Nov 2026.').waitFor();
    await action.getByText('Overdue', { exact: true }).waitFor();
    // Only what they have written themselves.
    expect(await page.getByRole('button', { name: /^Change/ }).count()).toBe(1);
    await page.getByRole('button', { name: /^Change.*Have someone on call/ }).press('Enter');
    const form = page.getByRole('form', { name: /^Change: Have someone on call/ });
    await page.waitForFunction(() => document.activeElement?.tagName === 'TEXTAREA');
    expect(await form.getByLabel('Due on').inputValue()).toBe('2026-11-20');
    await form.getByLabel('Due on').fill('2026-12-05');
    await clean();
    await page.evaluate(() => {
      const { answers } = window.gallery;
      answers['writeReportNote'] = answers['readReport'];
    });
    await form.getByRole('button', { name: 'Keep' }).press('Enter');
    await page.waitForFunction(() =>
      window.gallery.calls.some(({ functionKey }) => functionKey === 'writeReportNote'),
    );
    expect((await calls('writeReportNote'))[0]?.payload).toMatchObject({
      noteId: 'n1',
      rowVersion: 1,
      kind: 'action',
      text: 'Have someone on call on Saturdays',
      owner: 'Ana Ruiz',
      dueAt: Date.UTC(2026, 11, 6),
      done: false,
    });
    await page.waitForFunction(() => document.activeElement?.textContent?.startsWith('Change'));
  });

  it.each([
    ['report-proved', /The same, byte for byte/],
    ['report-untrue', /181 in the report, 180 now/],
  ])('are replayed: %s', async (sample, says) => {
    await open(sample);
    await page.getByRole('button', { name: 'Replay it' }).press('Enter');
    await page.getByText(says).waitFor();
    await clean();
  });

  it.each([
    ['reports-none', 'No service report yet'],
    ['report-drafting', 'Tickets are being replayed'],
    ['reports-failed', 'The figures could not be loaded'],
  ])('say what is missing: %s', async (sample, says) => {
    await open(sample);
    await page.getByText(says).first().waitFor();
    await clean();
  });

  it.each([320, 640, 1400])('fit %i pixels', async (width) => {
    await page.setViewportSize({ width, height: 800 });
    for (const sample of ['reports', 'report']) {
      await open(sample);
      await page
        .getByRole('heading', { name: /IT support for Acme Retail/ })
        .first()
        .waitFor();
      await page.waitForFunction(() => {
        const { scrollWidth, clientWidth } = document.documentElement;
        return scrollWidth === clientWidth;
      });
    }
  });

  it('are kept as a file to print', async () => {
    await open('report');
    await page.evaluate(() => {
      window.gallery.answers['printReport'] = {
        ok: true,
        value: { fileName: 'acme-report.html', text: '<!doctype html><title>Report</title>' },
      };
    });
    const saved = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download to print' }).press('Enter');
    const file = await saved;
    expect(file.suggestedFilename()).toBe('acme-report.html');
    expect(readFileSync(await file.path(), 'utf8')).toContain('<title>Report</title>');
  });
});
