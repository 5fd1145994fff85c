import { axeFindings, Harness } from './harness';

/** The agreement editor on the demo's site: what it writes is what the app keeps. */
const admin = 'priya-nair';
const route = '/agreements/acme-it-support/edit';

const site = Harness.forTests();

it('writes a change into the text in place, with its comments, and brings it back', async () => {
  const { frame } = await site.openSettings('ACME', { as: admin, route });
  await frame.getByLabel('Name', { exact: true }).fill('Renamed in the editor');
  await frame.getByText('Unsaved changes').waitFor();
  await frame.getByText(/^Saved \d/).waitFor();
  await frame.getByRole('button', { name: 'Edit as text' }).click();
  const text = await frame.getByLabel('The agreement as text (YAML or JSON)').inputValue();
  expect(text).toContain('name: Renamed in the editor\n');
  expect(text).toContain('# An Accord agreement: one file is one version.');
  const again = await site.openSettings('ACME', { as: admin, route });
  await again.frame.getByLabel('Name', { exact: true }).waitFor();
  expect(await again.frame.getByLabel('Name', { exact: true }).inputValue()).toBe('Renamed in the editor');
});

it('lets two admins at once overwrite nothing', async () => {
  const first = await site.openSettings('ACME', { as: admin, route });
  const second = await site.openSettings('ACME', { as: admin, route });
  const nameOf = ({ frame }: typeof first) => frame.getByLabel('Name', { exact: true });
  await nameOf(second).waitFor();
  await nameOf(first).fill('Written first');
  await first.frame.getByText(/^Saved \d/).waitFor();
  await nameOf(second).fill('Written second');
  await second.frame.getByRole('alert').filter({ hasText: 'saved this draft' }).waitFor();
  await second.frame.getByRole('button', { name: 'Take theirs' }).click();
  expect(await nameOf(second).inputValue()).toBe('Written first');
});

it('checks while it is typed, counts tickets, finds people and tries the calendar', async () => {
  const { page, frame } = await site.openSettings('ACME', { as: admin, route });
  const section = (title: string) =>
    frame.getByRole('navigation', { name: 'Parts of the agreement' }).getByRole('button', { name: title });
  await section('Scope').click();
  await frame.getByRole('textbox', { name: 'Tickets it is for (JQL)' }).fill('priority = Nonsense');
  expect(await frame.locator('mark').innerText()).toContain('Nonsense');
  await frame.getByRole('button', { name: 'Undo' }).click();
  await frame.getByText(/tickets match/).waitFor();
  await section('Parties').click();
  await frame.getByLabel('Add a representative of the provider').fill('ben');
  await frame.getByText('Ben Okafor (Jira user)').waitFor();
  await page.keyboard.press('Escape');
  await section('Calendars').click();
  await frame.getByText(/^Deadline: /).waitFor();
  await section('Measures').click();
  await frame.getByText('Starts when the ticket is created.').first().waitFor();
  expect(await axeFindings(page)).toEqual([]);
  expect(site.complaints).toEqual([]);
});
