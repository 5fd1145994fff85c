import { createContext, useContext } from 'react';
import type { SessionView } from '../api';

export const SessionContext = createContext<SessionView | null>(null);

/** Who is looking, and at which site. */
export function useSession(): SessionView {
  const session = useContext(SessionContext);
  if (!session) throw new Error('useSession needs a session above it.');
  return session;
}
