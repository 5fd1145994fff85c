import type { Frame, Page } from 'playwright-core';
import { axeFindings, Harness, moduleFrame, moveClock, screenshot, tabTo } from './harness';

const agent = 'ben-okafor';
const customer = 'sam-reed';

const site = Harness.forTests();

/** The edit view of a module, once its form is there. */
async function editFrame(page: Page, moduleKey: string): Promise<Frame> {
  const element = await page.waitForSelector(`iframe[src$="/app-edit/${moduleKey}/"]`, { state: 'attached' });
  const frame = await element.contentFrame();
  if (!frame) throw new Error(`The edit view of ${moduleKey} has gone.`);
  await frame.getByRole('heading', { name: 'What it shows' }).waitFor();
  return frame;
}

async function shown(page: Page, moduleKey: string, heading: string): Promise<Frame> {
  const frame = await moduleFrame(page, moduleKey);
  await frame.getByRole('heading', { level: 1, name: heading }).waitFor();
  return frame;
}

const pathOf = (page: Page): string => {
  const { pathname, search } = new URL(page.url());
  return pathname + search;
};

describe('the dashboard of the demo', () => {
  it('is reached from the top and shows what is counted and what runs out', async () => {
    const page = await site.open('/projects/ACME', { as: agent });
    await page.getByRole('link', { name: 'Dashboards' }).click();
    await page.getByRole('link', { name: 'Service levels' }).click();
    await page.waitForURL('**/dashboards/10000');
    const attainment = await shown(page, 'gadget-attainment', 'Acme Retail IT support');
    await attainment.getByRole('link', { name: 'Time to resolution', exact: true }).waitFor();
    const atRisk = await shown(page, 'gadget-at-risk', 'Acme Retail IT support');
    expect(await atRisk.locator('.risks > li').count()).toBeGreaterThan(0);
  });

  it('leads to the compliance page with the same days and measure', async () => {
    const page = await site.open('/dashboards/10000', { as: agent });
    const frame = await shown(page, 'gadget-attainment', 'Acme Retail IT support');
    const link = frame.getByRole('link', { name: /breached/ }).first();
    const breached = Number(/\d+/.exec(await link.innerText())?.[0]);
    await link.click();
    await page.waitForURL(/\/apps\/agreements-page\/compliance\/breaches\?from=.*&agreement=.*&measure=/);
    const whole = await moduleFrame(page, 'agreements-page');
    await whole.getByRole('heading', { name: 'Breaches' }).first().waitFor();
    expect(breached).toBeGreaterThan(0);
  });

  it('asks again when it is refreshed, also after the clock has moved', async () => {
    const page = await site.open('/dashboards/10000', { as: agent });
    const frame = await shown(page, 'gadget-at-risk', 'Acme Retail IT support');
    const asOf = () => frame.locator('.gadget-foot').innerText();
    const before = await asOf();
    await page.getByRole('button', { name: 'Refresh Service levels: at risk' }).click();
    await frame.getByText(before.split('\n')[0] ?? '').waitFor();
    await moveClock(page, '15 minutes');
    // The gadget is set to ask every five minutes.
    await frame.waitForFunction(
      (was) => document.querySelector('.gadget-foot')?.textContent !== was,
      before.replace(/\n/g, ''),
    );
  });

  it.each(['light', 'dark'] as const)('stands in nobody’s way in %s', async (theme) => {
    const page = await site.open('/dashboards/10000', { as: agent, theme });
    for (const kind of ['attainment', 'at-risk', 'trend', 'providers'])
      await (await moduleFrame(page, `gadget-${kind}`)).locator('.gadget-foot').waitFor();
    // Frames out of sight are not laid out.
    await page.setViewportSize({ width: 1280, height: 1500 });
    await screenshot(page, `dashboard-${theme}`);
    expect(await axeFindings(page)).toEqual([]);
  });

  it('fits a phone and three columns', async () => {
    const page = await site.open('/dashboards/10000', { as: agent });
    await page.getByRole('button', { name: 'Three columns' }).click();
    const frame = await shown(page, 'gadget-attainment', 'Acme Retail IT support');
    await page.locator('.dashboard-3').waitFor();
    const wide = await frame.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth);
    expect(wide).toBe(true);
    await page.setViewportSize({ width: 320, height: 800 });
    await page.waitForFunction(() => document.documentElement.scrollWidth === 320);
    await page.getByRole('button', { name: 'Two columns' }).click();
  });

  it('is not for customers', async () => {
    const page = await site.open('/dashboards/10000', { as: customer });
    expect(pathOf(page)).toBe('/portal');
  });
});

describe('a new dashboard', () => {
  it('takes a gadget that is configured with the keyboard, and keeps it', async () => {
    const page = await site.open('/dashboards', { as: agent });
    await page.getByLabel('Name of a new dashboard').fill('Trends');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Trends' }).waitFor();
    await page.getByRole('button', { name: 'Add gadget' }).press('Enter');
    await page.getByRole('button', { name: 'Add Service levels: trend' }).press('Enter');
    const edit = await editFrame(page, 'gadget-trend');
    await edit.getByLabel('Project').selectOption({ label: 'Acme Retail IT support (ACME)' });
    await edit.getByLabel('Measure').selectOption({ label: 'Time to resolution' });
    await edit.getByRole('button', { name: 'Save' }).press('Enter');
    const heading = 'Acme Retail IT support: Time to resolution';
    await shown(page, 'gadget-trend', heading);
    await page.reload();
    await shown(page, 'gadget-trend', heading);
    await tabTo(page, 'Configure Service levels: trend');
    await page.keyboard.press('Enter');
    const again = await editFrame(page, 'gadget-trend');
    expect(await again.getByLabel('Period').inputValue()).toBe('90d');
    await again.getByRole('button', { name: 'Cancel' }).press('Enter');
    await shown(page, 'gadget-trend', heading);
    await page.getByRole('button', { name: 'Remove Service levels: trend' }).click();
    await page.getByText('Nothing is on this dashboard yet.').waitFor();
  });

  it('takes a widget, which the dashboard saves', async () => {
    const page = await site.open('/dashboards', { as: agent });
    await page.getByLabel('Name of a new dashboard').fill('Widgets');
    await page.getByLabel('It holds').press('ArrowDown');
    await page.getByRole('option', { name: 'Widgets (upgraded)' }).click();
    await page.getByRole('button', { name: 'Create dashboard' }).click();
    await page.getByRole('button', { name: 'Add widget' }).click();
    await page.getByRole('button', { name: 'Add Service levels: at risk' }).click();
    const edit = await editFrame(page, 'widget-at-risk');
    await page.getByRole('button', { name: 'Save widget' }).click();
    await (await moduleFrame(page, 'widget-at-risk')).getByText('Not set up yet').waitFor();
    expect(edit.isDetached()).toBe(true);
    await page.getByRole('button', { name: 'Configure Service levels: at risk' }).click();
    const second = await editFrame(page, 'widget-at-risk');
    await second.getByLabel('Project').selectOption({ label: 'Acme Retail IT support (ACME)' });
    await page.getByRole('button', { name: 'Save widget' }).click();
    const widget = await shown(page, 'widget-at-risk', 'Acme Retail IT support');
    expect(await widget.locator('.risks > li').count()).toBeGreaterThan(0);
    await screenshot(page, 'dashboard-widget');
  });
});
