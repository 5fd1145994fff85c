import type { Page } from 'playwright-core';
import type { GalleryState } from '../gallery/gallery-bridge';
import { inBrowser, type Prepared } from '../gallery/in-browser';
import { gadgetGallery } from './gallery/gadget-gallery';

jest.setTimeout(120_000);

declare const window: { gallery: GalleryState };

const prepared: Prepared = { browser: { viewport: { width: 460, height: 600 } } };

inBrowser('gadgets of a dashboard', gadgetGallery, prepared, (bench) => {
  let url: string;
  let page: Page;
  let complaints: string[];
  beforeEach(() => void ({ url, page, complaints } = bench));

  async function open(sample: string): Promise<void> {
    await page.goto(`${url}/?sample=${sample}`);
    await page.locator('h1').first().waitFor();
  }
  const text = () => page.locator('main').innerText();
  const asked = async () =>
    (await page.evaluate(() => window.gallery.calls)).filter(
      ({ functionKey }) => functionKey === 'readGadget',
    );
  const opened = () => page.evaluate(() => window.gallery.opened);
  const submitted = () => page.evaluate(() => window.gallery.submitted);

  it.each(Object.keys(gadgetGallery.samples))(
    'is accessible and fits a third of a dashboard: %s',
    async (sample) => {
      await open(sample);
      for (const width of [300, 460, 700, 1400]) {
        await page.setViewportSize({ width, height: 600 });
        const fits = page.waitForFunction(() => {
          const { scrollWidth, clientWidth } = document.documentElement;
          return scrollWidth === clientWidth;
        });
        await expect(fits).resolves.toBeDefined();
      }
      expect(await bench.violations()).toEqual([]);
      expect(complaints).toEqual([]);
    },
  );

  it('asks for what is kept with the dashboard, and not how often', async () => {
    await open('attainment');
    expect(await asked()).toEqual([
      {
        functionKey: 'readGadget',
        payload: {
          kind: 'attainment',
          configuration: { projectId: '10000', measureId: 'time-to-resolution' },
        },
      },
    ]);
  });

  it('asks for nothing before it is set up', async () => {
    await open('not-set-up');
    expect(await text()).toContain('Not set up yet');
    expect(await asked()).toEqual([]);
  });

  it.each([
    ['no-agreement', 'No agreement is in force'],
    ['nothing-counted', 'Nothing counted yet'],
    ['no-clock', 'No clock is running'],
    ['hidden-clocks', 'Jira does not show you the 3 open tickets.'],
    ['not-shared', 'Not shared with you'],
    ['no-such-kind', 'This cannot be shown'],
    ['edit-nothing', 'No agreement to show'],
  ])('says why there is nothing: %s', async (sample, words) => {
    await open(sample);
    expect(await text()).toContain(words);
  });

  it('asks again when its dashboard or itself is refreshed, and not for another gadget', async () => {
    await open('attainment');
    const refresh = (payload: object) =>
      page.evaluate(
        (told) => window.gallery.listeners['JIRA_DASHBOARD_GADGET_REFRESH']?.forEach((hear) => hear(told)),
        payload,
      );
    await refresh({ origin: 'gadget', gadgetId: '8' });
    await refresh({ origin: 'gadget', gadgetId: '7' });
    await refresh({ origin: 'dashboard' });
    await page.getByRole('button', { name: 'Refresh' }).click();
    await page.waitForFunction(() => window.gallery.invoked.length >= 4);
    expect(await asked()).toHaveLength(4);
  });

  it('asks again by itself after the minutes chosen', async () => {
    await page.clock.install({ time: Date.parse('2026-11-26T11:20Z') });
    await open('at-risk');
    await page.clock.runFor(14 * 60_000);
    expect(await asked()).toHaveLength(1);
    await page.clock.runFor(60_000);
    expect(await asked()).toHaveLength(2);
  });

  it.each([
    ['attainment', 'Attainment Acme Retail IT support 28 Oct – 26 Nov 2026'],
    ['trend', 'Attainment over time IT support for Acme Retail: Time to resolution 28 Oct – 26 Nov 2026'],
    ['at-risk', 'Open tickets Acme Retail IT support'],
    ['providers', 'Providers Time to resolution 28 Oct – 26 Nov 2026'],
    ['not-set-up', 'Attainment'],
  ])('is told apart from others of its kind by the name of its landmark: %s', async (sample, name) => {
    await open(sample);
    await page.getByRole('main', { name, exact: true }).waitFor();
  });

  it('counts the time left down by itself', async () => {
    await page.clock.install({ time: Date.parse('2026-11-26T11:20Z') });
    await open('at-risk');
    await page.getByText(/^2[45]\smin \d+\ss left$/).waitFor();
    await page.clock.runFor(60_000);
    await page.getByText(/^2[34]\smin \d+\ss left$/).waitFor();
    await page.clock.runFor(24 * 60_000);
    const turned = page.getByRole('listitem').filter({ hasText: 'ACME-117' });
    await turned.getByText(/\slate$/).waitFor();
    await turned.getByText('Breached', { exact: true }).waitFor();
    await page.getByRole('listitem').filter({ hasText: 'ACME-98' }).getByText('3 h left').waitFor();
  });

  it('says of a measure that promises nothing what it is', async () => {
    await open('no-goal');
    expect(await text()).toContain('Time is told, nothing is promised.');
    expect(await text()).not.toContain('Nothing counted');
  });

  it('leads from the numbers of a trend to the page with their days', async () => {
    await open('trend');
    await page.getByRole('button', { name: /^Show figures/ }).press('Enter');
    const numbers = page.getByRole('row', { name: /^Week of 26 Oct 2026/ }).getByRole('button');
    expect(await numbers.allInnerTexts()).toEqual(['96.8%', '31', '1', '93.7%']);
    await numbers.nth(1).press('Enter');
    await numbers.nth(2).press('Enter');
    const days = 'from=2026-10-28&to=2026-11-01&agreement=acme-it-support&measure=time-to-resolution';
    expect((await opened()).map((place) => (place as { path: string }).path)).toEqual([
      `/compliance/measure?${days}`,
      `/compliance/breaches?${days}`,
    ]);
  });

  it('leads from every number to the tickets behind it', async () => {
    await open('attainment');
    await page.getByRole('link', { name: /^19 breached/ }).press('Enter');
    await page.getByRole('link', { name: 'Time to resolution', exact: true }).press('Enter');
    await page.getByRole('link', { name: 'Open compliance' }).press('Enter');
    const of = (path: string) => ({
      target: 'module',
      moduleKey: 'agreements-page',
      projectKey: 'ACME',
      path,
      type: 'same-tab',
    });
    const days = 'from=2026-10-28&to=2026-11-26';
    expect(await opened()).toEqual([
      of(`/compliance/breaches?${days}&agreement=acme-it-support&measure=time-to-first-response`),
      of(`/compliance/measure?${days}&agreement=acme-it-support&measure=time-to-resolution`),
      of(`/compliance?${days}`),
    ]);
  });

  it('lists late tickets first, and says how many are not shown', async () => {
    await open('at-risk');
    const keys = await page.locator('.risk-ticket a').allInnerTexts();
    expect(keys).toEqual(['ACME-101', 'ACME-117', 'ACME-120', 'ACME-98']);
    expect(await text()).toContain('2 more are open that Jira does not show you.');
    await page.getByRole('link', { name: 'All open tickets' }).waitFor();
  });

  it('never compares providers without their range, and warns of few cases', async () => {
    await open('providers');
    await page
      .getByRole('img', { name: 'Northwind IT: 91.9%, between 87.1% and 95.1%, 90% promised' })
      .waitFor();
    await page.getByText('93.4% with one mix of tickets (88.9% to 96.2%)').waitFor();
    expect(await page.locator('.providers > li').nth(1).innerText()).toContain('Too few cases to judge');
    expect(await page.locator('.providers > li').nth(2).innerText()).toContain('Nothing counted yet');
  });

  it('is configured with the keyboard alone', async () => {
    await open('edit-new');
    await page.getByRole('button', { name: 'Save' }).press('Enter');
    await page.getByText('Choose a project.').waitFor();
    expect(await submitted()).toEqual([]);
    await page.getByLabel('Project').focus();
    await page.keyboard.press('ArrowDown');
    await page.getByLabel('By').selectOption('month');
    await page.getByLabel('Refresh').selectOption('Never by itself');
    await page.getByRole('button', { name: 'Save' }).press('Enter');
    await page.waitForFunction(() => window.gallery.submitted.length > 0);
    expect(await submitted()).toEqual([{ projectId: '10000', period: '90d', grain: 'month' }]);
  });

  it('begins with what is kept, and keeps it when the editing is called off', async () => {
    await open('edit-kept');
    expect(await page.getByLabel('Agreement').inputValue()).toBe('acme-it-support');
    await page.getByLabel('Agreement').selectOption('till-repair');
    expect(await page.getByLabel('Measure').inputValue()).toBe('time-to-resolution');
    await page.getByRole('button', { name: 'Cancel' }).click();
    expect(await submitted()).toEqual([
      {
        projectId: '10000',
        agreementId: 'acme-it-support',
        measureId: 'time-to-resolution',
        period: '90d',
        grain: 'month',
        refresh: 30,
      },
    ]);
  });

  it('tells the dashboard what to keep of a widget, and nothing before it is chosen', async () => {
    await open('edit-widget');
    await page.waitForFunction(() => window.gallery.invoked.includes('readGadgetChoices'));
    const save = () => page.evaluate(() => window.gallery.widget.save());
    expect(await page.getByRole('button', { name: 'Save' }).count()).toBe(0);
    expect(await save()).toBeNull();
    await page.getByText('Choose a project.').waitFor();
    await page.getByLabel('Project').selectOption('10001');
    expect(await save()).toEqual({ projectId: '10001', period: '30d', refresh: 15 });
    expect(await page.evaluate(() => window.gallery.widget.config)).toEqual({
      projectId: '10001',
      period: '30d',
      refresh: 15,
    });
  });
});
