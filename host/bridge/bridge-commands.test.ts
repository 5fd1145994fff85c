import { answerCommand, type FramePage } from './bridge-commands';

/** A page that writes down what is asked of it. */
function page(over: Partial<FramePage> = {}): FramePage & { readonly heard: unknown[] } {
  const heard: unknown[] = [];
  const note =
    (name: string) =>
    (...args: unknown[]): void =>
      void heard.push([name, ...args]);
  return {
    heard,
    context: () => Promise.resolve({ moduleKey: 'panel' }),
    invoke: (call) => Promise.resolve({ called: call }),
    colorMode: () => 'dark',
    showFlag: note('showFlag'),
    closeFlag: note('closeFlag'),
    go: note('go'),
    refresh: note('refresh'),
    reload: note('reload'),
    setTitle: note('setTitle'),
    openModal: note('openModal'),
    closeModal: () => false,
    onClose: () => false,
    submit: () => Promise.resolve(false),
    widgetEdit: () => null,
    openHistory: () => null,
    events: { emit: note('emit'), on: () => () => heard.push(['off']) },
    frameId: 'frame-1',
    ...over,
  };
}

describe('a command of the bridge', () => {
  it('invokes a resolver, bare or wrapped as asked', async () => {
    const called = { called: { functionKey: 'read', payload: { a: 1 } } };
    const data = { functionKey: 'read', payload: { a: 1 } };
    expect(await answerCommand(page(), 'invoke', data)).toEqual(called);
    expect(
      await answerCommand(page(), 'invoke', { ...data, metadata: { rateLimitProperties: true } }),
    ).toEqual({
      body: called,
      metadata: { rateLimitProperties: {} },
    });
  });

  it('refuses remotes, other products, other paths and unknown commands', async () => {
    const fetchOf = (product: string, restPath: string) =>
      answerCommand(page(), 'fetchProduct', { product, restPath, fetchRequestInit: {} });
    await expect(answerCommand(page(), 'invoke', { invokeType: 'ui-remote-fetch' })).rejects.toThrow(
      /no remotes/,
    );
    await expect(fetchOf('confluence', '/rest/x')).rejects.toThrow(/no product "confluence"/);
    await expect(fetchOf('jira', '/api/session')).rejects.toThrow(/\/rest\/ only/);
    await expect(answerCommand(page(), 'openRovo', {})).rejects.toThrow('no bridge command "openRovo"');
  });

  it.each([
    [{ url: '/browse/A-1', type: 'same-tab' }, ['go', '/browse/A-1', false]],
    [{ url: 'https://example.com', type: 'new-tab' }, ['go', 'https://example.com', true]],
    [{ target: 'issue', issueKey: 'A-1', type: 'same-tab' }, ['go', '/browse/A-1', false]],
    [{ target: 'dashboard', dashboardId: '7', type: 'same-tab' }, ['go', '/dashboards/7', false]],
    [
      { target: 'module', moduleKey: 'page', projectKey: 'A', path: '/one?x=1', type: 'same-tab' },
      ['go', '/projects/A/apps/page/one?x=1', false],
    ],
  ])('navigates to %j', async (data, heard) => {
    const around = page();
    await answerCommand(around, 'navigate', data);
    expect(around.heard).toEqual([heard]);
  });

  it('says that a panel cannot be closed', async () => {
    expect(await answerCommand(page(), 'close', undefined)).toBe(false);
    expect(await answerCommand(page({ closeModal: () => true }), 'submit', { done: 1 })).toBe(true);
  });

  it('takes what the edit view of a gadget submits', async () => {
    const taken: unknown[] = [];
    const editing = page({ submit: (payload) => Promise.resolve(taken.push(payload) > 0) });
    expect(await answerCommand(editing, 'submit', { refresh: 15 })).toBe(true);
    expect(taken).toEqual([{ refresh: 15 }]);
    expect(await answerCommand(page(), 'submit', { refresh: 15 })).toBe(false);
  });

  it('gives its edit API to the edit view of a widget only', async () => {
    const api = { updateConfig: () => undefined, onSave: () => undefined, onProductSave: () => undefined, onSaveError: () => undefined }; // prettier-ignore
    expect(await answerCommand(page({ widgetEdit: () => api }), 'getWidgetEditApi', undefined)).toBe(api);
    await expect(answerCommand(page(), 'getWidgetEditApi', undefined)).rejects.toThrow(/Only the edit view/);
  });

  it('hears of the closing of a modal, and of nothing else', async () => {
    expect(await answerCommand(page(), 'onClose', () => Promise.resolve())).toBe(false);
    expect(await answerCommand(page({ onClose: () => true }), 'onClose', () => Promise.resolve())).toBe(true);
    expect(await answerCommand(page(), 'open', undefined)).toBe(false);
  });

  it('gives a history to pages only', async () => {
    await expect(answerCommand(page(), 'createHistory', undefined)).rejects.toThrow(/Only a page of an app/);
  });

  it('subscribes to events until told otherwise', async () => {
    const around = page();
    const subscription = (await answerCommand(around, 'on', { event: 'x', callback: () => undefined })) as {
      unsubscribe: () => void;
    };
    subscription.unsubscribe();
    await answerCommand(around, 'emit', { event: 'x', payload: 1 });
    expect(around.heard).toEqual([['off'], ['emit', 'x', 1]]);
  });
});
