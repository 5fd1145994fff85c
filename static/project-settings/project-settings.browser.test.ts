import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import type { GalleryState } from '../gallery/gallery-bridge';
import { inBrowser, type Prepared } from '../gallery/in-browser';
import { check, finding, scenes, settingsGallery } from './gallery/settings-gallery';

jest.setTimeout(180_000);

declare const window: { gallery: GalleryState };

const prepared: Prepared = { browser: { viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' } };

inBrowser('the settings screen in Chromium', settingsGallery, prepared, (bench) => {
  let url: string;
  let page: Page;
  let complaints: string[];
  beforeEach(() => void ({ url, page, complaints } = bench));

  async function open(scene: string, mode = 'light'): Promise<void> {
    const route = scenes[scene]?.route ?? '/';
    await page.goto(`${url}/?${new URLSearchParams({ sample: scene, mode, route })}`);
    await page.locator('h1').first().waitFor();
    // Everything that was asked for has been answered.
    await page.waitForFunction(
      (loading) => loading || document.querySelector('.loading') === null,
      scene === 'list-loading',
    );
  }
  const path = (): Promise<string> => page.evaluate(() => window.gallery.history.path());
  const calls = (functionKey: string): Promise<unknown[]> =>
    page.evaluate(
      (key) => window.gallery.calls.filter((c) => c.functionKey === key).map((c) => c.payload),
      functionKey,
    );
  const flags = (): Promise<(string | undefined)[]> =>
    page.evaluate(() => window.gallery.flags.map((f) => f.title));
  const answer = (functionKey: string, result: unknown): Promise<void> =>
    page.evaluate(([key, value]) => void (window.gallery.answers[key as string] = value), [
      functionKey,
      result,
    ] as const);
  const button = (name: string | RegExp) => page.getByRole('button', { name });
  async function fits(width: number): Promise<void> {
    await page.setViewportSize({ width, height: 800 });
    await page.waitForFunction(() => {
      const { scrollWidth, clientWidth } = document.documentElement;
      return scrollWidth <= clientWidth;
    });
  }

  it.each(Object.keys(scenes))(
    'is accessible, fits and keeps to the content security policy: %s',
    async (scene) => {
      await open(scene);
      await page.evaluate(() => document.querySelectorAll('details').forEach((d) => (d.open = true)));
      for (const width of [320, 768, 1400]) await fits(width);
      expect(await bench.violations()).toEqual([]);
      const small = await page
        .locator('button, summary, .screen-nav a')
        .evaluateAll((list) =>
          list
            .filter((e) => e.checkVisibility() && e.getBoundingClientRect().height < 24)
            .map((e) => e.outerHTML),
        );
      expect(small).toEqual([]);
      expect(complaints).toEqual([]);
    },
  );

  it('goes by keyboard from the list to an agreement and back, with the focus on the title', async () => {
    await open('list');
    await page.getByRole('link', { name: 'IT support for Acme Retail' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'IT support for Acme Retail' }).waitFor();
    expect(await path()).toBe('/agreements/acme-it-support');
    await page.waitForFunction(() => document.activeElement?.tagName === 'H1');
    await page.evaluate(() => window.gallery.history.back());
    await page.getByRole('heading', { level: 1, name: 'Service level agreements' }).waitFor();
    await page.waitForFunction(() => document.activeElement?.tagName === 'H1');
  });

  it('says of a measure without a goal that nothing is promised, not that nothing counted yet', async () => {
    await open('in-force');
    const measure = page.getByRole('listitem').filter({ hasText: 'Waiting for the customer' });
    await measure.getByText('No goal. Time is told, nothing is promised.').waitFor();
  });

  it('says in the list of an agreement without any goal that nothing is promised', async () => {
    await open('list');
    const promised = (name: string) => page.getByRole('row').filter({ hasText: name });
    await promised('Telephones').getByText('No goal. Time is told, nothing is promised.').waitFor();
    await promised('HR requests').getByText('Nothing counted yet').waitFor();
  });

  it('creates from a preset in one click and opens the editor', async () => {
    await open('list-empty');
    await button(/^Use this ?: HR$/).click();
    await page.waitForFunction(() => window.gallery.history.path() === '/agreements/hr/edit');
    expect(await calls('createAgreement')).toEqual([{ source: { from: 'preset', preset: 'hr' } }]);
  });

  it('imports a file byte for byte and lists every fault with its remedy', async () => {
    await open('new');
    await answer('createAgreement', {
      ok: false,
      code: 'invalid',
      message: 'The document has 2 faults.',
      faults: [
        { path: 'measures[0].goals[1].within', message: '“4 hors” is no duration.', remedy: 'Write 4h.' },
        { path: '', message: 'No version of the format.', remedy: 'Begin with accord: 1.' },
      ],
    });
    await button('Import').click();
    await page.getByText('Choose a file or paste a text first.').waitFor();
    await page.locator('input[type="file"]').setInputFiles({
      name: 'acme.yaml',
      mimeType: 'application/yaml',
      buffer: Buffer.from('\ufeffaccord: 1\r\nname: שלום\r\n'),
    });
    await page.getByText('acme.yaml is read, unchanged.').waitFor();
    await button('Import').click();
    await page.getByText('measures[0].goals[1].within').waitFor();
    for (const said of [
      '“4 hors” is no duration.',
      'Write 4h.',
      'The whole document',
      'Begin with accord: 1.',
    ])
      expect(await page.getByText(said).count()).toBe(1);
    expect(await calls('createAgreement')).toEqual([
      { source: { from: 'text', text: '\ufeffaccord: 1\r\nname: שלום\r\n' } },
    ]);
    expect(await bench.violations()).toEqual([]);
  });

  it('exports the bytes of a version', async () => {
    await open('list');
    await button('Actions for IT support for Acme Retail').click();
    await page.getByRole('menuitem', { name: 'Export version 1' }).waitFor();
    expect(await bench.violations()).toEqual([]);
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name: 'Export version 1' }).click(),
    ]);
    expect(file.suggestedFilename()).toBe('acme-it-support-v1.yaml');
    expect(readFileSync(await file.path())).toEqual(Buffer.from('\ufeffaccord: 1\r\n'));
  });

  it('signs by keyboard in two steps, bound to the hash of what is shown', async () => {
    await open('to-sign');
    await button('Sign…').focus();
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.activeElement?.textContent === 'Sign this text');
    expect(await page.locator('.sign-box').textContent()).toContain('3fa9c17be0d2');
    expect(await calls('signAgreement')).toEqual([]);
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => window.gallery.flags.length === 1);
    expect(await calls('signAgreement')).toEqual([
      {
        agreementId: 'acme-it-support',
        hash: '3fa9c17be0d24c5a9b61f7d8e2a4405c77c1de9386ab1f20c4d5e6f708192a3b',
      },
    ]);
    expect(await flags()).toEqual(['Signed: version 2 is agreed']);
  });

  it('declines only with a reason, and reads anew what has changed meanwhile', async () => {
    await open('to-sign');
    await button('Decline…').click();
    await button('Decline').press('Enter');
    expect(await calls('declineAgreement')).toEqual([]);
    await page.getByLabel(/Why\?/).fill('  Too slow.  ');
    await answer('declineAgreement', {
      ok: false,
      code: 'conflict',
      message: 'Another text is proposed now.',
    });
    await button('Decline').click();
    await page.getByText(/has changed meanwhile/).waitFor();
    expect(await calls('declineAgreement')).toMatchObject([{ reason: 'Too slow.' }]);
    await button('Read it anew').click();
    await page.waitForFunction(
      () => window.gallery.invoked.filter((k) => k === 'readAgreement').length === 2,
    );
  });

  it('names what blocks a proposal, and proposes once nothing does', async () => {
    await open('in-force');
    await answer('checkDraft', { ok: true, value: check({ findings: [finding('error')] }) });
    await button('Propose…').click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('One thing blocks it.').waitFor();
    await dialog.getByText('The goal “Low” is never reached', { exact: false }).waitFor();
    expect(await bench.violations()).toEqual([]);
    await dialog.getByRole('button', { name: 'Propose' }).press('Enter');
    expect(await calls('proposeAgreement')).toEqual([]);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await page.waitForFunction(() => document.activeElement?.textContent === 'Propose…');

    await answer('checkDraft', { ok: true, value: check() });
    await page.keyboard.press('Enter');
    await dialog.getByLabel(/In force from/).fill('2026-12-01');
    await dialog.getByLabel('Note').fill('Faster.');
    await dialog.getByRole('button', { name: 'Propose' }).click();
    await page.waitForFunction(() => window.gallery.flags.length === 1);
    expect(await calls('proposeAgreement')).toEqual([
      { agreementId: 'acme-it-support', revision: 7, effectiveFrom: '2026-12-01', note: 'Faster.' },
    ]);
    expect(await flags()).toEqual(['Version 2 is proposed']);
  });

  it('restores a former version in one step', async () => {
    await open('in-force');
    await button(/^Restore this version/).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(/In force from/).fill('2026-12-24');
    await dialog.getByRole('button', { name: 'Restore' }).click();
    await page.waitForFunction(() => window.gallery.flags.length === 1);
    expect(await calls('restoreVersion')).toEqual([
      { agreementId: 'acme-it-support', version: 1, effectiveFrom: '2026-12-24' },
    ]);
  });

  it('gives back a draft that was thrown away', async () => {
    await open('draft-only');
    await button('Actions for HR requests').click();
    await page.getByRole('menuitem', { name: 'Delete draft' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
    await page.waitForFunction(() => window.gallery.history.path() === '/');
    await page.evaluate(() =>
      (window.gallery.flags[0] as unknown as { actions: { onClick: () => void }[] }).actions[0]?.onClick(),
    );
    await page.waitForFunction(() => window.gallery.flags.length === 2);
    expect(await calls('createAgreement')).toEqual([
      { source: { from: 'text', text: 'accord: 1 # as written\n' } },
    ]);
  });

  it('keeps drafts and settings from the page for everybody', async () => {
    await open('new-reader');
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain('for project admins');
    expect(await page.getByRole('navigation').first().getByRole('link').allTextContents()).toEqual([
      'Agreements',
      'Exclusions',
    ]);
    await open('former-version');
    expect(await button(/^(Edit|Propose…|Withdraw…|Restore)/).count()).toBe(0);
  });

  it('proposes an exclusion by keyboard, having shown what it would change', async () => {
    await open('exclusions');
    await button('Propose exclusion').click();
    await page.waitForFunction(() => document.activeElement?.textContent === 'Propose exclusion');
    const form = page.getByRole('form', { name: 'Propose an exclusion' });
    await form.getByRole('button', { name: 'Propose', exact: true }).press('Enter');
    // What is missing is said where it is missing, and the focus is on the first.
    await form.getByText('Name the clause it rests on.').waitFor();
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-invalid'))).toBe('true');
    await form.getByLabel(/^Clause/).fill('4.2 Planned maintenance');
    await form.getByLabel('From', { exact: true }).fill('2026-11-24T10:30');
    await form.getByLabel('To', { exact: true }).fill('2026-11-24T13:30');
    await form.getByLabel(/^Reason/).fill('Announced on the 10th.');
    await form.getByRole('combobox', { name: 'Only within the hours of' }).selectOption('london');
    expect(await bench.violations()).toEqual([]);
    await form.getByRole('button', { name: 'See what would change' }).press('Enter');
    await form.getByText(/2\sh 30\smin out of 2 tickets; 1 verdict would change/).waitFor();
    await form.getByRole('button', { name: 'Propose', exact: true }).press('Enter');
    await page.waitForFunction(() => window.gallery.flags.length === 1);
    expect(await calls('proposeExclusion')).toMatchObject([
      {
        proposal: {
          agreementId: 'acme-it-support',
          during: 'london',
          windows: [{ from: Date.parse('2026-11-24T09:30Z'), to: Date.parse('2026-11-24T12:30Z') }],
        },
      },
    ]);
  });

  it('agrees to an exclusion after showing what it changes; follows no link that runs', async () => {
    await open('exclusions');
    expect(await page.locator('a[href^="javascript"]').count()).toBe(0);
    const card = page.getByRole('article', { name: '6.1 Outage of a card network' });
    await card.getByRole('button', { name: 'See what would change' }).click();
    await card.getByText('HELP-104', { exact: true }).waitFor();
    await card.getByRole('button', { name: 'Agree…' }).press('Enter');
    await page.waitForFunction(() => document.activeElement?.textContent === 'Agree');
    expect(await card.textContent()).toContain('You decide for Acme Retail.');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => window.gallery.flags.length === 1);
    expect(await calls('decideExclusion')).toMatchObject([{ exclusionId: 'x-1', decision: 'agree' }]);
  });

  it('filters exclusions and says how many are left', async () => {
    await open('exclusions');
    await page.getByLabel('State').selectOption('declined');
    await page.getByText('1 of 3').waitFor();
    expect(await page.getByRole('article').count()).toBe(1);
  });

  it('pages through the audit log and tells where it is broken', async () => {
    await open('audit');
    await answer('readAudit', {
      ok: true,
      value: {
        entries: [{ seq: 20, at: 0, actor: 'Ana Ruiz', action: 'x', text: 'The first', hash: 'aa' }],
        next: null,
      },
    });
    await button('Show older').click();
    await page.getByText('21 entries shown, all there are').waitFor();
    expect(await calls('readAudit')).toEqual([{}, { before: 21 }]);
    await button('Verify').click();
    await page.getByText('Intact: 40 entries were checked.').waitFor();
    await answer('verifyAudit', {
      ok: true,
      value: { intact: false, checked: 12, brokenAt: { seq: 12, reason: 'Its hash does not fit.' } },
    });
    await button('Verify').click();
    await page.getByText(/entry 12 is at fault. Its hash does not fit/).waitFor();
  });

  it('overwrites nothing that another admin has saved meanwhile', async () => {
    await open('settings');
    await page.getByRole('switch', { name: /^Time to first response ?, IT support/ }).press('Space');
    await answer('saveSettings', { ok: false, code: 'conflict', message: 'Saved meanwhile.' });
    await answer('readSettings', {
      ok: true,
      value: { rowVersion: 9, approval: 'provider', hiddenInPortal: [] },
    });
    await button('Save').press('Enter');
    await page.getByText(/Somebody else has saved other settings meanwhile/).waitFor();
    expect(await bench.violations()).toEqual([]);
    await answer('saveSettings', {
      ok: true,
      value: { rowVersion: 10, approval: 'both', hiddenInPortal: ['a'] },
    });
    await button('Save mine over theirs').click();
    await page.waitForFunction(() => window.gallery.flags.length === 1);
    expect(await calls('saveSettings')).toMatchObject([
      { settings: { rowVersion: 3 } },
      {
        settings: {
          rowVersion: 9,
          hiddenInPortal: ['acme-it-support/time-to-resolution', 'acme-it-support/time-to-first-response'],
        },
      },
    ]);
  });

  it('tells changes of approval apart from what is signed already', async () => {
    await open('settings');
    await page.getByRole('radio', { name: /provider’s approval is enough/ }).check();
    await page.getByText(/holds for what is proposed from now on/).waitFor();
  });
});
