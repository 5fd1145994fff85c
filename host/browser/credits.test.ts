import { axeFindings, Harness, screenshot } from './harness';

jest.setTimeout(240_000);

/** Credits in Chromium, over the real app and its demo data. */
describe('Credits of a project', () => {
  const site = Harness.forTests();

  it('are reckoned from the same counts as the overview, and add up line by line', async () => {
    const { page, frame } = await site.openProjectPage('ACME', {
      as: 'ana-ruiz',
      route: '/compliance/credits',
    });
    await frame
      .getByRole('heading', { name: /^If nothing moves/ })
      .first()
      .waitFor();
    const statement = frame.getByRole('table', { name: /^Credit statement/ }).first();
    const lines = await statement.locator('tbody tr').evaluateAll((rows) =>
      rows.map((row) => ({
        kind: row.className.replace('line-', ''),
        cells: [...row.children].map((cell) => cell.textContent ?? ''),
      })),
    );
    const pounds = (text = '') => Math.round(Number(text.replace(/[^0-9.-]/g, '')) * 100);
    const of = (kind: string) =>
      lines.filter((line) => line.kind === kind).map(({ cells }) => pounds(cells[2]));
    const sum = of('measure').reduce((all, one) => all + one, 0);
    expect(of('measure')).toHaveLength(2);
    expect(Math.abs((of('sum')[0] ?? NaN) - sum)).toBeLessThanOrEqual(1);
    // Never more than 12 % of 24,000.00.
    expect(of('owed')[0]).toBe(Math.min(of('sum')[0] ?? NaN, 288_000));

    const counted = /(\d+) of (\d+) met/.exec(lines.find(({ cells }) => cells[0]?.startsWith('Time to resolution'))?.cells[0] ?? ''); // prettier-ignore
    await screenshot(page, 'compliance-credits');
    expect(await axeFindings(page)).toEqual([]);
    const { frame: overview } = await site.openProjectPage('ACME', {
      as: 'ana-ruiz',
      route: '/compliance?period=this-month',
    });
    const card = overview.getByRole('article', { name: 'Time to resolution' }).first();
    const figures = card.locator('.measure-figures').first();
    await figures.waitFor();
    // Without what only screen readers hear of each number.
    const text = await figures.evaluate((shown) => {
      const copy = shown.cloneNode(true) as Element;
      for (const hidden of copy.querySelectorAll('.visually-hidden')) hidden.remove();
      return copy.textContent;
    });
    const [, met, breached] = /([\d,]+) met, ([\d,]+) breached/.exec(text) ?? [];
    expect(counted?.slice(1).map(Number)).toEqual([Number(met), Number(met) + Number(breached)]);
  });

  it('by how late tickets are charge each hour beyond the free time', async () => {
    const { page, frame } = await site.openProjectPage('GLBX', {
      as: 'ana-ruiz',
      route: '/compliance/credits',
    });
    const row = frame.getByRole('row', { name: /^Time to first response: 17 late/ });
    await row.waitFor();
    const [text = '', , amount = ''] = await row.locator('th, td').allTextContents();
    const [, hours, minutes, seconds] = (
      /together by (\d+) hours (\d+) minutes (\d+) seconds beyond the 15 minutes/.exec(text) ?? []
    ).map(Number);
    const charged = (hours ?? NaN) + (minutes ?? NaN) / 60 + (seconds ?? NaN) / 3600;
    expect(charged).toBeGreaterThan(24);
    // SGD 25.00 for each hour.
    expect(Number(amount.replace(/[^0-9.]/g, ''))).toBe(Math.round(charged * 2500) / 100);
    await screenshot(page, 'compliance-credits-penalty');
    expect(await axeFindings(page)).toEqual([]);
  });

  it('say what a good period may still give back', async () => {
    const october = Date.parse('2026-09-30T23:00Z');
    const { page, frame } = await site.openProjectPage('STOR', {
      as: 'ana-ruiz',
      route: `/compliance/credits/meridian-store-devices/${october}`,
    });
    const before = frame.getByRole('table', { name: /^Credit statement/ });
    await before.getByRole('row', { name: /target 92% − 37 of 43 met = 86.0465% × weight 40%/ }).waitFor();
    await before
      .getByRole('row', { name: /Time to resolution can still be earned back: 0 of 1 following periods/ })
      .waitFor();
    await screenshot(page, 'compliance-credits-earn-back');
    expect(await axeFindings(page)).toEqual([]);
  });
});
