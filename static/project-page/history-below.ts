import type { ScreenHistory } from '../ui/screen-history';

/** The part of a history whose paths begin with `base`, to one who knows nothing of what is before it. */
export function historyBelow(whole: ScreenHistory, base: string): ScreenHistory {
  const isBelow = (): boolean =>
    /^(?:$|[/?])/.test(whole.path().slice(base.length)) && whole.path().startsWith(base);
  let last = '/';
  const path = (): string => {
    if (!isBelow()) return last;
    const rest = whole.path().slice(base.length);
    return (last = rest.startsWith('/') ? rest : `/${rest}`);
  };
  const above = (below: string): string => `${base}${below.replace(/^\/(?=\?|$)/, '')}`;
  return {
    path,
    push: (next) => whole.push(above(next)),
    replace: (next) => whole.replace(above(next)),
    listen: (hearer) => whole.listen(() => isBelow() && hearer()),
  };
}
