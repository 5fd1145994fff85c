import type { Frame, Page } from 'playwright-core';
import { readCsvFile } from '../../static/gallery/read-csv-file';
import { axeFindings, Harness, moduleFrame, screenshot, type ModuleVisit } from './harness';

jest.setTimeout(240_000);

/** The compliance page in Chromium, over the real app and its demo data. */
describe('Compliance of a project', () => {
  const site = Harness.forTests();

  const manager = 'ana-ruiz';
  const open = (route: string, visit: ModuleVisit = {}) =>
    site.openProjectPage('ACME', { as: manager, ...visit, route: `/compliance${route}` });

  /** Met and breached of a measure, as its card or its page says them: net, then gross. */
  async function figuresOf(frame: Frame, inside?: string) {
    const place = inside === undefined ? frame.locator('main') : frame.getByRole('article', { name: inside });
    await place.getByText('Gross', { exact: true }).first().waitFor();
    // Without what only screen readers hear of each number.
    const text = await place
      .locator('.measure-figures')
      .first()
      .evaluate((figures) => {
        const copy = figures.cloneNode(true) as Element;
        for (const hidden of copy.querySelectorAll('.visually-hidden')) hidden.remove();
        return copy.textContent;
      });
    const said = [...text.matchAll(/([\d,]+) met, ([\d,]+) breached/g)];
    const [net, gross] = said.map(([, met, breached]) => ({ met: Number(met), breached: Number(breached) }));
    return { net, gross };
  }

  /** All rows of a list, with those that Jira keeps from the viewer. */
  async function countAll(frame: Frame): Promise<number> {
    const status = frame.getByText(/(verdict|clock)s? shown/);
    await status.waitFor();
    while ((await frame.getByRole('button', { name: 'Show more' }).count()) > 0) {
      const before = await status.innerText();
      await frame.getByRole('button', { name: 'Show more' }).click();
      await frame.waitForFunction(
        (was) => !document.body.innerText.includes(was) && !document.body.innerText.includes('Loading…'),
        before,
      );
    }
    const [shown = 0, hidden = 0] = ((await status.innerText()).match(/\d+/g) ?? []).map(Number);
    return shown + hidden;
  }

  it('tells the same of a measure on the overview, on its page, in its list and in the file', async () => {
    const { page, frame } = await open('');
    const card = await figuresOf(frame, 'Time to resolution');
    expect(card.net?.met).toBeGreaterThan(0);
    expect(card.net?.breached).toBeGreaterThan(0);
    await screenshot(page, 'compliance-overview');

    const article = frame.getByRole('article', { name: 'Time to resolution' });
    await article.getByRole('button', { name: /tickets, Time to resolution: breached$/ }).click();
    const dialog = frame.getByRole('dialog');
    await dialog.waitFor();
    expect(await countAll(frame)).toBe(card.net?.breached);
    const coming = page.waitForEvent('download');
    await dialog.getByRole('button', { name: 'Export CSV' }).click();
    const { rows: file, notes } = readCsvFile(await (await coming).path());
    expect(file.filter((row) => row['Verdict'] === 'Breached')).toHaveLength(file.length);
    expect(file.length).toBeLessThanOrEqual(card.net?.breached ?? 0);
    expect(file.length).toBeGreaterThan(0);
    expect(notes[0]).toMatch(/^Of tickets whose security level .* may see, as of 20/);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });

    await article.getByRole('link', { name: 'Time to resolution' }).click();
    await frame.getByRole('heading', { level: 1, name: 'Time to resolution' }).waitFor();
    expect(await figuresOf(frame)).toEqual(card);
    await frame.getByRole('heading', { name: 'Who had the tickets' }).waitFor();
    await screenshot(page, 'compliance-measure');
    await frame.getByRole('link', { name: 'Breaches', exact: true }).click();
    await frame.getByRole('heading', { level: 1, name: 'Breaches' }).waitFor();
    expect(await countAll(frame)).toBe(card.net?.breached);
    await frame.getByRole('button', { name: 'Gross' }).click();
    await frame.getByText('if nothing had been excluded').waitFor();
    expect(await countAll(frame)).toBe(card.gross?.breached);
  });

  it('adds up: its priorities together are the whole', async () => {
    const { frame } = await open('?agreement=acme-it-support&measure=time-to-resolution');
    const whole = await figuresOf(frame, 'Time to resolution');
    const choices = await frame.getByLabel('Priority').locator('option').allInnerTexts();
    const sums = { met: 0, breached: 0 };
    for (const priority of choices.slice(1)) {
      await frame.getByLabel('Priority').selectOption({ label: priority });
      await frame.getByText('Measures on target').waitFor();
      if ((await frame.getByText('Nothing was decided in this period').count()) > 0) continue;
      const part = await figuresOf(frame, 'Time to resolution');
      sums.met += part.net?.met ?? 0;
      sums.breached += part.net?.breached ?? 0;
    }
    expect(sums).toEqual(whole.net);
  });

  it('keeps its filters in the address of the page in Jira, through a reload', async () => {
    const { page, frame } = await open('');
    await frame.getByText('Measures on target').waitFor();
    await frame.getByLabel('Period').selectOption({ label: 'This quarter' });
    await page.waitForURL('**/compliance?period=this-quarter');
    await page.reload();
    const again = await moduleFrame(page, 'agreements-page');
    await again.getByText('Measures on target').waitFor();
    expect(await again.getByLabel('Period').inputValue()).toBe('this-quarter');
  });

  it('lists what is open by its slack, late ones first and paused ones last', async () => {
    const { page, frame } = await open('/at-risk');
    const states = frame.getByRole('cell').locator('.badge');
    await states.first().waitFor();
    await countAll(frame);
    const seen = await states.allInnerTexts();
    const order = ['Breached', 'At risk', 'Running', 'Paused'];
    const places = seen.map((state) => order.indexOf(state));
    expect(places.length).toBeGreaterThan(4);
    expect(places.lastIndexOf(0)).toBeLessThan(places.findIndex((place) => place > 0));
    const paused = places.indexOf(3);
    expect(paused < 0 ? [] : seen.slice(paused).filter((state) => state !== 'Paused')).toEqual([]);
    await screenshot(page, 'compliance-at-risk');
  });

  it.each([
    ['overview', '', 'Measures on target'],
    ['measure', '/measure?agreement=acme-it-support&measure=time-to-resolution', 'Who had the tickets'],
    ['at-risk', '/at-risk', 'in Jira'],
    ['breaches', '/breaches', 'in Jira'],
    ['exclusions', '/exclusions', 'Time taken out'],
  ])('is accessible in both modes, and fits: %s', async (name, route, text) => {
    for (const [theme, width] of [
      ['light', 1280],
      ['dark', 1280],
      ['light', 320],
    ] as const) {
      const { page, frame } = await open(route, { theme, width });
      await frame.getByText(text).first().waitFor();
      expect({ theme, width, findings: await axeFindings(page) }).toEqual({ theme, width, findings: [] });
      expect(await fits(page)).toBe(true);
      if (theme === 'dark') await screenshot(page, `compliance-${name}-dark`);
    }
  });

  const fits = async (page: Page): Promise<boolean> => {
    const wide = await Promise.all(
      page.frames().map((one) =>
        one.evaluate(() => {
          const { scrollWidth, clientWidth } = document.documentElement;
          return scrollWidth > clientWidth;
        }),
      ),
    );
    return wide.every((overflows) => !overflows);
  };

  it('puts providers of all projects side by side, with the tickets that each viewer may see', async () => {
    const compared = async (as: string) => {
      const { page, frame } = await open('/providers?period=last-90-days&measure=time-to-resolution', { as });
      await frame.getByRole('heading', { name: 'Time to resolution, side by side' }).waitFor();
      const rows = await frame
        .getByRole('table', { name: 'Figures of each provider' })
        .getByRole('row')
        .all();
      const cells = await Promise.all(
        rows.slice(1).map((row) => row.locator('th strong, td').allInnerTexts()),
      );
      return { page, frame, cells };
    };
    /** A number that opens its tickets says so to screen readers behind it. */
    const countOf = (cell = '') => Number(/^[\d,]+/.exec(cell)?.[0].replaceAll(',', ''));
    const { page, frame, cells } = await compared(manager);
    await screenshot(page, 'compliance-providers');
    expect(cells.map(([provider]) => provider)).toEqual([
      'Meridian Field Services',
      'Northwind IT',
      'Northwind IT',
    ]);
    for (const [, cases, share, range, adjusted] of cells) {
      expect(countOf(cases)).toBeGreaterThanOrEqual(30);
      expect([share, range, adjusted].join(' ')).toMatch(/^[\d.]+% [\d.]+% to [\d.]+% [\d.]+% \(.+\)$/);
    }
    expect(await axeFindings(page)).toEqual([]);
    /** All tickets of the list that is open, which is closed then. */
    const listed = async (shownIn: Frame, behind: string): Promise<number> => {
      const dialog = shownIn.getByRole('dialog', { name: new RegExp(`: ${behind}$`) });
      const more = dialog.getByRole('button', { name: 'Show more' });
      const shown = dialog.getByText(/(ticket|verdict)s? shown, all there are/);
      await more.or(shown).first().waitFor();
      while (await more.isVisible()) {
        // A pointer reaches it only once the page around the frame is scrolled.
        await more.press('Enter');
        await more
          .and(shownIn.locator('[aria-disabled="false"], :not([aria-disabled])'))
          .or(shown)
          .first()
          .waitFor();
      }
      const count = countOf(await shown.innerText());
      await shownIn.page().keyboard.press('Escape');
      await dialog.waitFor({ state: 'detached' });
      return count;
    };
    // The numbers of this project's agreement open as many tickets, and those of others as many there.
    for (const [behind, role] of [
      ['cases', 'button'],
      ['resolved', 'link'],
    ] as const) {
      const number = frame.getByRole(role, { name: new RegExp(`tickets, .*: ${behind}$`) }).first();
      const count = countOf(await number.innerText());
      await number.click();
      expect(await listed(frame, behind)).toBe(count);
    }
    const others = await compared(manager);
    const resolvedThere = /\((\d+) resolved in STOR/.exec(others.cells[0]?.at(-1) ?? '');
    await others.frame.getByRole('link', { name: /^in STOR ?, resolved under/ }).click();
    await others.page.waitForURL(/\/projects\/STOR\/.*list=resolved/);
    const there = await moduleFrame(others.page, 'agreements-page');
    await there.getByRole('dialog').waitFor();
    await screenshot(others.page, 'compliance-resolved-there');
    expect(Number(resolvedThere?.[1])).toBeGreaterThan(0);
    expect(await listed(there, 'resolved')).toBe(Number(resolvedThere?.[1]));
    // Personnel matters count for Priya, who is in their level, and not for Ana.
    const casesOf = (rows: readonly (readonly string[])[]) => rows.map(([, cases]) => countOf(cases));
    const [devices, ...northwind] = casesOf((await compared('priya-nair')).cells);
    const [devicesSeen, ...northwindSeen] = casesOf(cells);
    const sum = (list: readonly number[]) => list.reduce((all, one) => all + one, 0);
    expect(devices).toBe(devicesSeen);
    expect(sum(northwind)).toBeGreaterThan(sum(northwindSeen));
  });

  it('writes into the file of breaches how late an open ticket is, without what was excluded after its breach', async () => {
    const late = async (key?: string) => {
      const { page, frame } = await open('/breaches?period=last-90-days&measure=time-to-resolution');
      const coming = page.waitForEvent('download');
      await frame.getByRole('button', { name: 'Export CSV' }).click();
      const { rows } = readCsvFile(await (await coming).path());
      const row = rows.find((one) =>
        key === undefined
          ? one['Stopped (UTC)'] === '' && String(one['Decided (UTC)']) < '2026-11-24T09'
          : one['Ticket'] === key,
      );
      return { key: String(row?.['Ticket']), minutes: Number(row?.['Late (min)']) };
    };
    const before = await late();
    expect(before.minutes).toBeGreaterThan(100);

    const provider = await site.openProjectPage('ACME', { as: manager, route: '/exclusions' });
    await provider.frame.getByRole('button', { name: 'Propose exclusion' }).click();
    const form = provider.frame.getByRole('form', { name: 'Propose an exclusion' });
    await form.getByLabel(/^Clause/).fill('4.2 Planned maintenance');
    await form.getByRole('radio', { name: 'One ticket' }).check();
    await form.getByRole('textbox', { name: 'Ticket' }).fill(before.key);
    await form.getByLabel('From', { exact: true }).fill('2026-11-24T09:00');
    await form.getByLabel('To', { exact: true }).fill('2026-11-24T10:00');
    await form.getByLabel(/^Reason/).fill('The tills were updated.');
    await form.getByRole('button', { name: 'See what would change' }).click();
    await form.getByRole('button', { name: 'Propose', exact: true }).click();
    await provider.page.getByText('Proposed').first().waitFor();
    const customer = await site.openPortalAgreements({ as: 'sam-reed' });
    await customer.frame.getByRole('button', { name: 'Agree…' }).click();
    await customer.frame.getByRole('button', { name: 'Agree', exact: true }).click();
    await customer.page.getByText('Agreed: 4.2 Planned maintenance').first().waitFor();
    expect(await late(before.key)).toEqual({ ...before, minutes: before.minutes - 60 });
  });
});
