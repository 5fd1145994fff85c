import type { Frame, Page } from 'playwright-core';
import {
  axeFindings,
  Harness,
  moduleFrame,
  moveClock,
  panelFrame,
  screenshot,
  type ModulePage,
} from './harness';

jest.setTimeout(240_000);

/** The whole way of an agreement in Chromium, over the real app: written, signed, excluded from, changed. */
describe('An agreement from the first draft to a changed verdict', () => {
  const site = Harness.forTests();

  const plain = (text: string | null): string => (text ?? '').replace(/\u00a0/g, ' ');
  const flagged = (page: Page, title: string) => page.getByText(title).first().waitFor();

  /** Picks a person in a picker of the editor, with the keyboard alone. */
  async function pick(frame: Frame, page: Page, label: string, name: string): Promise<void> {
    await frame.getByRole('combobox', { name: label }).focus();
    await page.keyboard.type(name);
    await frame.getByRole('option', { name: new RegExp(`^${name} \\(`) }).waitFor();
    await page.keyboard.press('Enter');
  }

  async function clean({ page }: Pick<ModulePage, 'page'>, name: string): Promise<void> {
    expect({ name, findings: await axeFindings(page) }).toEqual({ name, findings: [] });
    await screenshot(page, name);
  }

  it('is written by an admin on the first day, signed by both sides, and starts the timers', async () => {
    const began = Date.now();
    const admin = await site.openSettings('INIT', { as: 'priya-nair' });
    const { page, frame } = admin;
    await frame.getByRole('heading', { name: 'No agreement in this project yet' }).waitFor();
    await clean(admin, 'first-agreement');
    await frame.getByRole('button', { name: /Use this.*IT service desk/ }).click();
    await frame.getByRole('navigation', { name: 'Parts of the agreement' }).waitFor();

    // Without somebody to sign on each side it cannot be proposed, and the linter says so.
    await frame
      .getByText(/errors?[,.]|\d+ errors?/)
      .first()
      .waitFor();
    await frame
      .getByRole('navigation', { name: 'Parts of the agreement' })
      .getByRole('button', { name: /^Parties/ })
      .click();
    await frame.getByLabel('Name of the customer').fill('Initech');
    await pick(frame, page, 'Add a representative of the provider', 'Ana Ruiz');
    await pick(frame, page, 'Add a representative of the customer', 'Joanna Price');
    await frame.getByText(/^Saved \d/).waitFor();
    await clean(admin, 'editor-parties');
    await frame.getByRole('button', { name: 'Propose…' }).click();
    const dialog = frame.getByRole('dialog');
    await dialog.getByLabel(/In force from/).fill('2026-11-24');
    await dialog.getByLabel('Note').fill('Our first agreement');
    await clean(admin, 'propose');
    await dialog.getByRole('button', { name: 'Propose' }).click();
    await flagged(page, 'Version 1 is proposed');
    // Who writes the draft stands in it for the provider, and can never sign for the customer.
    await frame.getByText('Signature missing.', { exact: false }).first().waitFor();
    expect(await frame.getByRole('heading', { name: /^Your signature for/ }).allTextContents()).toEqual([
      expect.stringContaining('INIT'),
    ]);
    console.log(`From the empty project to the proposal: ${Date.now() - began} ms`);

    const provider = await site.openProjectPage('INIT', { as: 'ana-ruiz' });
    await provider.frame.getByRole('link', { name: /IT/ }).first().click();
    await provider.frame.getByRole('button', { name: 'Sign…' }).click();
    await provider.frame.getByRole('button', { name: 'Sign this text' }).click();
    await provider.page.getByText('Signed', { exact: true }).waitFor();
    await clean(provider, 'signed-by-provider');

    // A customer who does not represent may read, not sign; the representative signs.
    const other = await site.openPortalAgreements({ as: 'milton-waddams' });
    await other.frame.getByRole('heading', { level: 1 }).waitFor();
    expect(await other.frame.getByRole('button', { name: /^Read and sign/ }).count()).toBe(0);
    const customer = await site.openPortalAgreements({ as: 'joanna-price' });
    await customer.frame.getByRole('button', { name: /^Read and sign/ }).click();
    await customer.frame.getByRole('heading', { name: 'Measures and goals' }).waitFor();
    await clean(customer, 'portal-sign');
    await customer.frame.getByRole('button', { name: 'Sign…' }).focus();
    await customer.page.keyboard.press('Enter');
    await customer.frame.getByText('Sign for Initech?').waitFor();
    await customer.page.keyboard.press('Enter');
    await flagged(customer.page, 'You have signed');

    await page.reload();
    const after = await moduleFrame(page, 'project-settings');
    await after.getByText('Active').first().waitFor();
    await moveClock(page, '15 minutes');
    const ticket = await site.open('/projects/INIT?text=', { as: 'ben-okafor' });
    const key = await ticket.getByRole('rowheader').first().textContent();
    const issue = await site.openIssue(key ?? '', { as: 'ben-okafor' });
    const panel = await panelFrame(issue, 'Service levels');
    await panel.getByText('Time to resolution').first().waitFor();
  });

  it('lets an exclusion be proposed, tried, agreed, and change a verdict that was closed', async () => {
    const list = await site.open('/projects/ACME?text=flooded', { as: 'ben-okafor' });
    const key = (await list.getByRole('rowheader').first().textContent()) ?? '';
    const before = await panelFrame(await site.openIssue(key, { as: 'ben-okafor' }), 'Service levels');
    const resolution = before.getByRole('article', { name: 'Time to resolution' });
    await resolution.getByText('Breached').waitFor();

    // The provider proposes on the project page and sees first what it would change.
    const provider = await site.openProjectPage('ACME', { as: 'ana-ruiz', route: '/exclusions' });
    await provider.frame.getByRole('button', { name: 'Propose exclusion' }).click();
    const form = provider.frame.getByRole('form', { name: 'Propose an exclusion' });
    await form.getByLabel(/^Clause/).fill('6.3 Severe weather');
    await form.getByRole('radio', { name: 'One ticket' }).check();
    await form.getByRole('textbox', { name: 'Ticket' }).fill(key);
    await form.getByLabel('From', { exact: true }).fill('2026-11-19T12:00');
    await form.getByLabel('To', { exact: true }).fill('2026-11-21T00:00');
    await form.getByLabel(/^Reason/).fill('No courier drove: the roads were closed by the state.');
    await form.getByRole('button', { name: 'See what would change' }).click();
    await form.getByText(/verdict would change/).waitFor();
    await clean(provider, 'exclusion-preview');
    await form.getByRole('button', { name: 'Propose', exact: true }).click();
    await flagged(provider.page, 'Proposed');

    // On the ticket it is said to be proposed, and the clock still counts.
    const waiting = await site.openIssue(key, { as: 'ben-okafor' });
    const proposed = await panelFrame(waiting, 'Service levels');
    await proposed.getByText('Proposed: the clock still runs.').waitFor();
    await proposed.getByText('Breached').first().waitFor();
    await clean({ page: waiting }, 'panel-proposed');

    const customer = await site.openPortalAgreements({ as: 'sam-reed' });
    await customer.frame.getByRole('heading', { name: /Exclusions waiting for you/ }).waitFor();
    await customer.frame.getByRole('button', { name: 'Agree…' }).click();
    await customer.frame.getByRole('button', { name: 'Agree', exact: true }).click();
    await flagged(customer.page, 'Agreed: 6.3 Severe weather');

    // Agreed, it takes effect backwards: the closed verdict is another one, and says by which clause.
    const agreed = await site.openIssue(key, { as: 'ben-okafor' });
    const panel = await panelFrame(agreed, 'Service levels');
    const met = panel.getByRole('article', { name: 'Time to resolution' });
    await met.getByText('Met').first().waitFor();
    expect(plain(await met.textContent())).toContain('It would be breached without the exclusion.');
    await moveClock(agreed, '15 minutes');
    const audited = await site.openSettings('ACME', { as: 'priya-nair', route: '/audit' });
    await audited.frame
      .getByText(/6\.3 Severe weather/)
      .first()
      .waitFor();
    await audited.frame.getByRole('button', { name: /Verify/ }).click();
    await audited.frame
      .getByText(/intact/i)
      .first()
      .waitFor();
    await clean(audited, 'audit');
  });

  it('shows first what another rule would have changed, ticket by ticket', async () => {
    const admin = await site.openSettings('ACME', {
      as: 'priya-nair',
      route: '/agreements/acme-it-support/edit',
    });
    const { frame, page } = admin;
    await frame
      .getByRole('navigation', { name: 'Parts of the agreement' })
      .getByRole('button', { name: /^Measures/ })
      .click();
    const goal = frame.getByLabel('Within, goal Everything else').last();
    await goal.fill('2h');
    await frame.getByText(/^Saved \d/).waitFor();
    await clean(admin, 'editor-measures');
    await frame.getByRole('button', { name: 'What-if' }).click();
    await frame.getByRole('button', { name: 'Try the draft' }).click();
    await frame.getByRole('heading', { name: 'Verdicts that change' }).waitFor({ timeout: 120_000 });
    await clean(admin, 'what-if');
    await frame
      .getByRole('button', { name: /Compare|Explain|Show/ })
      .first()
      .click();
    await frame.getByText('as published').first().waitFor();
    await screenshot(page, 'what-if-ticket');
  });
});
