/** What the shell and a Custom UI frame tell each other beside the calls of the bridge. */

/** The host's clock as seen when the message arrives. Epoch ms. */
export interface ClockReading {
  readonly now: number;
  readonly running: boolean;
}

export type ColorMode = 'light' | 'dark';

/** Shell to frame. */
export type ShellNotice =
  ({ readonly notice: 'clock' } & ClockReading) | { readonly notice: 'theme'; readonly colorMode: ColorMode };

/** Frame to shell. `height` in CSS pixels. */
export type FrameNotice =
  { readonly notice: 'loaded' } | { readonly notice: 'height'; readonly height: number };
