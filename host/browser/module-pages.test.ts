import { readFileSync } from 'node:fs';
import type { Frame, Page } from 'playwright-core';
import { axeFindings, Harness, moduleFrame, moveClock, screenshot, tabTo, toNextBoundary } from './harness';

const agent = 'ben-okafor';
const admin = 'priya-nair';
const customer = 'sam-reed';

const site = Harness.forTests();
/** A request of the customer. */
let requestKey: string;

beforeAll(async () => {
  const page = await site.open('/portal', { as: customer });
  requestKey = await page.getByRole('rowheader').first().innerText();
}, 120_000);

interface BridgedWindow {
  readonly __bridge: { callBridge<T>(command: string, data?: unknown): Promise<T> };
}

/** `context.extension` of a frame. */
function extensionOf(frame: Frame): Promise<Record<string, unknown>> {
  return frame.evaluate(async () => {
    const { __bridge } = window as unknown as BridgedWindow;
    const context = await __bridge.callBridge<{ extension: Record<string, unknown> }>('getContext');
    return context.extension;
  });
}

interface Trail {
  readonly history: {
    push(path: string): Promise<void>;
    replace(path: string): Promise<void>;
    goBack(): Promise<void>;
    readonly location: { pathname: string; search: string };
    listen(
      listener: (location: { pathname: string; search: string }, action: string) => void,
    ): Promise<() => void>;
  };
  readonly heard: string[];
}

/** Opens the frame's history as the app does, and writes down what it hears; gives where it stands. */
function openTrail(frame: Frame): Promise<string> {
  return frame.evaluate(async () => {
    const { __bridge } = window as unknown as BridgedWindow;
    const history = await __bridge.callBridge<Trail['history']>('createHistory');
    const heard: string[] = [];
    await history.listen((to, action) => heard.push(`${action} ${to.pathname}${to.search}`));
    Object.assign(window, { trail: { history, heard } });
    return `${history.location.pathname}${history.location.search}`;
  });
}

function step(frame: Frame, how: 'push' | 'replace' | 'goBack', path = ''): Promise<void> {
  return frame.evaluate(({ how, path }) => (window as unknown as { trail: Trail }).trail.history[how](path), {
    how,
    path,
  });
}

async function heardBy(frame: Frame, count: number): Promise<readonly string[]> {
  await frame.waitForFunction(
    (count) => (window as unknown as { trail: Trail }).trail.heard.length >= count,
    count,
    { polling: 50 },
  );
  return frame.evaluate(() => (window as unknown as { trail: Trail }).trail.heard);
}

const pathOf = (page: Page): string => new URL(page.url()).pathname + new URL(page.url()).search;

describe('the page of the app in a project', () => {
  it('is a tab beside the tickets', async () => {
    const page = await site.open('/projects/ACME', { as: agent });
    const tabs = page.getByRole('navigation', { name: 'Acme Retail IT support' });
    expect(await tabs.getByRole('link').allInnerTexts()).toEqual([
      'Tickets',
      'Service level agreements',
      'Compliance',
    ]);
    await tabs.getByRole('link', { name: 'Service level agreements' }).click();
    const frame = await moduleFrame(page, 'agreements-page');
    expect(await extensionOf(frame)).toEqual({
      type: 'jira:projectPage',
      project: { id: expect.stringMatching(/^\d+$/) as unknown, key: 'ACME', type: 'service_desk' },
      location: page.url(),
    });
    expect(await tabs.locator('[aria-current="page"]').innerText()).toBe('Service level agreements');
    await page.goBack();
    await page.getByRole('heading', { level: 1, name: 'Acme Retail IT support' }).waitFor();
  });

  it('has its own routes in the address, with back and forward', async () => {
    const { page, frame } = await site.openProjectPage('ACME', { as: agent });
    const base = '/projects/ACME/apps/agreements-page';
    expect(await openTrail(frame)).toBe('/');
    await step(frame, 'push', '/one?side=customer');
    await step(frame, 'push', '/two');
    await step(frame, 'replace', '/three');
    expect(pathOf(page)).toBe(`${base}/three`);
    await page.goBack();
    expect(pathOf(page)).toBe(`${base}/one?side=customer`);
    await step(frame, 'goBack');
    await page.waitForURL((url) => url.pathname === base);
    await page.goForward();
    expect(await heardBy(frame, 6)).toEqual([
      'PUSH /one?side=customer',
      'PUSH /two',
      'REPLACE /three',
      'POP /one?side=customer',
      'POP /',
      'POP /one?side=customer',
    ]);
    // It was one frame all along, and its tabs lead to its pages.
    await page.getByRole('link', { name: 'Service level agreements' }).click();
    expect((await heardBy(frame, 7)).at(-1)).toBe('PUSH /agreements');
    await page.getByRole('link', { name: 'Tickets' }).click();
    await page.getByRole('heading', { level: 1, name: 'Acme Retail IT support' }).waitFor();
    await page.goBack();
    expect(await openTrail(await moduleFrame(page, 'agreements-page'))).toBe('/agreements');
  });

  it('opens at the route in the address', async () => {
    const { frame } = await site.openProjectPage('ACME', { as: agent, route: '/agreements/a%20b?x=1' });
    expect(await openTrail(frame)).toBe('/agreements/a%20b?x=1');
  });
});

