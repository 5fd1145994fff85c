import { createContext, useContext } from 'react';
import type { Place } from '../ui/place';

/** Which of the two pages in Jira the screen stands on, and who looks at it. */
export interface Screen {
  /** `settings`: the page for project admins. `project`: reading, signing and exclusions for everybody. */
  readonly kind: 'settings' | 'project';
  readonly place: Place;
  /** Key of the project; empty until Jira has said. */
  readonly projectKey: string;
}

export const ScreenContext = createContext<Screen | null>(null);

/** The screen somebody looks at. */
export function useScreen(): Screen {
  const screen = useContext(ScreenContext);
  if (!screen) throw new Error('There is no ScreenContext around this.');
  return screen;
}
