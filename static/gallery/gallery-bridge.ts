import type { Definitions } from '../../src/contract/definitions';

type Answers = { readonly [K in keyof Definitions]?: ReturnType<Definitions[K]> | 'never' };

/** What one sample tells a screen: the context of its module, and an answer for each function it asks. */
export interface GalleryScript {
  readonly context?: Readonly<Record<string, unknown>>;
  /** `never`: the answer does not come. A function without an answer fails. */
  readonly answers: Answers;
}

/** The state of a gallery page that tests read and change, as `window.gallery`. */
export interface GalleryState {
  /** Names of the functions called, in order. */
  invoked: string[];
  calls: { functionKey: string; payload: unknown }[];
  answers: Record<string, unknown>;
  listeners: Record<string, ((payload: unknown) => void)[]>;
  flags: { id: string; title?: string; description?: string; type?: string; actions?: { text: string }[] }[];
  /** What an edit view submitted. */
  submitted: unknown[];
  /** What the screen asked to be opened: an address or a place of Jira. */
  opened: unknown[];
  /** The edit API of a widget, as the dashboard has heard from it; `save()` is its Save. */
  widget: { config: unknown; save(): Promise<unknown> };
  /** The screen's history; `path()` is where it is. */
  history: { path(): string; back(): void };
}

/**
 * Stands in for Forge's frame, as a script that runs before the screen's own. History is Forge's: an object
 * in the manner of the package `history`, version 4.
 */
export function bridgeScript({ context = {}, answers }: GalleryScript, route: string): string {
  return `
  const stack = [];
  let at = -1;
  const hearers = new Set();
  const locate = (to) => {
    const url = new URL(to, 'http://gallery');
    return { pathname: url.pathname, search: url.search, hash: url.hash, state: undefined };
  };
  const history = {
    action: 'POP',
    location: locate(${JSON.stringify(route)}),
    listen(hearer) { hearers.add(hearer); return () => hearers.delete(hearer); },
    push(to) { stack.length = at + 1; stack.push(locate(to)); at += 1; arrive('PUSH'); },
    replace(to) { stack[at] = locate(to); arrive('REPLACE'); },
    goBack() { if (at > 0) { at -= 1; arrive('POP'); } },
  };
  const arrive = (action) => {
    history.action = action;
    history.location = stack[at];
    for (const hearer of [...hearers]) hearer(history.location, action);
  };
  stack.push(history.location);
  at = 0;

  const widget = { productSave: null };
  const state = (window.gallery = {
    invoked: [],
    calls: [],
    answers: ${JSON.stringify(answers)},
    listeners: {},
    flags: [],
    submitted: [],
    opened: [],
    widget: { config: null, save: async () => (await widget.productSave?.(state.widget.config)) ?? null },
    history: { path: () => history.location.pathname + history.location.search, back: () => history.goBack() },
  });
  const context = ${JSON.stringify({ locale: 'en-GB', timezone: 'Europe/Madrid', extension: {}, ...context })};
  const commands = {
    invoke: async ({ functionKey, payload }) => {
      state.invoked.push(functionKey);
      state.calls.push({ functionKey, payload });
      const answer = state.answers[functionKey];
      if (answer === 'never') return new Promise(() => {});
      return answer ?? { ok: false, code: 'failed', message: 'The gallery has no answer for ' + functionKey + '.' };
    },
    getContext: async () => context,
    createHistory: async () => history,
    on: async ({ event, callback }) => {
      (state.listeners[event] ??= []).push(callback);
      return { unsubscribe() {} };
    },
    showFlag: async (flag) => { state.flags.push(flag); },
    closeFlag: async () => true,
    changeWindowTitle: async () => undefined,
    enableTheming: async () => undefined,
    navigate: async (place) => void state.opened.push(place),
    submit: async (payload) => (state.submitted.push(payload), true),
    getWidgetEditApi: async () => ({
      updateConfig: (config) => { state.widget.config = config; },
      onProductSave: (callback) => { widget.productSave = callback; },
      onSave() {},
      onSaveError() {},
    }),
  };
  window.__bridge = { callBridge: async (command, data) => commands[command](data) };
`;
}
