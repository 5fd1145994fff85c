import {
  createContext,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useState,
  type AnchorHTMLAttributes,
  type ReactNode,
} from 'react';
import type { ScreenHistory } from '../ui/screen-history';
import { moved, readAddress, writeAddress, type Address, type Move } from './address';

export type Navigate = (to: Move) => void;

interface Navigation {
  readonly address: Address;
  readonly navigate: Navigate;
}

const NavigationContext = createContext<Navigation | null>(null);

/** Keeps the page where its history says. */
export function NavigationProvider({
  history,
  children,
}: {
  readonly history: ScreenHistory;
  readonly children: ReactNode;
}) {
  const [path, setPath] = useState(() => history.path());
  useEffect(() => history.listen(() => setPath(history.path())), [history]);
  const navigate = useCallback<Navigate>(
    (to) => {
      const next = writeAddress(moved(readAddress(history.path()), to));
      if (next !== history.path()) history.push(next);
    },
    [history],
  );
  const navigation = useMemo(() => ({ address: readAddress(path), navigate }), [path, navigate]);
  return <NavigationContext.Provider value={navigation}>{children}</NavigationContext.Provider>;
}

/** Where the page is, and the way elsewhere. */
export function useNavigation(): Navigation {
  const navigation = useContext(NavigationContext);
  if (!navigation) throw new Error('There is no NavigationProvider around this.');
  return navigation;
}

interface LinkProps extends Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href'> {
  readonly to: Move;
}

/** A link to another place of the page. */
export function Link({ to, ...rest }: LinkProps) {
  const { address, navigate } = useNavigation();
  return (
    <a
      // The address is the history's; within the frame there is only this one page.
      href={`#${writeAddress(moved(address, to))}`}
      onClick={(event) => {
        event.preventDefault();
        navigate(to);
      }}
      {...rest}
    />
  );
}
