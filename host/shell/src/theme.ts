import { setGlobalTheme } from '@atlaskit/tokens/set-global-theme';
import { createContext, useContext, useEffect, useState } from 'react';
import type { ColorMode } from '../../bridge/frame-messages';

const storageKey = 'local-jira-theme';

export interface Theme {
  readonly colorMode: ColorMode;
  readonly toggle: () => void;
}

export const ThemeContext = createContext<Theme>({ colorMode: 'light', toggle: () => undefined });

/** Light or dark: as chosen last, else as the system says. `null` until the theme's sheets are loaded. */
export function useThemeState(): Theme | null {
  const [colorMode, setColorMode] = useState<ColorMode>(firstMode);
  const [ready, setReady] = useState(false);
  useEffect(() => {
    void setGlobalTheme({ colorMode }).then(() => setReady(true));
  }, [colorMode]);
  const toggle = (): void => {
    const next = colorMode === 'dark' ? 'light' : 'dark';
    localStorage.setItem(storageKey, next);
    setColorMode(next);
  };
  return ready ? { colorMode, toggle } : null;
}

export function useTheme(): Theme {
  return useContext(ThemeContext);
}

function firstMode(): ColorMode {
  const chosen = localStorage.getItem(storageKey);
  if (chosen === 'light' || chosen === 'dark') return chosen;
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}
