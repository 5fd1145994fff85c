import type { Page } from 'playwright-core';
import { axeViolations, colours, wcag } from '../../gallery/axe';
import { inBrowser, type Prepared } from '../../gallery/in-browser';
import { editorScreen, keepDrafts } from '../gallery/editor-gallery';
import { SECTIONS } from './sections';

jest.setTimeout(240_000);

interface Draft {
  revision: number;
  updatedBy: string;
  document: {
    name: string;
    scope?: string;
    parties: Record<'provider' | 'customer', { name: string; representatives?: { name: string }[] }>;
    calendars: { hours: unknown; holidays?: { date: string; name: string; yearly?: boolean }[] }[];
    measures: { preset?: string; goals: { name: string; when?: string; within: string }[] }[];
    report: { every: string; within?: string; parts?: readonly string[] };
    consequences: {
      credits?: { measure: string }[];
      together?: string[][];
      earnBack?: object;
    };
  };
}
interface Gallery {
  draft: Draft;
  answers: Record<string, unknown>;
  calls: { functionKey: string; payload: unknown }[];
  history: { path(): string };
}
declare const window: { gallery: Gallery };

const prepared: Prepared = {
  browser: { viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' },
  page: (page) => page.addInitScript(keepDrafts),
};

inBrowser('the editor in Chromium', editorScreen, prepared, (bench) => {
  let url: string;
  let page: Page;
  let complaints: string[];
  beforeEach(() => void ({ url, page, complaints } = bench));
  afterEach(() => expect(complaints).toEqual([]));

  async function open(sample: string, mode = 'light'): Promise<void> {
    await page.goto(`${url}/?sample=${sample}&mode=${mode}&route=/agreements/acme-it-support/edit`);
    await page.getByRole('navigation', { name: 'Parts of the agreement' }).waitFor();
  }
  const section = (title: string) =>
    page.getByRole('navigation', { name: 'Parts of the agreement' }).getByRole('button', { name: title });
  const saved = async (): Promise<Draft['document']> => {
    await page.getByText(/^Saved \d/).waitFor();
    return page.evaluate(() => window.gallery.draft.document);
  };
  const goalNames = async (): Promise<readonly string[]> =>
    (await saved()).measures[0]?.goals.map(({ name }) => name) ?? [];
  const announced = (words: string | RegExp) =>
    page.getByRole('status').filter({ hasText: words }).waitFor({ state: 'attached' });

  /** Goes on with Tab until the control of this name has the focus. */
  async function tabTo(name: string | RegExp): Promise<void> {
    for (let step = 0; step < 150; step++) {
      await page.keyboard.press('Tab');
      const reached = await page.evaluate(() => {
        const element = document.activeElement as HTMLInputElement | null;
        const label = element?.labels?.[0]?.textContent;
        return element?.getAttribute('aria-label') ?? label ?? element?.textContent ?? '';
      });
      if (typeof name === 'string' ? reached === name : name.test(reached)) return;
    }
    throw new Error(`Tab never reached ${name}`);
  }

  it('sets up a working agreement with the keyboard alone', async () => {
    await open('new');
    await tabTo('Name');
    await page.keyboard.type('IT help for Acme');
    await tabTo('Next: Parties');
    await page.keyboard.press('Enter');
    await tabTo('Add a representative of the provider');
    await page.keyboard.type('ben');
    await page.getByText('Ben Okafor (Jira user)').waitFor();
    await page.keyboard.press('Enter');
    await announced('Added Ben Okafor.');
    await tabTo('Name of the customer');
    await page.keyboard.type('Acme');
    await tabTo('Add a representative of the customer');
    await page.keyboard.type('cleo');
    await page.getByText('Cleo Park (portal customer)').waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await announced('Added Cleo Park.');
    await tabTo('Next: Scope');
    await page.keyboard.press('Enter');
    await tabTo(/^Pick from lists/);
    await page.keyboard.press('Enter');
    await tabTo('Priority is one of');
    await page.keyboard.type('High');
    await page.keyboard.press('Enter');
    await tabTo('Next: Measures and goals');
    await page.keyboard.press('Enter');
    await tabTo('Time to resolution');
    await page.keyboard.press('Enter');
    await announced('Added Time to resolution.');
    const document = await saved();
    expect(document).toMatchObject({
      name: 'IT help for Acme',
      parties: {
        provider: { representatives: [{ name: 'Ben Okafor' }] },
        customer: { name: 'Acme', representatives: [{ name: 'Cleo Park' }] },
      },
      scope: 'priority = Highest',
      measures: [{ preset: 'time-to-resolution', goals: [{ within: '8h' }] }],
    });
  });

  it('does not let go of the last representative, and says why', async () => {
    await open('support');
    await section('Parties').click();
    await page.getByText('The last representative cannot be removed').waitFor();
    await page.getByRole('button', { name: 'Remove Ana Ruiz' }).click({ force: true });
    await page.getByRole('button', { name: 'Remove Lee Wong' }).click();
    await page
      .getByText('Saving…')
      .or(page.getByText(/^Saved/))
      .first()
      .waitFor();
    await announced('Removed Lee Wong.');
    const { parties } = await page.waitForFunction(() => window.gallery.draft.revision > 1).then(saved);
    expect(parties.provider.representatives).toHaveLength(1);
    expect(parties.customer.representatives?.map(({ name }) => name)).toEqual(['Sam Reed']);
  });

  it('reorders goals by keyboard, keeps the focus on the goal, says so, and undoes it', async () => {
    await open('support');
    await section('Measures').click();
    await page.getByRole('button', { name: 'Move goal Urgent down' }).focus();
    await page.keyboard.press('Enter');
    await announced('Moved Urgent to position 2 of 3.');
    await expect(page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).resolves.toBe(
      'Move goal Urgent down',
    );
    await page.keyboard.press('Enter');
    await announced('Moved Urgent to position 3 of 3.');
    await page.waitForFunction(() => window.gallery.draft.revision > 1);
    expect(await goalNames()).toEqual(['High', 'Everything else', 'Urgent']);
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+z');
    await page.waitForFunction(() => window.gallery.draft.document.measures[0]?.goals[0]?.name === 'Urgent');
    await page.keyboard.press('Control+Shift+z');
    await page.waitForFunction(() => window.gallery.draft.document.measures[0]?.goals[0]?.name === 'High');
  });

  it('reorders goals by mouse', async () => {
    await open('support');
    await section('Measures').click();
    const rows = page.locator('.goal-row');
    await rows
      .nth(2)
      .locator('.drag-handle')
      .dragTo(rows.nth(0), { targetPosition: { x: 100, y: 4 } });
    await announced('Moved Everything else to position 1 of 3.');
    await page.waitForFunction(() => window.gallery.draft.revision > 1);
    expect(await goalNames()).toEqual(['Everything else', 'Urgent', 'High']);
  });

  it('leaves Ctrl+Z in a text field to the field', async () => {
    await open('support');
    await section('Parties').click();
    await page.getByRole('button', { name: 'Remove Lee Wong' }).click();
    await page.getByLabel('Name of the customer').fill('Acme Stores');
    await page.keyboard.press('Control+z');
    await page.waitForFunction(() => window.gallery.draft.revision > 1);
    expect((await saved()).parties.customer.representatives).toHaveLength(1);
  });

  it('overwrites nothing when somebody else saved, shows what differs, and keeps or takes on request', async () => {
    await open('support');
    const elsewhere = () =>
      page.evaluate(() => {
        const { draft } = window.gallery;
        window.gallery.draft = {
          ...draft,
          revision: draft.revision + 1,
          updatedBy: 'Ben Okafor',
          document: { ...draft.document, name: 'Written by Ben' },
        };
      });
    await elsewhere();
    await page.getByLabel('Name', { exact: true }).fill('Written here');
    const banner = page.getByRole('alert').filter({ hasText: 'Ben Okafor saved this draft' });
    await banner.waitFor();
    expect(await page.evaluate(() => window.gallery.draft.document.name)).toBe('Written by Ben');
    await page.getByRole('button', { name: 'See theirs' }).click();
    await page.getByRole('row', { name: 'name Written here Written by Ben' }).waitFor();
    await page.getByRole('button', { name: 'Take theirs' }).click();
    await expect(page.getByLabel('Name', { exact: true }).inputValue()).resolves.toBe('Written by Ben');
    expect(await banner.count()).toBe(0);
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.waitForFunction(() => window.gallery.draft.document.name === 'Written here');
    await elsewhere();
    await page.getByLabel('Name', { exact: true }).fill('Mine after all');
    await page.getByRole('button', { name: 'Keep mine' }).click();
    await page.waitForFunction(() => window.gallery.draft.document.name === 'Mine after all');
  });

  it('writes what is done by itself, one kind of action after the other', async () => {
    await open('support');
    await section('Consequences').click();
    await page.getByRole('button', { name: 'Add an escalation' }).click();
    const added = page.getByRole('group', { name: 'Escalation 2' });
    await added.getByLabel('Name').fill('Goal missed');
    await added.getByLabel('When').fill('at breach');
    await added.getByLabel('Also at night').check();
    await added.getByLabel('What is done').selectOption('Assign');
    await added.getByRole('button', { name: 'Add what is done' }).click();
    await added.getByLabel('What is done, action 2').selectOption('Set a field');
    await added.getByLabel('Field').selectOption('Approval state');
    await added.getByLabel('Value').fill('Needed');
    const document = (await saved()) as unknown as { consequences: { escalations: unknown[] } };
    expect(document.consequences.escalations[1]).toEqual({
      id: 'escalation',
      name: 'Goal missed',
      when: 'at breach',
      anyHour: true,
      do: [{ assign: 'lead' }, { set: { field: 'Approval state', value: 'Needed' } }],
    });
    await page.setViewportSize({ width: 320, height: 900 });
    expect(await bench.violations()).toEqual([]);
  });

  it('imports a calendar file: shows what it found and what it skips, takes what is confirmed', async () => {
    await open('support');
    await section('Calendars').click();
    await page.getByRole('button', { name: 'Import a calendar file' }).click();
    const event = (...lines: readonly string[]) => ['BEGIN:VEVENT', 'UID:1', ...lines, 'END:VEVENT'];
    const file = [
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:test',
      ...event('SUMMARY:New Year', 'DTSTART;VALUE=DATE:20270101', 'RRULE:FREQ=YEARLY'),
      ...event('SUMMARY:Stock-taking', 'DTSTART;VALUE=DATE:20270201', 'DTEND;VALUE=DATE:20270203'),
      ...event('SUMMARY:Christmas', 'DTSTART;VALUE=DATE:20261225'),
      ...event('SUMMARY:Meeting', 'DTSTART:20270201T090000Z'),
      'END:VCALENDAR',
    ];
    await page.getByLabel('Calendar file').setInputFiles({
      name: 'holidays.ics',
      mimeType: 'text/calendar',
      buffer: Buffer.from(file.join('\r\n')),
    });
    await page.getByText('4 dates found, 1 of them in the calendar already.').waitFor();
    await page.getByText('1 event is skipped').click();
    await page.getByText('Meeting: It has a time of day').waitFor();
    await page.getByLabel('2027-02-02 Stock-taking').uncheck();
    await page.getByRole('button', { name: 'Add 2 holidays' }).click();
    await announced('Added 2 holidays.');
    await page.waitForFunction(() => window.gallery.draft.revision > 1);
    expect((await saved()).calendars[0]?.holidays?.slice(2)).toEqual([
      { date: '2027-01-01', name: 'New Year', yearly: true },
      { date: '2027-02-01', name: 'Stock-taking' },
    ]);
  });

  it('adds public holidays of a country and region', async () => {
    await open('new');
    await section('Calendars').click();
    await page.getByRole('button', { name: 'Add public holidays of a country' }).click();
    await page.getByLabel('Country').selectOption({ label: 'Germany' });
    await page.getByLabel('Region').selectOption({ label: 'Bayern' });
    await page.getByRole('button', { name: /^Add \d+ holidays$/ }).click();
    await page.waitForFunction(() => window.gallery.draft.revision > 1);
    expect((await saved()).calendars[0]?.holidays?.map(({ date }) => date)).toContain('2026-01-06');
  });

  it('paints working hours by mouse and by keyboard', async () => {
    await open('new');
    await section('Calendars').click();
    const cell = (name: string) => page.getByRole('gridcell', { name });
    await cell('Saturday 10:00, closed').dragTo(cell('Sunday 11:00, closed'));
    await announced('Saturday and Sunday, 10:00 to 12:00: open.');
    await cell('Monday 16:00, open').focus();
    await page.keyboard.press('Shift+ArrowDown');
    await announced('Monday, 16:00 to 18:00: open.');
    await cell('Monday 17:00, open').waitFor();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Space');
    await announced('Tuesday, 17:00 to 18:00: open.');
    await page.waitForFunction(() => window.gallery.draft.revision > 1);
    expect((await saved()).calendars[0]?.hours).toEqual({
      'mon-tue': '09:00-18:00',
      'wed-fri': '09:00-17:00',
      'sat-sun': '10:00-12:00',
    });
  });

  it('leads from a problem to its field, which says what is wrong', async () => {
    await open('troubled');
    await page.getByRole('button', { name: /Go to the field.*2x/ }).click();
    const field = page.getByLabel('Within, goal High');
    await page.waitForFunction(() => (document.activeElement as HTMLInputElement)?.value === '2h');
    expect(await field.getAttribute('aria-invalid')).toBe('true');
    const described = (await field.getAttribute('aria-describedby')) ?? '';
    const words = await page.locator(`[id="${described}"]`).textContent();
    expect(words).toContain('Write 4h, 30m or none.');
    await page.getByRole('button', { name: /Go to the field.*This is empty/ }).click();
    await page.waitForFunction(() => (document.activeElement as HTMLInputElement)?.value === 'Acme Retail');
  });

  it('takes when the service report is due, in whose hours, and says what is wrong with it', async () => {
    await open('support');
    await section('Reporting').click();
    const due = page.getByRole('textbox', { name: /^Due within/ });
    expect(await due.getAttribute('placeholder')).toBe('40h');
    const described = async () => {
      const ids = ((await due.getAttribute('aria-describedby')) ?? '').split(' ');
      return (await Promise.all(ids.map((id) => page.locator(`[id="${id}"]`).textContent()))).join(' ');
    };
    expect(await described()).toContain('in the hours of London office hours');
    await due.fill('16h');
    expect((await saved()).report.within).toBe('16h');
    await page.evaluate(() => {
      const fault = { path: 'report.within', message: '"2d" counts in days', remedy: 'Write 16h.' };
      const value = (window.gallery.answers['checkDraft'] as { value: object }).value;
      window.gallery.answers['checkDraft'] = { ok: true, value: { ...value, faults: [fault] } };
    });
    await due.fill('2d');
    await page.waitForFunction(() =>
      document.querySelector('[data-path="report.within"][aria-invalid="true"]'),
    );
    expect(await described()).toContain('"2d" counts in days. Write 16h.');
    await due.fill('');
    await page.waitForFunction(() => !('within' in window.gallery.draft.document.report));
  });

  it('takes what the service report tells: all, until something is left out', async () => {
    await open('support');
    await section('Reporting').click();
    const warnings = page.getByRole('checkbox', { name: /^Warnings/ });
    expect(await page.getByRole('checkbox', { checked: true }).count()).toBe(5);
    await warnings.uncheck();
    expect((await saved()).report.parts).toEqual(['trend', 'breaches', 'exclusions', 'credits']);
    await warnings.check();
    await page.waitForFunction(() => !('parts' in window.gallery.draft.document.report));
    expect(await page.getByRole('checkbox', { checked: true }).count()).toBe(5);
  });

  it('marks the place of a fault in the JQL', async () => {
    await open('support');
    await page.evaluate(() => {
      const fault = { message: 'There is no priority "Urgent"', remedy: 'Write High.', start: 11, end: 17 };
      window.gallery.answers['countTickets'] = { ok: true, value: { count: null, faults: [fault] } };
    });
    await section('Scope').click();
    await page.getByRole('textbox', { name: 'Tickets it is for (JQL)' }).fill('priority = Urgent');
    await expect(page.locator('mark').textContent()).resolves.toBe('Urgent');
  });

  it('shows the text with its comments, and faults by line', async () => {
    await open('support');
    await page.getByLabel('Name', { exact: true }).fill('Renamed');
    await page.getByRole('button', { name: 'Edit as text' }).click();
    const area = page.getByLabel('The agreement as text (YAML or JSON)');
    expect(await area.inputValue()).toMatch(/^# Kept\n[\s\S]*"name": "Renamed"/);
    await area.fill('name: a\nkind: [sla\nscope: x\n');
    await page.getByRole('button', { name: 'Line 3' }).first().click();
    await expect(
      area.evaluate((element: HTMLTextAreaElement) =>
        element.value.slice(element.selectionStart, element.selectionEnd),
      ),
    ).resolves.toBe('scope: x');
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByRole('button', { name: 'Edit as form' }).click();
    await expect(page.getByLabel('Name', { exact: true }).inputValue()).resolves.toBe('Renamed');
  });

  it('says that something is not saved, and asks before it is left behind', async () => {
    await open('support');
    await page.evaluate(() => {
      Object.defineProperty(window.gallery.answers, 'saveDraft', {
        value: { ok: false, code: 'failed', message: 'Accord could not be reached.' },
      });
    });
    await page.getByLabel('Name', { exact: true }).fill('Never saved');
    await page.getByText('Not saved: Accord could not be reached.').waitFor();
    await page.getByRole('button', { name: 'Done' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Stay' }).click();
    expect(await page.evaluate(() => window.gallery.history.path())).toBe('/agreements/acme-it-support/edit');
    await page.getByRole('button', { name: 'Done' }).click();
    await dialog.getByRole('button', { name: 'Leave without saving' }).click();
    await page.waitForFunction(() => window.gallery.history.path() === '/agreements/acme-it-support');
  });

  it('saves, then opens the dialog to propose', async () => {
    await open('support');
    await page.getByLabel('Name', { exact: true }).fill('Ready to sign');
    await page.getByRole('button', { name: 'Propose…' }).click();
    await page.getByRole('dialog').getByText('It is in force once everybody who has to has signed').waitFor();
    expect(await page.evaluate(() => window.gallery.draft.document.name)).toBe('Ready to sign');
  });

  it('saves before it leaves', async () => {
    await open('support');
    await page.getByLabel('Name', { exact: true }).fill('Typed and left');
    await page.getByRole('button', { name: 'Done' }).click();
    await page.waitForFunction(() => window.gallery.history.path() === '/agreements/acme-it-support');
    expect(await page.evaluate(() => window.gallery.draft.document.name)).toBe('Typed and left');
  });

  it('shows names only as text, also with 90 goals and 400 holidays', async () => {
    await open('large');
    await page.evaluate(() => document.title === '1').then((ran) => expect(ran).toBe(false));
    await section('Calendars').click();
    const name = page.getByLabel('Name of the calendar');
    await name.fill('');
    await page.keyboard.type('abcdefghij');
    await expect(name.inputValue()).resolves.toBe('abcdefghij');
    await section('Measures').click();
    await expect(page.locator('.goal-row').count()).resolves.toBe(30);
    expect(await page.locator('img').count()).toBe(0);
    expect(await page.title()).not.toBe('1');
  });

  it.each(['light', 'dark'])('is accessible and fits from 320 to 1400 pixels: %s', async (mode) => {
    await open('troubled', mode);
    await page.getByRole('button', { name: 'Measure on your own tickets' }).click();
    await page.getByText('250 tickets since').waitFor();
    for (const { title } of SECTIONS) {
      await section(title).click();
      const violations = await axeViolations(page, mode === 'light' ? wcag : colours);
      expect(violations.map((v) => `${title}: ${v.id}: ${v.nodes.map((n) => n.html).join(' ')}`)).toEqual([]);
      for (const width of mode === 'light' ? [320, 700, 1000, 1400] : []) {
        await page.setViewportSize({ width, height: 900 });
        // What is laid out by the width of its frame follows within a moment.
        const wide = () =>
          page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        await page
          .waitForFunction(
            () => document.documentElement.scrollWidth <= document.documentElement.clientWidth,
            undefined,
            { timeout: 3_000 },
          )
          .catch(() => undefined);
        expect({ title, width, wide: await wide() }).toEqual({ title, width, wide: 0 });
      }
      const small = await page
        .locator('.editor button, .editor select, .editor summary')
        .evaluateAll((list) =>
          list
            .filter((e) => e.checkVisibility() && e.getBoundingClientRect().height < 24)
            .map((e) => e.outerHTML),
        );
      expect(small).toEqual([]);
    }
  });

  it('changes how a credit is worked out, ties credits and lets them be earned back', async () => {
    await open('support');
    await section('Consequences').click();
    const way = page.getByLabel('How it is worked out, credit 1');
    await way.selectOption({ label: 'What is missing of the target' });
    await page.getByLabel('Weight, credit 1').fill('60%');
    await way.selectOption({ label: 'For each late ticket, by how late it is' });
    await page.getByLabel('Amount, credit 1').fill('250');
    await page.getByLabel('Free time of each ticket, credit 1').fill('30m');
    await page.getByRole('button', { name: 'Add a service credit' }).click();
    await page.getByRole('button', { name: 'Count measures that fail together once' }).click();
    await page.getByRole('button', { name: 'Let the provider earn credits back' }).click();
    await page.getByLabel('Attainment in each of them').fill('97%');
    const { consequences } = await saved();
    const [first, second] = consequences.credits ?? [];
    expect(first).toEqual({
      measure: 'time-to-first-response',
      perBreach: { amount: 250, per: '1h', free: '30m' },
    });
    expect(consequences.together).toEqual([[first?.measure, second?.measure]]);
    expect(consequences.earnBack).toEqual({ periods: 3, reach: '97%' });
    await page.setViewportSize({ width: 320, height: 800 });
    const fits = page.waitForFunction(() => {
      const { scrollWidth, clientWidth } = document.documentElement;
      return scrollWidth === clientWidth;
    });
    await expect(fits).resolves.toBeDefined();
    expect(await bench.violations()).toEqual([]);
  });
});
