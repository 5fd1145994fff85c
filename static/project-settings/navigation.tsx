import {
  createContext,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
  type AnchorHTMLAttributes,
  type ReactNode,
} from 'react';
import { pathOf, readRoute, type Route } from './routes';
import type { ScreenHistory } from '../ui/screen-history';

/** Asked before a page is left; `false` stays. */
export type LeaveGuard = () => boolean | Promise<boolean>;

interface Navigation {
  readonly route: Route;
  readonly go: (route: Route) => void;
  readonly guard: (guard: LeaveGuard) => () => void;
}

const NavigationContext = createContext<Navigation | null>(null);

/** Keeps the screen where its history says. */
export function NavigationProvider({
  history,
  children,
}: {
  readonly history: ScreenHistory;
  readonly children: ReactNode;
}) {
  const [route, setRoute] = useState(() => readRoute(history.path()));
  const shown = useRef(history.path());
  const guards = useRef(new Set<LeaveGuard>());

  const mayLeave = useCallback(async (): Promise<boolean> => {
    for (const guard of [...guards.current]) if (!(await guard())) return false;
    return true;
  }, []);

  useEffect(
    () =>
      history.listen(() => {
        const path = history.path();
        if (path === shown.current) return;
        void (async () => {
          // The browser's button has left already: staying means to go back to the page.
          if (await mayLeave()) {
            shown.current = path;
            setRoute(readRoute(path));
          } else history.push(shown.current);
        })();
      }),
    [history, mayLeave],
  );

  const navigation = useMemo<Navigation>(
    () => ({
      route,
      go: (next) => {
        const path = pathOf(next);
        if (path === shown.current) return;
        void (async () => {
          if (!(await mayLeave())) return;
          shown.current = path;
          setRoute(next);
          history.push(path);
        })();
      },
      guard: (guard) => {
        guards.current.add(guard);
        return () => guards.current.delete(guard);
      },
    }),
    [route, history, mayLeave],
  );
  return <NavigationContext.Provider value={navigation}>{children}</NavigationContext.Provider>;
}

function useNavigation(): Navigation {
  const navigation = useContext(NavigationContext);
  if (!navigation) throw new Error('There is no NavigationProvider around this.');
  return navigation;
}

/** Where the screen is. */
export const useRoute = (): Route => useNavigation().route;

/** Goes to another page of the screen, if the page shown lets go. */
export const useGo = (): ((route: Route) => void) => useNavigation().go;

/** Asks `guard` before the page is left; null = it can be left at any time. */
export function useLeaveGuard(guard: LeaveGuard | null): void {
  const { guard: add } = useNavigation();
  useEffect(() => (guard ? add(guard) : undefined), [add, guard]);
}

interface LinkProps extends Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href'> {
  readonly to: Route;
}

/** A link to another page of the screen. */
export function Link({ to, onClick, ...rest }: LinkProps) {
  const go = useGo();
  return (
    <a
      // The address is the history's; within the frame there is only this one page.
      href={`#${pathOf(to)}`}
      onClick={(event) => {
        event.preventDefault();
        onClick?.(event);
        go(to);
      }}
      {...rest}
    />
  );
}
