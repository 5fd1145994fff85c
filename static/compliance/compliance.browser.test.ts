import type { Page } from 'playwright-core';
import type { GalleryState } from '../gallery/gallery-bridge';
import { inBrowser, type Prepared } from '../gallery/in-browser';
import { readCsvFile } from '../gallery/read-csv-file';
import { complianceGallery, scenes } from './gallery/compliance-gallery';
import * as figures from './gallery/sample-figures';

jest.setTimeout(120_000);

declare const window: { gallery: GalleryState };

const OF_LEVELS = 'Of tickets whose security level the person who exported this may see';
const AS_OF = ', as of 2026-11-26T11:20:00.000Z';

const prepared: Prepared = {
  browser: { viewport: { width: 1280, height: 800 }, acceptDownloads: true },
};

inBrowser('the compliance page', complianceGallery, prepared, (bench) => {
  let url: string;
  let page: Page;
  let complaints: string[];
  beforeEach(() => void ({ url, page, complaints } = bench));

  async function open(sample: string, at?: string): Promise<void> {
    const route = at ?? scenes[sample]?.route ?? '/';
    await page.goto(`${url}/?${new URLSearchParams({ sample, mode: 'light', route })}`);
    await page.locator('h1').first().waitFor();
  }
  const path = () => page.evaluate(() => window.gallery.history.path());
  const payloads = (name: string) =>
    page.evaluate(
      (key) => window.gallery.calls.filter((one) => one.functionKey === key).map((one) => one.payload),
      name,
    );
  async function clean(): Promise<void> {
    expect(await bench.violations()).toEqual([]);
    expect(complaints).toEqual([]);
  }

  it.each(Object.keys(scenes))('is accessible and fits: %s', async (sample) => {
    await open(sample);
    for (const width of [320, 768, 1400]) {
      await page.setViewportSize({ width, height: 800 });
      const fits = page.waitForFunction(() => {
        const { scrollWidth, clientWidth } = document.documentElement;
        return scrollWidth === clientWidth;
      });
      await expect(fits).resolves.toBeDefined();
    }
    await clean();
  });

  it('compares providers in the period of the address, and hands the figures over without formulas', async () => {
    await open(
      'providers',
      '/providers?period=last-month&measure=time-to-resolution&agreement=acme-it-support',
    );
    await page.getByRole('heading', { name: 'Time to resolution, side by side' }).waitFor();
    expect(await payloads('compareProviders')).toEqual([
      { from: '2026-10-01', to: '2026-10-31', measureId: 'time-to-resolution' },
    ]);
    await page.getByRole('cell', { name: '83.2% (78.5% to 86.4%)' }).first().waitFor();
    await page.getByText('Too few cases to judge').waitFor();
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Export CSV' }).click(),
    ]);
    const { rows, notes } = readCsvFile(await file.path());
    const columns = ['Provider', 'Cases', 'Credits', 'Late clocks left out'];
    expect(rows.map((row) => columns.map((column) => row[column]))).toEqual([
      ["'=Meridian Field Services", '350', '0', 'yes'],
      ['Northwind IT', '350', '2400', 'no'],
      ['Contoso', '6', '', 'no'],
    ]);
    expect(notes).toEqual([`${OF_LEVELS}, as of 2026-11-26T10:40:00.000Z`]);
    await page.getByText('all of them: its credits cover only the first 5,000. More may be owed').waitFor();
  });

  it('leads from providers of other projects to their figures there, of the same measure and days', async () => {
    await open('providers', '/providers?from=2026-10-01&to=2026-10-31&measure=time-to-resolution');
    await page.getByRole('link', { name: /^in STOR ?, Store devices by Meridian$/ }).press('Enter');
    await page.waitForFunction(() => window.gallery.opened.length > 0);
    expect(await page.evaluate(() => window.gallery.opened)).toEqual([
      {
        target: 'module',
        moduleKey: 'agreements-page',
        projectKey: 'STOR',
        path: '/compliance/measure?from=2026-10-01&to=2026-10-31&agreement=meridian&measure=time-to-resolution',
        type: 'same-tab',
      },
    ]);
    expect(await page.getByRole('link', { name: /^in HELP/ }).count()).toBe(0);
  });

  it('leads from resolved tickets of each provider to their list, in its own project and in others', async () => {
    const filters =
      '/providers?from=2026-10-01&to=2026-10-31&measure=time-to-resolution&agreement=meridian&priority=1';
    await open('providers', filters);
    await page
      .getByRole('link', { name: /^in STOR ?, resolved under Store devices by Meridian$/ })
      .press('Enter');
    await page.waitForFunction(() => window.gallery.opened.length > 0);
    expect(await page.evaluate(() => window.gallery.opened)).toMatchObject([
      {
        projectKey: 'STOR',
        path: '/compliance/?from=2026-10-01&to=2026-10-31&agreement=meridian&list=resolved',
      },
    ]);
    await page
      .getByRole('link', { name: /^\d+ tickets, IT support for Acme Retail: resolved$/ })
      .press('Enter');
    await page.getByRole('dialog', { name: 'IT support for Acme Retail: resolved' }).waitFor();
    expect(await path()).toBe('/?from=2026-10-01&to=2026-10-31&agreement=acme-it-support&list=resolved');
    await page.evaluate(() => window.gallery.history.back());
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.getByRole('heading', { name: 'Time to resolution, side by side' }).waitFor();
    expect(await path()).toBe(filters);
  });

  it('opens the list of an address over the page, with its file, and closes it there too', async () => {
    await open('overview', '/?from=2026-10-01&to=2026-10-31&agreement=acme-it-support&list=resolved');
    const dialog = page.getByRole('dialog', { name: 'IT support for Acme Retail: resolved' });
    await dialog.getByRole('row').filter({ hasText: 'HELP-117' }).waitFor();
    await clean();
    expect(await payloads('listResolved')).toEqual([
      {
        query: { from: '2026-10-01', to: '2026-10-31', agreementId: 'acme-it-support' },
        of: 'resolved',
      },
    ]);
    await dialog.getByRole('link', { name: /in Jira/ }).waitFor();
    const coming = page.waitForEvent('download');
    await dialog.getByRole('button', { name: 'Export CSV' }).click();
    const file = await coming;
    expect(file.suggestedFilename()).toBe('tickets-help-2026-10-01-2026-10-31.csv');
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    expect(await path()).toBe('/?from=2026-10-01&to=2026-10-31&agreement=acme-it-support');
    await page.getByText('Measures on target').waitFor();
  });

  it('opens no list where the address names none that there is', async () => {
    await open('overview', '/?list=nonsense');
    await page.getByText('Measures on target').waitFor();
    expect(await page.getByRole('dialog').count()).toBe(0);
  });

  it('leads admins to where an offer is tried out, and says to others who can', async () => {
    await open('providers-admin');
    await page.getByRole('link', { name: 'What-if of IT support for Acme Retail' }).press('Enter');
    await page.waitForFunction(() => window.gallery.opened.length > 0);
    expect(await page.evaluate(() => window.gallery.opened)).toEqual([
      {
        target: 'module',
        moduleKey: 'project-settings',
        projectKey: 'HELP',
        path: '/agreements/acme-it-support/what-if',
        type: 'same-tab',
      },
    ]);
    await open('providers');
    await page.getByText('A project admin can try it').waitFor();
    expect(await page.getByRole('link', { name: /^What-if/ }).count()).toBe(0);
  });

  it('leads from what customers felt, and from providers, to the tickets behind it', async () => {
    await open('overview');
    await page.getByRole('button', { name: 'Tickets reopened' }).press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Tickets reopened' });
    await dialog.getByRole('row').filter({ hasText: 'HELP-117' }).getByText('2 times').waitFor();
    await dialog
      .getByText('2 tickets shown, all there are that you may see; Jira does not show you 1 more')
      .waitFor();
    expect((await payloads('listResolved')).at(-1)).toMatchObject({ of: 'reopened' });
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      dialog.getByRole('button', { name: 'Export CSV' }).click(),
    ]);
    const { rows, notes } = readCsvFile(await file.path());
    expect(rows.map((row) => [row['Ticket'], row['Times reopened'], row['Stars']])).toEqual([
      ['HELP-117', '2', '2'],
      ['HELP-102', '1', ''],
    ]);
    expect(notes).toEqual([OF_LEVELS, 'Left out: 1 more, which Jira does not show that person']);
    await open('providers');
    await page
      .getByRole('button', { name: /^350 tickets, .*: cases$/ })
      .first()
      .click();
    await page.getByRole('dialog', { name: /: cases$/ }).waitFor();
    expect((await payloads('listTickets')).at(-1)).toMatchObject({ drill: { verdict: 'counted' } });
  });

  it('says of a late ticket that is open how late it is so far, on the page and in the file', async () => {
    await open('breaches');
    const row = page.getByRole('row').filter({ hasText: 'HELP-119' });
    await row.getByText(/^14\sh late, still open$/).waitFor();
    const coming = page.waitForEvent('download');
    await page.evaluate((last) => void (window.gallery.answers['listTickets'] = { ok: true, value: last }), {
      ...figures.tickets,
      next: null,
    });
    await page.getByRole('button', { name: 'Export CSV' }).click();
    const { rows } = readCsvFile(await (await coming).path());
    expect(rows.map((one) => [one['Ticket'], one['Agreement'], one['Late (min)']]).slice(0, 2)).toEqual([
      ['HELP-120', 'IT support for Acme Retail', '70'],
      ['HELP-119', 'IT support for Acme Retail', '840'],
    ]);
  });

  it('compares the sums with the verdicts for admins, and has them made anew', async () => {
    await open('overview-admin');
    await page.getByRole('button', { name: 'Check the sums' }).click();
    await page.getByText('The sums of 92 days were compared; these are wrong:').waitFor();
    await page.getByText('2026-11-12: Time to resolution: 40 met, and the rows say 41').waitFor();
    await clean();
    await page.getByRole('button', { name: 'Make them anew' }).click();
    await page.getByText('The sums of 93 days are being made anew.').waitFor();
    await open('overview');
    await page.getByText('Measures on target').waitFor();
    expect(await page.getByRole('button', { name: 'Check the sums' }).count()).toBe(0);
  });

  it('asks for the filters of the address, with the days of the period in the zone of the agreement', async () => {
    await open('overview', '/?period=last-month&agreement=acme-it-support&priority=1&by=month');
    await page.getByRole('heading', { name: 'Compliance' }).waitFor();
    await page.getByText('Measures on target').waitFor();
    expect(await payloads('readCompliance')).toEqual([
      {
        query: { from: '2026-10-01', to: '2026-10-31', agreementId: 'acme-it-support', priority: '1' },
        grain: 'month',
      },
    ]);
  });

  it('keeps what is filtered in the address, over tabs and the back button', async () => {
    await open('overview');
    await page.getByLabel('Priority').selectOption({ label: 'Medium' });
    await page.getByLabel('Agreement').selectOption('acme-it-support');
    await page.getByLabel('Measure').selectOption('time-to-resolution');
    expect(await path()).toBe('/?agreement=acme-it-support&measure=time-to-resolution&priority=3');
    await page.getByRole('link', { name: 'Breaches', exact: true }).click();
    await page.getByRole('heading', { name: 'Breaches' }).waitFor();
    expect(await path()).toBe('/breaches?agreement=acme-it-support&measure=time-to-resolution&priority=3');
    await page.evaluate(() => window.gallery.history.back());
    await page.getByRole('heading', { name: 'Compliance' }).waitFor();
    // Another agreement has no such customer wait: the measure goes with it.
    await page.getByLabel('Measure').selectOption('customer-wait');
    await page.getByLabel('Agreement').selectOption('globex');
    expect(await path()).toBe('/?agreement=globex&priority=3');
    await page.getByRole('button', { name: 'Clear filters' }).click();
    expect(await path()).toBe('/');
  });

  it('takes days over once they make a period', async () => {
    await open('overview');
    await page.getByLabel('Period').selectOption({ label: 'From day to day…' });
    expect(await path()).toBe('/?from=2026-10-28&to=2026-11-26');
    await page.getByLabel('First day').fill('2026-12-01');
    await page.getByLabel('Last day').focus();
    await page.getByText('The first day comes before the last.').waitFor();
    expect(await path()).toBe('/?from=2026-10-28&to=2026-11-26');
    await page.getByLabel('First day').fill('2026-11-02');
    await page.keyboard.press('Enter');
    expect(await path()).toBe('/?from=2026-11-02&to=2026-11-26');
  });

  it('leads from a number to its tickets and back, with the keyboard alone', async () => {
    await open('overview');
    const number = page.getByRole('button', {
      name: '25 tickets, Time to resolution: breached',
      exact: true,
    });
    await number.first().focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('link', { name: 'HELP-120' }).waitFor();
    expect(await payloads('listTickets')).toEqual([
      {
        query: {
          from: '2026-10-28',
          to: '2026-11-26',
          agreementId: 'acme-it-support',
          measureId: 'time-to-resolution',
        },
        drill: { verdict: 'breached' },
      },
    ]);
    await dialog.getByText('<script>alert(1)</script>').waitFor();
    await clean();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await expect(number.first().evaluate((one) => one === document.activeElement)).resolves.toBe(true);
  });

  it('says of how many tickets Jira shows nothing, and searches Jira for those of each page', async () => {
    await open('breaches');
    await page.getByText('4 verdicts shown that you may see; Jira does not show you 2 more').waitFor();
    await page.evaluate(
      (next) => void (window.gallery.answers['listTickets'] = { ok: true, value: next }),
      figures.lastTickets,
    );
    await page.getByRole('button', { name: 'Show more' }).click();
    await page
      .getByText('6 verdicts shown, all there are that you may see; Jira does not show you 3 more')
      .waitFor();
    expect((await payloads('listTickets')).at(-1)).toMatchObject({ after: 'after-97' });
    const search = page.getByRole('link', { name: 'Search in Jira, part 2' });
    expect(await search.getAttribute('href')).toBe(
      `/issues/?jql=${encodeURIComponent(figures.lastTickets.jql)}`,
    );
    expect(await search.getAttribute('title')).toBe(figures.lastTickets.jql);
  });

  it('exports every page, and no formula', async () => {
    await open('breaches');
    await page.getByRole('link', { name: 'HELP-120' }).waitFor();
    // The second page answers when the first has been read.
    await page.evaluate(
      ([first, last]) =>
        Object.defineProperty(window.gallery.answers, 'listTickets', {
          get: () => {
            const { calls } = window.gallery;
            const { after } = calls.at(-1)?.payload as { after?: string };
            return { ok: true, value: after === undefined ? first : last };
          },
        }),
      [figures.tickets, figures.lastTickets] as const,
    );
    const coming = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Export CSV' }).click();
    const file = await coming;
    expect(file.suggestedFilename()).toBe('breaches-help-2026-10-28-2026-11-26.csv');
    const { rows, notes } = readCsvFile(await file.path());
    expect(rows.map((row) => row['Ticket'])).toEqual([
      'HELP-120',
      'HELP-119',
      'HELP-104',
      'HELP-97',
      'HELP-88',
      'HELP-61',
    ]);
    expect(rows[1]?.['Summary']).toMatch(/^'=HYPERLINK/);
    // What Jira hides is not in the file, and that is said, in the file too.
    expect(notes).toEqual([`${OF_LEVELS}${AS_OF}`, 'Left out: 3 more, which Jira does not show that person']);
    await page.waitForFunction(() => window.gallery.flags.some((one) => one.type === 'info'));
  });

  it('counts the time left of open tickets down by itself, and reads the list anew now and then', async () => {
    await page.clock.install({ time: figures.asOf });
    await open('at-risk');
    const row = (key: string) => page.getByRole('row').filter({ hasText: key });
    const left = row('HELP-130').getByText(/^\d+\smin \d+\ss left$/);
    const seconds = async (): Promise<number> => {
      const [minutes = 0, rest = 0] = (await left.innerText()).match(/\d+/g)?.map(Number) ?? [];
      return minutes * 60 + rest;
    };
    await left.waitFor();
    await page.clock.pauseAt(figures.asOf + 90_000);
    const before = await seconds();
    expect(before).toBeGreaterThan(22 * 60);
    await page.clock.runFor(10_000);
    expect(await seconds()).toBe(before - 10);
    await row('HELP-126').getByText('5 h left').waitFor();
    expect(await payloads('listAtRisk')).toHaveLength(1);
    await page.evaluate((later) => void (window.gallery.answers['listAtRisk'] = { ok: true, value: later }), {
      ...figures.atRisk,
      asOf: figures.asOf + 120_000,
      tickets: figures.atRisk.tickets.slice(1),
    });
    await page.clock.runFor(120_000);
    await row('HELP-131').waitFor({ state: 'detached' });
    expect(await payloads('listAtRisk')).toHaveLength(2);
    await page.clock.runFor(24 * 60_000);
    await row('HELP-130').getByText('Breached', { exact: true }).waitFor();
  });

  it('exports what each clause took out of each measure, and no formula', async () => {
    await open('exclusions');
    const coming = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Export CSV' }).click();
    const file = await coming;
    expect(file.suggestedFilename()).toBe('exclusions-help-2026-10-28-2026-11-26.csv');
    const { rows, notes } = readCsvFile(await file.path());
    const { measures } = figures.view;
    expect(rows).toHaveLength(measures.length * figures.report.exclusions.clauses.length);
    expect(rows[0]).toEqual({
      Agreement: 'IT support for Acme Retail',
      Provider: 'Northwind IT',
      Measure: 'Time to first response',
      Clause: '6.3 Severe weather',
      'Time taken out (min)': '1320',
      Cycles: '9',
      'Breaches it turned': '4',
    });
    expect(rows[1]?.['Breaches it turned']).toBe('');
    expect(rows.at(-1)?.['Agreement']).toMatch(/^'=HYPERLINK/);
    expect(notes).toEqual([`${OF_LEVELS}${AS_OF}`]);
    const asked = (await payloads('readMeasureReport')) as { query: { measureId: string } }[];
    expect(asked.slice(-measures.length).map(({ query }) => query.measureId)).toEqual(
      measures.map(({ measureId }) => measureId),
    );
  });

  it('tells the overview as CSV: the period, then each week', async () => {
    await open('overview');
    await page.getByText('Measures on target').waitFor();
    const coming = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Export CSV' }).click();
    const { rows, notes } = readCsvFile(await (await coming).path());
    expect(rows[0]).toMatchObject({
      Measure: 'Time to first response',
      Span: 'period',
      From: '2026-10-28 to 2026-11-26',
      'Met net': '176',
      'Breached net': '10',
    });
    expect(rows[1]).toMatchObject({ Span: 'week', From: '2026-09-07', 'Met net': '41', 'Left out': '0' });
    expect(rows.find((row) => row['Agreement']?.includes('HYPERLINK'))?.['Agreement']).toMatch(/^'=/);
    expect(notes).toEqual([`${OF_LEVELS}${AS_OF}`]);
  });

  it('says the figures of a chart as a table, hidden until asked for, whose numbers lead on', async () => {
    await open('measure');
    const table = page.getByRole('table', { name: 'Time to resolution by week', exact: true });
    await table.waitFor({ state: 'attached' });
    await expect(table.getByRole('row', { name: /Week of 16 Nov 2026 82.5%/ }).count()).resolves.toBe(1);
    await expect(table.getByRole('button').count()).resolves.toBe(0);
    await page.getByRole('button', { name: /^Show figures.*Time to resolution by week$/ }).press('Enter');
    const numbers = table.getByRole('row', { name: /Week of 16 Nov 2026/ }).getByRole('button');
    const drills = [
      ['82.5%', 'met and breached', { verdict: 'counted' }],
      ['33', 'met', { verdict: 'met' }],
      ['7', 'breached', { verdict: 'breached' }],
      ['77.5%', 'met and breached gross', { verdict: 'counted', gross: true }],
      ['1', 'left out by an exclusion', { verdict: 'left-out' }],
    ] as const;
    expect(await numbers.allInnerTexts()).toEqual(drills.map(([text]) => text));
    for (const [i, [, title, drill]] of drills.entries()) {
      await numbers.nth(i).press('Enter');
      const dialog = page.getByRole('dialog', { name: `Time to resolution: ${title}` });
      await dialog.getByRole('link', { name: 'Search these in Jira' }).waitFor();
      expect((await payloads('listTickets')).at(-1)).toEqual({
        query: {
          from: '2026-11-16',
          to: '2026-11-22',
          agreementId: 'acme-it-support',
          measureId: 'time-to-resolution',
        },
        drill,
      });
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'detached' });
    }
  });

  it('tells the times of a measure that promises nothing, and leads to its tickets', async () => {
    await open('no-goal');
    const card = page.getByRole('article', { name: 'Customer wait' });
    await card.getByText('Time is told, nothing is promised.').waitFor();
    await card.getByText('took no more than 1 h 22 min').waitFor();
    expect(await card.getByText('Nothing counted').count()).toBe(0);
    await card.getByRole('button', { name: '187 tickets, Customer wait: stopped' }).press('Enter');
    await page.getByRole('dialog').waitFor();
    expect((await payloads('listTickets')).at(-1)).toMatchObject({
      query: { measureId: 'customer-wait' },
      drill: { times: { from: 0 } },
    });
  });

  it('goes over the hours of the week by arrow keys, from number to number', async () => {
    await open('measure');
    const first = page.getByRole('button', { name: 'Monday, 10:00: 2' });
    await first.focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowDown');
    const focused = page.locator(':focus');
    await expect(focused.getAttribute('aria-label')).resolves.toBe('Tuesday, 12:00: 1');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    expect((await payloads('listTickets')).at(-1)).toMatchObject({
      drill: { verdict: 'breached', cell: { weekday: 1, hour: 12 } },
    });
  });

  it('leads from a span of time, a holder and a clause to their tickets', async () => {
    await open('measure');
    await page.getByRole('button', { name: /^Show figures.*Times of/ }).click();
    for (const [name, drill] of [
      [/^36$/, { times: { from: 5_400_000, to: 7_200_000 } }],
      [/^84.h.*tickets of Customer$/, { holder: { kind: 'customer', id: '' } }],
      [/^9 tickets.*6\.3 Severe weather$/, { clause: 'x-1' }],
      [/^4 tickets.*saved by 6\.3 Severe weather$/, { clause: 'x-1', verdict: 'saved' }],
    ] as const) {
      await page.getByRole('button', { name }).click();
      await page.getByRole('dialog').getByRole('link', { name: 'HELP-120' }).waitFor();
      expect((await payloads('listTickets')).at(-1)).toMatchObject({ drill });
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
    }
  });

  it('asks again when asked to, and says why it could not', async () => {
    await open('failed');
    await page.getByRole('alert').getByText('The store did not answer in time.').waitFor();
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.waitForFunction(
      () => window.gallery.invoked.filter((name) => name === 'readCompliance').length === 2,
    );
  });

  it('prints the days and filters instead of their fields', async () => {
    await open('overview', '/?agreement=acme-it-support&priority=1');
    await page.getByText('Measures on target').waitFor();
    await page.emulateMedia({ media: 'print' });
    await expect(page.getByRole('group', { name: 'Filters' }).isVisible()).resolves.toBe(false);
    await expect(page.getByRole('button', { name: 'Print' }).isVisible()).resolves.toBe(false);
    await page.getByText('28 Oct – 26 Nov 2026').waitFor();
    await page.getByText('IT support for Acme Retail · Highest').waitFor();
  });
});