describe('the page of the app in the project settings', () => {
  it('is reached with the keyboard alone by who administers the project', async () => {
    const page = await site.open('/projects/ACME', { as: admin });
    await tabTo(page, 'Project settings');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/projects\/ACME\/settings\/apps\/project-settings$/);
    const frame = await moduleFrame(page, 'project-settings');
    expect(await extensionOf(frame)).toMatchObject({
      type: 'jira:projectSettingsPage',
      project: { key: 'ACME', type: 'service_desk' },
    });
    const beside = page.getByRole('navigation', { name: 'Project settings' });
    expect(await beside.getByRole('link').allInnerTexts()).toEqual(['Service level agreements']);
    await page.goBack();
    await page.getByRole('heading', { level: 1, name: 'Acme Retail IT support' }).waitFor();
  });

  it.each([agent, 'ana-ruiz'])('is not shown to %s, who is told why', async (as) => {
    const page = await site.open('/projects/ACME/settings/apps/project-settings', { as });
    await page.getByRole('heading', { level: 1, name: 'You do not administer this project' }).waitFor();
    expect(await page.locator('iframe').count()).toBe(0);
    expect(await page.getByRole('link', { name: 'Project settings' }).count()).toBe(0);
  });

  it('opens a modal that gives its answer back', async () => {
    const { page, frame } = await site.openSettings('ACME', { as: admin });
    await frame.evaluate(async () => {
      const { __bridge } = window as unknown as BridgedWindow;
      await __bridge.callBridge('openModal', {
        resource: null,
        // Nothing is given back: a window cannot be sent to the shell.
        onClose: (payload: unknown) => void Object.assign(window, { answer: payload }),
        size: 'small',
        context: { asked: 'sure?' },
        closeOnEscape: true,
        closeOnOverlayClick: true,
        title: 'Are you sure',
      });
    });
    const dialog = page.getByRole('dialog', { name: 'Are you sure' });
    await dialog.waitFor();
    const inside = await (await dialog.locator('iframe').elementHandle())?.contentFrame();
    if (!inside) throw new Error('The dialog has no frame.');
    await inside.waitForURL('**/app/project-settings/');
    await inside.waitForLoadState('load');
    expect(await extensionOf(inside)).toMatchObject({ modal: { asked: 'sure?' } });
    const registered = await inside.evaluate(() =>
      (window as unknown as BridgedWindow).__bridge.callBridge('onClose', () => Promise.resolve()),
    );
    expect(registered).toBe(true);
    await inside.evaluate(
      () => void (window as unknown as BridgedWindow).__bridge.callBridge('close', { sure: true }),
    );
    await dialog.waitFor({ state: 'detached' });
    await frame.waitForFunction(() => 'answer' in window, undefined, { polling: 50 });
    expect(await frame.evaluate(() => (window as unknown as { answer: unknown }).answer)).toEqual({
      sure: true,
    });
  });
});

