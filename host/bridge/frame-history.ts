/**
 * What `view.createHistory()` gives a page of an app: the `History` of the package `history`, version 4, whose
 * `/` is the page's own address. Calls cross the frame's border, so each returns a promise there.
 */
export interface FrameHistory {
  /** As it was when asked for; `@forge/bridge` keeps `location` in step, nothing keeps `action`. */
  readonly action: HistoryAction;
  readonly location: FrameLocation;
  readonly length: number;
  push(to: FrameTarget, state?: unknown): void;
  replace(to: FrameTarget, state?: unknown): void;
  go(steps: number): void;
  goBack(): void;
  goForward(): void;
  createHref(to: FrameTarget): string;
  /** Returns the way to stop. */
  listen(listener: HistoryListener): () => void;
}

export type HistoryAction = 'PUSH' | 'REPLACE' | 'POP';
export type HistoryListener = (location: FrameLocation, action: HistoryAction) => void;

export interface FrameLocation {
  /** Within the page: `/`, `/agreements/acme`. */
  readonly pathname: string;
  /** With its `?`, or empty. */
  readonly search: string;
  /** With its `#`, or empty. */
  readonly hash: string;
  readonly state: unknown;
}

export type FrameTarget =
  | string
  | {
      readonly pathname?: string;
      readonly search?: string;
      readonly hash?: string;
      readonly state?: unknown;
    };

/** Where in the page at `base` an address is; null when it is another page. */
export function placeIn(
  base: string,
  { pathname, search, hash }: Pick<Location, 'pathname' | 'search' | 'hash'>,
  state: unknown,
): FrameLocation | null {
  if (pathname !== base && !pathname.startsWith(`${base}/`)) return null;
  return { pathname: pathname.slice(base.length) || '/', search, hash, state };
}

/** The address in the browser of a place in the page at `base`; a relative one counts from where one is. */
export function addressIn(base: string, from: FrameLocation, to: FrameTarget): string {
  const text = typeof to === 'string' ? to : textOf(to, from);
  // The host is only there because an address needs one.
  const { pathname, search, hash } = new URL(text, `http://page${from.pathname}${from.search}`);
  return `${base}${pathname === '/' ? '' : pathname}${search}${hash}`;
}

function textOf(
  { pathname, search = '', hash = '' }: Exclude<FrameTarget, string>,
  from: FrameLocation,
): string {
  const marked = (text: string, mark: string): string =>
    text === '' || text === mark ? '' : text.startsWith(mark) ? text : `${mark}${text}`;
  return `${pathname ?? from.pathname}${marked(search, '?')}${marked(hash, '#')}`;
}
