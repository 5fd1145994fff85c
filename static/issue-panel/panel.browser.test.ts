import type { Page } from 'playwright-core';
import { unfoldAll } from '../gallery/browser';
import type { GalleryState } from '../gallery/gallery-bridge';
import { inBrowser, type Prepared } from '../gallery/in-browser';
import { panelGallery } from './gallery/panel-gallery';
import { samples } from './gallery/sample-views';

jest.setTimeout(120_000);

declare const window: { gallery: GalleryState };

const plain = (text: string | null): string => (text ?? '').replace(/\u00a0/g, ' ');

const prepared: Prepared = { browser: { viewport: { width: 700, height: 600 } } };

inBrowser('the issue panel in Chromium', panelGallery, prepared, (bench) => {
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
  const invoked = (): Promise<number> => page.evaluate(() => window.gallery.invoked.length);

  it.each(Object.keys(samples))(
    'is accessible, fits and keeps to the content security policy: %s',
    async (sample) => {
      await open(sample);
      await unfoldAll(page);
      for (const width of [280, 900, 320, 700]) {
        await page.setViewportSize({ width, height: 600 });
        const fits = page.waitForFunction(() => {
          const { scrollWidth, clientWidth } = document.documentElement;
          return scrollWidth === clientWidth;
        });
        await expect(fits).resolves.toBeDefined();
      }
      expect(await bench.violations()).toEqual([]);
      const small = await page
        .locator('button, summary')
        .evaluateAll((list) =>
          list
            .filter((e) => e.checkVisibility() && e.getBoundingClientRect().height < 24)
            .map((e) => e.outerHTML),
        );
      expect(small).toEqual([]);
      expect(complaints).toEqual([]);
    },
  );

  it('draws everything from one question, at once', async () => {
    await open('crowded');
    expect(await page.evaluate(() => window.gallery.invoked)).toEqual(['readIssuePanel']);
    // When: bench/first-countdown.bench.ts.
    expect(await page.evaluate(() => performance.getEntriesByName('accord:shown').length)).toBe(1);
  });

  it('counts down, turns late, announces it once, and asks no one', async () => {
    await page.clock.install();
    await open('last-hour');
    const figure = page.locator('.figure').first();
    const left = async (): Promise<number> => {
      const [, minutes, seconds] = /^(\d+) min (\d+) s left$/.exec(plain(await figure.textContent())) ?? [];
      return Number(minutes) * 60 + Number(seconds);
    };
    const before = await left();
    await page.clock.runFor(10_000);
    const passed = before - (await left());
    expect(passed).toBeGreaterThanOrEqual(10);
    expect(passed).toBeLessThan(20);
    expect(await page.locator('[role="status"]').textContent()).toBe('');
    await page.clock.runFor(33 * 60_000);
    expect(plain(await figure.textContent())).toBe('1 min late');
    expect(plain(await page.locator('[role="status"]').textContent())).toBe(
      'Time to resolution: breached, 1 s late.',
    );
    expect(await invoked()).toBe(1);
  });

  it('closes with the calendar', async () => {
    await page.clock.install();
    await open('running');
    await page.clock.runFor(2 * 60 * 60_000 + 1_000);
    expect(await page.locator('.badge').first().textContent()).toBe('Outside hours');
    expect(await page.getByText(/resumes tomorrow at 10:00/).count()).toBe(1);
  });

  it('asks again when this ticket changes, not when another one does', async () => {
    await open('running');
    const change = (issueId: string) =>
      page.evaluate(
        (id) => window.gallery.listeners.JIRA_ISSUE_CHANGED?.forEach((f) => f({ issueId: id })),
        issueId,
      );
    await change('99999');
    await change('10104');
    await page.waitForFunction(() => window.gallery.invoked.length === 2);
    await page.evaluate(() => {
      window.gallery.answers.readIssuePanel = {
        ok: false,
        code: 'failed',
        message: 'Accord could not be reached.',
      };
    });
    await change('10104');
    await page.getByText(/Not refreshed since/).waitFor();
    expect(await page.getByRole('heading', { name: 'Time to resolution' }).count()).toBe(1);
  });

  it('explains a stretch at a time by arrow keys', async () => {
    await open('excluded');
    const strip = page.getByRole('listbox', { name: 'Timeline of Time to resolution' });
    const detail = page.locator('.strip-detail');
    expect(plain(await detail.textContent())).toContain('Excluded: 4.2 Planned maintenance, 1 h');
    await strip.getByRole('option', { selected: true }).focus();
    await page.keyboard.press('Home');
    expect(plain(await detail.textContent())).toContain('Ticket created by Sam Reed');
    await page.keyboard.press('ArrowRight');
    expect(plain(await detail.textContent())).toContain('London office hours close for lunch');
    expect(await page.locator('[role="option"]:focus').getAttribute('aria-selected')).toBe('true');
    await page.keyboard.press('End');
    expect(plain(await detail.textContent())).toContain('ahead if nothing changes');
    expect(await strip.locator('[role="option"][tabindex="0"]').count()).toBe(1);
  });

  it('shows every stretch in a table whose sum is the number above', async () => {
    await open('excluded');
    await page.getByRole('button', { name: /^Show as a table/ }).click();
    const lengths = (await page.locator('.segments tbody .number').allTextContents()).map(plain);
    expect(lengths).toEqual(['3 h 17 min 54.75 s', '1 h', '1 h', '1 h']);
    expect(plain(await page.locator('.sum dd').first().textContent())).toBe(
      'Running 3 h 17 min 54.75 s + 1 h = 4 h 17 min 54.75 s of 5 h',
    );
    expect(plain(await page.locator('.figure').first().textContent())).toBe('42 min 5 s left');
  });

  it('keeps the stretches of half a year readable and complete', async () => {
    await open('six-months');
    await page.getByRole('button', { name: /^Show as a table/ }).click();
    const [rows, blocks] = [
      await page.locator('.segments tbody tr').count(),
      await page.getByRole('option').count(),
    ];
    expect(rows).toBeGreaterThan(240);
    expect(blocks).toBeLessThan(rows);
    const widths = await page
      .locator('[role="option"] rect:first-child')
      .evaluateAll((list) => list.map((r) => Number(r.getAttribute('width'))));
    expect(Math.min(...widths)).toBeGreaterThanOrEqual(1);
  });

  it("tells the deadline on the viewer's, the customer's and the provider's clock", async () => {
    await open('running');
    await page
      .getByRole('button', { name: /^Time zones/ })
      .first()
      .click();
    const clocks = (await page.locator('.zones').textContent()) ?? '';
    for (const part of [
      'You Madrid, GMT+1',
      '11:42:05.250',
      'Acme Retail New York, GMT-5',
      '05:42:05.250',
      'London, GMT',
      '10:42:05.250',
    ]) {
      expect(clocks).toContain(part);
    }
  });

  it('installs the starter agreement and asks anew', async () => {
    await open('no-agreement-admin');
    await page.evaluate(() => {
      window.gallery.answers.installStarterAgreement = {
        ok: false,
        code: 'forbidden',
        message: 'Only project admins may.',
      };
    });
    const button = page.getByRole('button', { name: 'Install the starter agreement' });
    await button.click();
    await page.getByText(/could not be installed. Only project admins may/).waitFor();
    await page.evaluate(() => {
      window.gallery.answers.installStarterAgreement = { ok: true, value: {} };
    });
    await button.click();
    await page.waitForFunction(() => window.gallery.invoked.length === 4);
    expect(await page.evaluate(() => window.gallery.invoked)).toEqual([
      'readIssuePanel',
      'installStarterAgreement',
      'installStarterAgreement',
      'readIssuePanel',
    ]);
  });

  it.each([
    ['busy', 'Jira is busy'],
    ['jira-down', 'Jira cannot answer'],
    ['busy-store', 'Accord’s store is busy'],
    ['setting-up', 'Accord is being set up'],
  ])('says what the answer waits for: %s', async (sample, title) => {
    await open(sample);
    await page.getByRole('heading', { name: title }).waitFor();
    await page.getByText(/Trying again by itself in a moment\.$/).waitFor();
  });

  it('tries again when asked to', async () => {
    await open('failed');
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.waitForFunction(() => window.gallery.invoked.length === 2);
  });
});