describe('files and paper', () => {
  it('are saved, read and printed from a frame', async () => {
    const { page, frame } = await site.openSettings('ACME', { as: admin });
    const saved = page.waitForEvent('download');
    await frame.evaluate(() => {
      const link = document.createElement('a');
      link.href = URL.createObjectURL(new Blob(['agreement: één\n'], { type: 'text/yaml' }));
      link.download = 'agreement.yaml';
      document.body.append(link);
      link.click();
      link.remove();
    });
    const download = await saved;
    expect(download.suggestedFilename()).toBe('agreement.yaml');
    expect(readFileSync(await download.path(), 'utf8')).toBe('agreement: één\n');

    await frame.evaluate(() => {
      const input = document.createElement('input');
      input.type = 'file';
      input.id = 'file';
      input.setAttribute('aria-label', 'File');
      document.body.append(input);
    });
    await frame
      .getByLabel('File')
      .setInputFiles({ name: 'a.yaml', mimeType: 'text/yaml', buffer: Buffer.from('sla: a\n') });
    const read = await frame.evaluate(() =>
      (document.getElementById('file') as HTMLInputElement).files?.[0]?.text(),
    );
    expect(read).toBe('sla: a\n');

    // A frame that may not open dialogs is refused with an error on the console, and never gets ready.
    const printed = await frame.evaluate(
      () =>
        new Promise<boolean>((done) => {
          window.addEventListener('beforeprint', () => done(true));
          setTimeout(() => done(false), 5000);
          window.print();
        }),
    );
    expect(printed).toBe(true);
  });
});

describe('the portal', () => {
  it('lists a customer’s requests and shows one with the app below its activity', async () => {
    const page = await site.open('/', { as: customer });
    await page.getByRole('heading', { level: 1, name: 'My requests' }).waitFor();
    expect(pathOf(page)).toBe('/portal');
    expect(await page.getByRole('columnheader').allInnerTexts()).not.toContain('SLA');
    await page.getByRole('link', { name: requestKey }).click();
    await page.getByRole('heading', { level: 2, name: 'Activity' }).waitFor();
    expect(pathOf(page)).toBe(`/portal/${requestKey}`);
    const headings = await page.getByRole('heading', { level: 2 }).allInnerTexts();
    expect(headings).toEqual(['Description', 'Attachments', 'Activity', 'Service levels', 'Details']);
    const frame = await moduleFrame(page, 'portal-request');
    expect(await extensionOf(frame)).toEqual({
      type: 'jiraServiceManagement:portalRequestDetail',
      portal: { id: expect.any(Number) as unknown },
      request: { key: requestKey, typeId: expect.any(Number) as unknown },
      location: page.url(),
    });
    expect(await page.getByText('Internal note').count()).toBe(0);
    await page.getByRole('button', { name: 'Send' }).waitFor();
    await page.goBack();
    await page.getByRole('heading', { level: 1, name: 'My requests' }).waitFor();
  });

  it('leads from the user menu to the page of the app, with the keyboard alone', async () => {
    const page = await site.open('/portal', { as: customer });
    await tabTo(page, /You are Sam Reed/);
    await page.keyboard.press('Enter');
    await page.getByRole('menuitem', { name: 'Requests' }).waitFor();
    await page.getByRole('menuitem', { name: 'Service level agreements' }).press('Enter');
    const frame = await moduleFrame(page, 'portal-agreements');
    expect(await extensionOf(frame)).toEqual({
      type: 'jiraServiceManagement:portalUserMenuAction',
      location: page.url(),
    });
    const fault = await frame.evaluate(() =>
      (window as unknown as BridgedWindow).__bridge
        .callBridge('createHistory')
        .catch((error: Error) => error.message),
    );
    expect(fault).toMatch(/^Only a page of an app has a history/);
  });

  it('is where a customer’s links to Jira lead, and Jira where an agent’s links to the portal do', async () => {
    const page = await site.open(`/browse/${requestKey}`, { as: customer });
    expect(pathOf(page)).toBe(`/portal/${requestKey}`);
    const other = await site.open(`/servicedesk/customer/portal/1/${requestKey}`, { as: agent });
    expect(pathOf(other)).toBe(`/browse/${requestKey}`);
  });

  it('shows a request of somebody else to nobody', async () => {
    const page = await site.open('/portal/INIT-5', { as: customer });
    await page.getByRole('heading', { level: 1, name: 'You cannot see this request' }).waitFor();
    expect(await page.locator('iframe').count()).toBe(0);
    // The refused request is what the page is about.
    expect(site.complaints.splice(0)).toEqual([expect.stringMatching(/404/)]);
  });

  it('moves the clock to the next boundary of a request', async () => {
    const list = await site.open('/projects/ACME?sort=breach', { as: agent });
    await list.getByRole('rowheader').first().waitFor();
    const { page } = await site.openPortalRequest(requestKey, { as: customer });
    await moveClock(page, '15 minutes', 2);
    const portal = await site.open('/portal', { as: customer });
    const to = await toNextBoundary(portal);
    expect(to).toBeGreaterThan(Date.UTC(2026, 10, 24, 11, 10));
  });
});

