import { readFileSync } from 'node:fs';
import { axeFindings, Harness, moveClock, screenshot } from './harness';

jest.setTimeout(240_000);

/** A service report in Chromium, from its draft to both signatures, over the real app and its demo data. */
describe('A service report', () => {
  const site = Harness.forTests();

  it('is drafted, delivered as a work item, proved by a replay and signed by both parties', async () => {
    const { page, frame } = await site.openProjectPage('ACME', {
      as: 'ana-ruiz',
      route: '/compliance/reports',
    });
    // What happened within the last minute is in no report: time has to pass since the agreement was signed.
    await moveClock(page, '15 minutes');
    await frame.getByRole('combobox', { name: /^Earlier period/ }).waitFor();
    await frame.getByRole('button', { name: /^Draft its report/ }).press('Enter');
    const title = frame.getByRole('heading', { name: 'Service report: IT support for Acme Retail' }).first();
    await title.waitFor();
    await frame.getByText('Time to resolution').first().waitFor();
    const breach = frame
      .getByRole('table', { name: /^Breaches/ })
      .getByRole('link', { name: /^ACME-\d+$/ })
      .first();
    const key = await breach.innerText();
    expect(await breach.getAttribute('href')).toBe(`/browse/${key}`);
    await frame.getByRole('img', { name: /^Time to resolution, kept \(net\) by period/ }).waitFor();
    await frame.getByText(/^For Sam Reed\. Jira has mailed the representatives/).waitFor();
    await screenshot(page, 'service-report');
    expect(await axeFindings(page)).toEqual([]);

    await frame.getByRole('textbox', { name: /^Text/ }).fill('Have someone on call on Saturdays');
    await frame.getByLabel('Due on').fill('2099-12-24');
    await frame.getByRole('button', { name: 'Add', exact: true }).press('Enter');
    await frame.getByText('Due 24 Dec 2099.').waitFor();

    const saved = page.waitForEvent('download');
    await frame.getByRole('button', { name: 'Download to print' }).press('Enter');
    const paper = readFileSync(await (await saved).path(), 'utf8');
    expect(paper).toContain(`/browse/${key}">${key}</a>`);
    expect(paper).toMatch(/href="https?:/);
    expect(paper).toContain('<svg class="trend"');
    expect(paper).toContain('(due 24 December 2099)');

    await frame.getByRole('button', { name: 'Replay it' }).press('Enter');
    await frame.getByText(/The same, byte for byte/).waitFor();
    await frame.getByRole('button', { name: 'Sign…' }).press('Enter');
    await frame.getByRole('button', { name: 'Sign this report' }).press('Enter');
    await frame
      .getByText(/Ana Ruiz/)
      .first()
      .waitFor();

    const portal = await site.openPortalAgreements({ as: 'sam-reed' });
    await portal.frame
      .getByRole('button', { name: /^Read and sign the service report of IT support/ })
      .press('Enter');
    await portal.frame.getByRole('button', { name: 'Sign…' }).press('Enter');
    await portal.frame.getByRole('button', { name: 'Sign this report' }).press('Enter');
    await portal.frame
      .getByText(/Sam Reed/)
      .first()
      .waitFor();
    expect(await axeFindings(portal.page)).toEqual([]);

    const list = await site.openProjectPage('ACME', { as: 'ana-ruiz', route: '/compliance/reports' });
    await list.frame.getByRole('row', { name: /Signed by both/ }).waitFor();
  });
});
