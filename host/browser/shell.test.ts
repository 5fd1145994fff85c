import type { Page } from 'playwright-core';
import { axeFindings, Harness, panelFrame, screenshot, tabTo } from './harness';

const agent = 'ben-okafor';
const panel = 'Service levels';

const site = Harness.forTests();
/** The ticket that breaches next: it has a running timer. */
let key: string;
/** One that is worked on without disturbing the other. */
let otherKey: string;

beforeAll(async () => {
  const page = await site.open('/projects/ACME?sort=breach', { as: agent });
  await page.getByRole('rowheader').nth(5).waitFor();
  const keys = await page.getByRole('rowheader').allInnerTexts();
  key = keys[0] ?? '';
  otherKey = keys[5] ?? '';
}, 120_000);

/** Asks until it is so. Not by the frame's animation, which rests while a frame is out of sight. */
async function until(holds: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 30_000; !(await holds());) {
    if (Date.now() > end) throw new Error('It has not come about within 30 s.');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

const clockText = (page: Page): Promise<string> =>
  page.getByRole('region', { name: 'Clock' }).getByRole('time').innerText();

describe('the list of tickets', () => {
  it('shows a page of tickets with their state in words', async () => {
    const page = await site.open('/', { as: agent });
    expect(new URL(page.url()).pathname).toBe('/projects/ACME');
    const columns = await page.getByRole('columnheader').allInnerTexts();
    expect(columns).toEqual([
      'Key',
      'Summary',
      'SLA',
      'Status',
      'Priority',
      'Assignee',
      'Reporter',
      'Request type',
      'Updated',
    ]);
    expect(await page.getByRole('rowheader').count()).toBe(25);
    const first = await page.getByRole('rowheader').first().innerText();
    await page.getByRole('button', { name: 'Next page' }).click();
    await page.getByText(/^26–50 of/).waitFor();
    expect(await page.getByRole('rowheader').first().innerText()).not.toBe(first);
  });

  it('finds by words and keeps the filter in the address', async () => {
    const page = await site.open('/projects/ACME', { as: agent });
    await page.getByRole('searchbox', { name: 'Search' }).fill(key);
    await page.waitForURL(new RegExp(`text=${key}`));
    await page.getByText('1 ticket', { exact: true }).waitFor();
    expect(await page.getByRole('rowheader').allInnerTexts()).toEqual([key]);
    await page.getByRole('searchbox', { name: 'Search' }).fill('no such words anywhere');
    await page.getByRole('heading', { name: 'No tickets match' }).waitFor();
    await page.getByRole('button', { name: 'Clear filters' }).click();
    await page.getByRole('table').waitFor();
  });

  it('shows an agent their own tickets by the state of their timers', async () => {
    const page = await site.open('/projects/ACME?assignee=me&sla=paused', { as: agent });
    await page.getByRole('table').waitFor();
    const rows = await page
      .getByRole('row')
      .filter({ has: page.getByRole('rowheader') })
      .allInnerTexts();
    expect(rows.length).toBeGreaterThan(1);
    for (const row of rows) expect(row).toMatch(/Paused[^]*Ben Okafor/);
  });

  it('fits a phone without scrolling the page sideways', async () => {
    const page = await site.open('/projects/ACME', { as: agent, width: 420 });
    await page.getByRole('table').waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(420);
  });

  it('puts what is due first on top', async () => {
    const page = await site.open('/projects/ACME?sort=breach', { as: agent });
    const due = page.getByRole('row').getByText(/^due /);
    await due.first().waitFor();
    const cells = await due.allInnerTexts();
    expect(cells.length).toBeGreaterThan(3);
    expect(cells[0]).toMatch(/due in \d+ min/);
  });
});

describe('a ticket', () => {
  it('is shown by roles and names', async () => {
    const page = await site.openIssue(key, { as: agent });
    await page.getByRole('navigation', { name: 'Breadcrumbs' }).getByRole('link', { name: key }).waitFor();
    for (const name of ['Description', panel, 'Activity', 'Details']) {
      await page.getByRole('heading', { level: 2, name, exact: true }).waitFor();
    }
    await page.getByRole('textbox', { name: 'Add a comment' }).waitFor();
    const frame = await panelFrame(page, panel);
    await frame.getByText('Time to resolution').first().waitFor();
  });

  it('is worked on with the keyboard alone', async () => {
    const page = await site.open(`/projects/ACME?text=${key}`, { as: agent });
    await page.getByText('1 ticket', { exact: true }).waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await tabTo(page, key);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 2, name: 'Activity' }).waitFor();
    await (await panelFrame(page, panel)).getByText('Time to resolution').first().waitFor();
    await tabTo(page, 'Add a comment');
    await page.keyboard.type('Noted with the keyboard');
    await tabTo(page, 'Add internal note');
    await page.keyboard.press('Enter');
    const note = page.getByRole('article').filter({ hasText: 'Noted with the keyboard' }).last();
    await note.getByText('Internal note', { exact: true }).waitFor();
    await tabTo(page, /^Status: /);
    await page.keyboard.press('Enter');
    const items = page.getByRole('menuitem');
    await items.first().waitFor();
    await page.keyboard.press('Escape');
    await items.first().waitFor({ state: 'detached' });
    // The menu gives the focus back a moment after it has gone.
    await page.locator('button:focus', { hasText: 'Status: ' }).waitFor();
  });

  it('moves to another status and tells its history', async () => {
    const page = await site.openIssue(otherKey, { as: agent });
    await page.getByRole('button', { name: /^Status: / }).click();
    const step = page.getByRole('menuitem').first();
    const name = (await step.innerText()).split('\n').at(-1) ?? '';
    await step.click();
    await page.getByRole('button', { name: `Status: ${name}` }).waitFor();
    await page.getByRole('tab', { name: 'History' }).click();
    await page.getByRole('tabpanel').getByText('just now').first().waitFor();
  });
});