describe('a ticket of an agent', () => {
  it('is linked to an incident and unlinked again, with the keyboard alone', async () => {
    const page = await site.openIssue('INIT-5', { as: agent });
    await tabTo(page, 'Key of the other ticket');
    await page.keyboard.type('init-4');
    await page.keyboard.press('Enter');
    const links = page.getByRole('list', { name: 'Linked tickets' });
    await links.getByText('is caused by').waitFor();
    await links.getByRole('link', { name: 'INIT-4' }).click();
    await page.getByRole('list', { name: 'Linked tickets' }).getByText('causes').waitFor();
    await tabTo(page, 'Remove the link to INIT-5');
    await page.keyboard.press('Enter');
    await page.getByText('Linked to no other ticket.').waitFor();
  });

  it('is not linked to what nobody knows', async () => {
    const page = await site.openIssue('INIT-5', { as: agent });
    await page.getByRole('textbox', { name: 'Key of the other ticket' }).fill('NOPE-1');
    await page.getByRole('button', { name: 'Link ticket' }).click();
    await page.getByText('There is no ticket NOPE-1, or it is not shared with you.').waitFor();
    expect(site.complaints.splice(0)).toEqual([expect.stringMatching(/404/)]);
  });

  it('gets attachments, as a customer’s request does', async () => {
    const file = { name: 'evidence <1>.txt', mimeType: 'text/plain', buffer: Buffer.alloc(1536) };
    for (const [path, as] of [
      [`/browse/${requestKey}`, agent],
      [`/portal/${requestKey}`, customer],
    ] as const) {
      const page = await site.open(path, { as });
      const chosen = page.waitForEvent('filechooser');
      await page.getByRole('button', { name: 'Add attachment' }).press('Enter');
      await (await chosen).setFiles({ ...file, name: `${as} ${file.name}` });
      await page
        .getByRole('list', { name: 'Attachments' })
        .getByRole('listitem')
        .filter({ hasText: `${as} evidence <1>.txt1.5 KB` })
        .waitFor();
    }
  });
});

describe('axe', () => {
  it('looks into frames', async () => {
    const { page, frame } = await site.openSettings('ACME', { as: admin });
    await frame.evaluate(() => {
      const image = document.createElement('img');
      image.src = 'data:image/gif;base64,R0lGODlhAQABAAAAACw=';
      document.body.append(image);
    });
    expect((await axeFindings(page)).some((line) => line.startsWith('image-alt'))).toBe(true);
  });
});

describe.each(['light', 'dark'] as const)('in %s, nothing stands in anybody’s way', (theme) => {
  it.each([
    ['project-page', '/projects/ACME/apps/agreements-page', agent, 'agreements-page'],
    ['settings', '/projects/ACME/settings', admin, 'project-settings'],
    ['not-admin', '/projects/ACME/settings', agent, null],
    ['portal', '/portal', customer, null],
    ['portal-request', () => `/portal/${requestKey}`, customer, 'portal-request'],
    ['portal-agreements', '/portal/apps/portal-agreements', customer, 'portal-agreements'],
  ])('on the page %s', async (name, path, as, moduleKey) => {
    const address = typeof path === 'string' ? path : path();
    let page: Page;
    if (moduleKey === null) page = await site.open(address, { as, theme });
    else {
      const opened = await site.openModule(address, moduleKey, { as, theme });
      page = opened.page;
      await opened.frame.locator(`html[data-color-mode="${theme}"]`).waitFor({ state: 'attached' });
      await opened.frame.getByRole('heading').first().waitFor();
    }
    if (name === 'portal') await page.getByRole('table').waitFor();
    await screenshot(page, `module-${name}-${theme}`);
    expect(await axeFindings(page)).toEqual([]);
  });
});

it('fits a phone on every page', async () => {
  const paths = [
    ['/projects/ACME/apps/agreements-page', admin, 'agreements-page'],
    ['/projects/ACME/settings', admin, 'project-settings'],
    ['/portal', customer, null],
    [`/portal/${requestKey}`, customer, 'portal-request'],
    ['/portal/apps/portal-agreements', customer, 'portal-agreements'],
  ] as const;
  for (const [path, as, moduleKey] of paths) {
    const page = moduleKey
      ? (await site.openModule(path, moduleKey, { as, width: 320 })).page
      : await site.open(path, { as, width: 320 });
    await page.waitForLoadState('networkidle');
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect({ path, width }).toEqual({ path, width: 320 });
  }
});
