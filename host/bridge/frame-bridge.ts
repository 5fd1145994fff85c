import { answerCommand, type FramePage } from './bridge-commands';
import type { ClockReading, ColorMode, FrameNotice, ShellNotice } from './frame-messages';
import { FunctionChannel } from './function-channel';

export interface FrameBridge {
  tellClock(reading: ClockReading): void;
  tellTheme(colorMode: ColorMode): void;
  disconnect(): void;
}

/**
 * The shell's end of one frame: hears only that frame, on the frame's own origin, and answers its calls.
 * `onHeight` gets the height of the content in CSS pixels, `onLoaded` runs when the frame's page is there.
 */
export function connectFrame(
  frame: HTMLIFrameElement,
  origin: string,
  page: FramePage,
  heard: { onHeight: (height: number) => void; onLoaded: () => void },
): FrameBridge {
  const post = (message: unknown): void => frame.contentWindow?.postMessage(message, origin);
  const channel = new FunctionChannel(post, (command, data) => answerCommand(page, command, data));
  // Before its page is there, the frame is still a blank one of another origin.
  let loaded = false;
  const hear = (event: MessageEvent<unknown>): void => {
    if (event.source !== frame.contentWindow || event.origin !== origin || channel.receive(event.data))
      return;
    const notice = event.data as FrameNotice;
    if (notice.notice === 'height') heard.onHeight(notice.height);
    else if (notice.notice === 'loaded') {
      loaded = true;
      heard.onLoaded();
    }
  };
  window.addEventListener('message', hear);
  const tell = (notice: ShellNotice): void => {
    if (loaded) post(notice);
  };
  return {
    tellClock: (reading) => tell({ notice: 'clock', ...reading }),
    tellTheme: (colorMode) => tell({ notice: 'theme', colorMode }),
    disconnect: () => window.removeEventListener('message', hear),
  };
}