describe('who one is', () => {
  it('is chosen in a menu that closes, on a page that this person may see', async () => {
    const page = await site.open('/projects/ACME', { as: agent });
    const menu = page.getByRole('button', { name: /^You are/ });
    await menu.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('menuitemradio', { name: 'Milton Waddams' }).click();
    await page.getByRole('heading', { level: 1, name: 'My requests' }).waitFor();
    await page.waitForURL(/\/portal$/);
    expect(await page.getByRole('menuitemradio').count()).toBe(0);
    expect(await menu.evaluate((button) => button === document.activeElement)).toBe(true);
  });
});

describe('a project without an agreement', () => {
  it('tells an agent who can add one', async () => {
    const page = await site.openIssue('INIT-5', { as: agent });
    const frame = await panelFrame(page, panel);
    await frame.getByText('A project admin can add one.').waitFor();
    expect(await frame.getByRole('button').count()).toBe(0);
  });

  it('gets its timers by one press of an admin, who stays in the panel', async () => {
    const page = await site.openIssue('INIT-5', { as: 'priya-nair' });
    const frame = await panelFrame(page, panel);
    await frame.getByRole('button', { name: 'Install the starter agreement' }).press('Enter');
    await frame.getByRole('article', { name: 'Time to resolution' }).waitFor();
    expect(await frame.evaluate(() => document.activeElement?.tagName)).toBe('MAIN');
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('link', { name: 'Initech service desk' }).click();
    await page.getByRole('row', { name: /INIT-4.*Running/ }).waitFor();
  });
});

describe('the clock', () => {
  it('is moved for everything on the page, the frame of the app included', async () => {
    const page = await site.openIssue(key, { as: agent });
    const frame = await panelFrame(page, panel);
    await frame.getByText('Time to resolution').first().waitFor();
    const frameNow = (): Promise<number> => frame.evaluate(() => Date.now());
    const start = await frameNow();
    expect(await clockText(page)).toBe('Tue 24 Nov 2026, 10:40:00 GMT');
    await page.getByRole('button', { name: 'Move the clock 15 minutes forward' }).click();
    await page.getByText('10:55:00 GMT').first().waitFor();
    await until(async () => (await frameNow()) === start + 900_000);
    await page.getByRole('button', { name: 'To the next boundary' }).click();
    await page.getByText(`a boundary of ${key}`).waitFor();
    await until(async () => (await frameNow()) > start + 900_000);
    await page.getByRole('button', { name: 'Run' }).click();
    await page.getByRole('button', { name: 'Pause' }).waitFor();
    const before = await frameNow();
    await until(async () => (await frameNow()) > before + 1000);
    await page.getByRole('button', { name: 'Pause' }).click();
    await page.getByRole('button', { name: 'Run' }).waitFor();
    const stopped = await frameNow();
    expect(
      await frame.evaluate(() => new Promise<number>((done) => setTimeout(() => done(Date.now()), 50))),
    ).toBe(stopped);
  });
});

describe('light and dark', () => {
  it('are switched for the page and the frame of the app together', async () => {
    const page = await site.openIssue(key, { as: agent, theme: 'light' });
    const frame = await panelFrame(page, panel);
    await frame.locator('html[data-color-mode="light"]').waitFor({ state: 'attached' });
    await page.getByRole('button', { name: 'Switch to dark theme' }).click();
    await page.locator('html[data-color-mode="dark"]').waitFor({ state: 'attached' });
    await frame.locator('html[data-color-mode="dark"]').waitFor({ state: 'attached' });
  });

  describe.each(['light', 'dark'] as const)('in %s, nothing stands in anybody’s way', (theme) => {
    it.each([
      ['list', '/projects/ACME', agent],
      ['issue', () => `/browse/${key}`, agent],
      ['manager', () => `/browse/${key}`, 'ana-ruiz'],
      ['nowhere', '/projects/NOPE', agent],
    ])('on the page %s', async (name, path, as) => {
      const page = await site.open(typeof path === 'string' ? path : path(), { as, theme });
      if (typeof path !== 'string')
        await (await panelFrame(page, panel)).getByText('Time to resolution').first().waitFor();
      else if (name !== 'nowhere') await page.getByRole('table').waitFor();
      await screenshot(page, `shell-${name}-${theme}`);
      expect(await axeFindings(page)).toEqual([]);
    });
  });
});
