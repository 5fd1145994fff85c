import { axeFindings, Harness, moveClock, screenshot } from './harness';

jest.setTimeout(240_000);

/** Escalations over the real app on the demo's clock: it stands at 10:40, one ticket is due at 10:47. */
describe('A ticket that runs out of time', () => {
  const site = Harness.forTests();

  it('is labelled and told of at the very second, once, and listed for the manager', async () => {
    const list = await site.open('/projects/ACME?text=lag+behind', { as: 'ben-okafor' });
    const key = (await list.getByRole('rowheader').first().textContent()) ?? '';
    const issue = await site.openIssue(key, { as: 'ben-okafor' });
    await issue.getByRole('heading', { name: 'Activity' }).waitFor();
    expect(await issue.getByText('sla-missed').count()).toBe(0);
    // The warning was due at 10:17, before the agreement was put into force here: noted, not sent.
    expect(await issue.getByRole('heading', { name: 'Mails' }).count()).toBe(0);

    await moveClock(issue, '15 minutes');
    await moveClock(issue, '15 minutes');
    await issue.reload();
    const mails = issue.getByRole('list', { name: 'Mails' });
    await mails.getByText('A resolution was missed').waitFor();
    expect(await mails.getByRole('listitem').count()).toBe(1);
    expect(await mails.textContent()).toMatch(/To Ana Ruiz · .*10:47/);
    expect(await issue.getByText('sla-missed').count()).toBeGreaterThan(0);
    expect(await axeFindings(issue)).toEqual([]);
    await screenshot(issue, 'escalated-ticket');

    const { page, frame } = await site.openProjectPage('ACME', {
      as: 'ana-ruiz',
      route: '/compliance/escalations',
    });
    await frame.getByRole('heading', { name: 'Escalations' }).waitFor();
    const late = frame.getByRole('row').filter({ hasText: key }).filter({ hasText: 'Resolution missed' });
    await late.getByText('Done', { exact: true }).waitFor();
    expect(await late.textContent()).toContain('at 10:47');
    const warned = frame.getByRole('row').filter({ hasText: key }).filter({ hasText: 'Half an hour left' });
    await warned.getByText('Only noted').waitFor();
    await warned.getByText('had passed before this escalation was in force, so nothing was done.').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await screenshot(page, 'escalations-tab');
  });
});
