import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { unfoldAll } from '../../gallery/browser';
import type { GalleryState } from '../../gallery/gallery-bridge';
import { inBrowser, type Prepared } from '../../gallery/in-browser';
import { readCsvFile } from '../../gallery/read-csv-file';
import { whatIfGallery, whatIfSamples } from './gallery/what-if-gallery';

jest.setTimeout(180_000);

declare const window: { gallery: GalleryState };

/** Written there when it is named: what the states look like. */
const SHOTS = process.env['ACCORD_SHOTS'];

const prepared: Prepared = { browser: { viewport: { width: 1000, height: 700 }, acceptDownloads: true } };

inBrowser('what-if in Chromium', whatIfGallery, prepared, (bench) => {
  let url: string;
  let page: Page;
  let complaints: string[];
  beforeEach(() => void ({ url, page, complaints } = bench));

  async function open(sample: string, mode = 'light'): Promise<void> {
    await page.goto(`${url}/?sample=${sample}&mode=${mode}&route=/agreements/acme-it/what-if`);
    await page.getByRole('heading', { level: 1, name: 'What-if' }).waitFor();
    if (sample !== 'loading') await page.locator('.what-if-stand, .blank').first().waitFor();
  }
  const calls = (name: string) =>
    page.evaluate((of) => window.gallery.calls.filter(({ functionKey }) => functionKey === of), name);
  const answer = (name: string, value: unknown) =>
    page.evaluate(([of, to]) => void (window.gallery.answers[of as string] = to), [name, value] as const);

  it.each(Object.keys(whatIfSamples))('is accessible and fits: %s', async (sample) => {
    await open(sample);
    if (sample === 'refused') await page.getByRole('button', { name: 'Try the draft' }).click();
    if (sample === 'done') await page.getByRole('button', { name: /^Compare\s*, HELP-104/ }).click();
    await unfoldAll(page);
    for (const width of [320, 1400, 1000]) {
      await page.setViewportSize({ width, height: 700 });
      const fits = page.waitForFunction(() => {
        const { scrollWidth, clientWidth } = document.documentElement;
        return scrollWidth === clientWidth;
      });
      await expect(fits).resolves.toBeDefined();
      if (SHOTS) await page.screenshot({ path: `${SHOTS}/what-if-${sample}-${width}.png`, fullPage: true });
    }
    expect(await bench.violations()).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it('is started for the days chosen, by keyboard alone, and can be cancelled', async () => {
    await open('never');
    await page.getByLabel('Tickets updated or resolved in the last').selectOption('180');
    await page.getByRole('button', { name: 'Try the draft' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('progressbar').waitFor();
    expect((await calls('startWhatIf')).map(({ payload }) => payload)).toEqual([
      { agreementId: 'acme-it', days: 180 },
    ]);
    await page.getByRole('button', { name: 'Cancel' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('Cancelled after 400 of about 1,204 tickets.').waitFor();
    expect((await calls('cancelWhatIf')).map(({ payload }) => payload)).toEqual([{ runId: 'run-7' }]);
  });

  it('goes on from the days of the run that is shown', async () => {
    const days = page.getByLabel('Tickets updated or resolved in the last');
    await open('never');
    expect(await days.inputValue()).toBe('90');
    await open('done');
    expect(await days.inputValue()).toBe('365');
    await page.getByRole('button', { name: 'Try again' }).press('Enter');
    await page.waitForFunction(() =>
      window.gallery.calls.some(({ functionKey }) => functionKey === 'startWhatIf'),
    );
    expect((await calls('startWhatIf'))[0]?.payload).toEqual({ agreementId: 'acme-it', days: 365 });
  });

  it('is followed until it is done, less and less often while it stands still', async () => {
    await page.clock.install();
    await open('running');
    await page.getByText('700 of about 1,204 tickets').waitFor();
    const looks = async () => (await calls('readWhatIf')).length;
    for (let seconds = 0; seconds < 60; seconds++) await page.clock.runFor(1_000);
    const inAMinute = await looks();
    expect(inAMinute).toBeGreaterThan(3);
    expect(inAMinute).toBeLessThan(20);
    const done = whatIfSamples['done']?.answers.readWhatIf;
    await answer('readWhatIf', done);
    await page.clock.runFor(11_000);
    await page.getByRole('heading', { name: '203 tickets of 1,204 would have another verdict' }).waitFor();
    const after = await looks();
    await page.clock.runFor(60_000);
    expect(await looks()).toBe(after);
  });

  it('says what changes in figures, and shows it by direction', async () => {
    await open('done');
    const response = page.getByRole('article', { name: 'Time to first response' });
    await expect(response.innerText()).resolves.toMatch(/Before\s+92\.3%\s+1108 of 1200 met, target missed/);
    await expect(response.innerText()).resolves.toMatch(/After\s+95\.7%\s+1149 of 1200 met, target met/);
    await expect(response.innerText()).resolves.toContain('46 from breached to met, 5 from met to breached.');
    await expect(response.innerText()).resolves.toContain(
      'just have been kept on these tickets, and that may be chance: with 95 % confidence the share lies between 94.4% and 96.7%',
    );
    await page.getByText('€1,237.50 more').waitFor();
    await page.getByRole('button', { name: 'Met to breached 97' }).click();
    await page.waitForFunction(() =>
      window.gallery.calls.some(
        ({ functionKey, payload }) =>
          functionKey === 'readWhatIfChanges' &&
          (payload as { direction?: string }).direction === 'to-breached',
      ),
    );
    await page.getByRole('button', { name: 'Show more' }).click();
    const [, , more] = await calls('readWhatIfChanges');
    expect(more?.payload).toEqual({
      runId: 'run-7',
      direction: 'to-breached',
      after: '10110/time-to-resolution/1',
    });
  });

  it('opens both derivations of a ticket side by side', async () => {
    await open('done');
    await page.getByRole('button', { name: /^Compare\s*, HELP-104, Time to resolution/ }).click();
    const before = page.getByRole('region', { name: 'Before: HELP-104, Time to resolution' });
    const after = page.getByRole('region', { name: 'After: HELP-104, Time to resolution' });
    await before.getByText('Met', { exact: true }).waitFor();
    await after.getByText('Breached', { exact: true }).waitFor();
    await after.getByRole('button', { name: /^Show as a table/ }).click();
    expect(await after.getByRole('row').count()).toBe(4);
    expect((await calls('readWhatIfTicket')).map(({ payload }) => payload)).toEqual([
      { runId: 'run-7', issueId: '10104' },
    ]);
  });

  it('hands over all changes as a file for spreadsheets', async () => {
    await open('done');
    const shown = whatIfSamples['done']?.answers.readWhatIfChanges;
    await page.getByRole('row', { name: /HELP-110/ }).waitFor();
    if (shown === undefined || shown === 'never' || !shown.ok) throw new Error('no changes');
    await answer('readWhatIfChanges', { ok: true, value: { ...shown.value, next: null } });
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Export as CSV' }).click(),
    ]);
    expect(file.suggestedFilename()).toBe('what-if-acme-it.csv');
    const { rows, notes } = readCsvFile(await file.path());
    expect(rows).toHaveLength(shown.value.changes.length);
    expect(notes).toEqual(['Left out: 216 more, on tickets that the person who exported this may not see']);
    const text = readFileSync(await file.path(), 'utf8');
    expect(text).toContain('HELP-110,Time to resolution,1,No longer counted,Breached,540,480,No clock,,');
  });
});
