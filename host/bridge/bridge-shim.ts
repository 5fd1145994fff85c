import { installFrameClock, type ClockScope } from './frame-clock';
import type { ClockReading, ColorMode, FrameNotice, ShellNotice } from './frame-messages';
import { FunctionChannel } from './function-channel';

/**
 * Runs first in every Custom UI frame, before the app's own script: gives `@forge/bridge` the `__bridge` it
 * looks for when it loads, lets time follow the host's clock and tells the shell how high the content is.
 */
declare global {
  interface Window {
    /** Written by the script that the server puts before this one. */
    readonly __hostClock: ClockReading;
    __bridge: { callBridge(command: string, data?: unknown): Promise<unknown> };
  }
}

const shell = window.parent;
const moveClock = installFrameClock(window as unknown as ClockScope, window.__hostClock);
const channel = new FunctionChannel(
  (message) => shell.postMessage(message, '*'),
  () => undefined,
);
let themed = false;

window.__bridge = {
  callBridge: async (command, data) => {
    const answer = await channel.call(command, data);
    if (command === 'enableTheming') await applyTheme(answer as ColorMode);
    return answer;
  },
};

window.addEventListener('message', (event: MessageEvent<unknown>) => {
  if (event.source !== shell || channel.receive(event.data)) return;
  const told = event.data as ShellNotice;
  if (told.notice === 'clock') moveClock(told);
  else if (told.notice === 'theme' && themed) void applyTheme(told.colorMode);
});

window.addEventListener('DOMContentLoaded', () => {
  tell({ notice: 'loaded' });
  new ResizeObserver(tellHeight).observe(document.body);
  tellHeight();
});

function tell(notice: FrameNotice): void {
  shell.postMessage(notice, '*');
}

function tellHeight(): void {
  // A frame that is not laid out breaks every word into a column of letters.
  if (window.innerWidth === 0) return;
  const { marginTop, marginBottom } = getComputedStyle(document.body);
  tell({
    notice: 'height',
    height: Math.ceil(document.body.offsetHeight + parseFloat(marginTop) + parseFloat(marginBottom)),
  });
}

/** What Jira does when an app asks for its theme: the tokens' style sheet and the marks on `html`. */
async function applyTheme(colorMode: ColorMode): Promise<void> {
  const root = document.documentElement;
  root.dataset['theme'] =
    'light:light dark:dark shape:shape spacing:spacing typography:typography motion:motion';
  root.dataset['colorMode'] = colorMode;
  if (themed) return;
  themed = true;
  const sheet = document.createElement('link');
  sheet.rel = 'stylesheet';
  sheet.href = '/frame/theme.css';
  await new Promise((resolve) => {
    sheet.onload = resolve;
    sheet.onerror = resolve;
    document.head.prepend(sheet);
  });
}
