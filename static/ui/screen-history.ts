import { view } from '@forge/bridge';
import { memoryHistory } from './memory-history';

/** The part of the history of the page around the frame that the screen uses. */
export interface ScreenHistory {
  path(): string;
  push(path: string): void;
  replace(path: string): void;
  /** Runs at every change, also by the browser's buttons; gives back the way to stop. */
  listen(hearer: () => void): () => void;
}

interface Location {
  readonly pathname: string;
  readonly search?: string;
}

const written = ({ pathname, search = '' }: Location): string => `${pathname}${search}`;

/** The history of the page around the frame, so that addresses can be shared and the back button works. */
export async function openHistory(): Promise<ScreenHistory> {
  try {
    const history = await view.createHistory();
    let location: Location = history.location;
    const hearers = new Set<() => void>();
    const arrive = (next: Location): void => {
      if (written(next) === written(location)) return;
      location = next;
      for (const hearer of [...hearers]) hearer();
    };
    // Version 4 hands over the location, version 5 an object with it.
    history.listen(((heard: Location | { location: Location }) =>
      arrive('location' in heard ? heard.location : heard)) as Parameters<typeof history.listen>[0]);
    const locate = (path: string): Location => {
      const [pathname = '/', query] = path.split('?');
      return { pathname, search: query === undefined ? '' : `?${query}` };
    };
    return {
      path: () => written(location),
      // The page answers later than a click may be repeated: the screen goes at once.
      push(path) {
        history.push(path);
        arrive(locate(path));
      },
      replace(path) {
        history.replace(path);
        arrive(locate(path));
      },
      listen(hearer) {
        hearers.add(hearer);
        return () => hearers.delete(hearer);
      },
    };
  } catch {
    return memoryHistory('/');
  }
}
