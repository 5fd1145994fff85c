import { useEffect } from 'react';
import { parsePath, pathsAbove } from './draft-path';
import { useEditor, useStore, type ViewState } from './editor-context';
import { sectionOf } from './sections';

const FOLDED = ['measures', 'calendars', 'exclusions'] as const;

/** The view in which the field of a path is drawn. */
function showing(view: ViewState, path: string): ViewState {
  const [key, index] = parsePath(path);
  const folded = FOLDED.find((each) => each === key);
  return {
    ...view,
    section: sectionOf(path),
    open: folded && typeof index === 'number' ? { ...view.open, [folded]: index } : view.open,
  };
}

/** Goes to the field somebody asked for: opens its part, then focuses it, or the nearest thing above it. */
export function useWantedField(): void {
  const { view } = useEditor();
  const wanted = useStore(view, (state) => state.wanted);
  useEffect(() => {
    if (!wanted) return;
    view.set(showing(view.get(), wanted.path));
    // The part is drawn in this turn; its field is there in the next frame.
    const frame = requestAnimationFrame(() => {
      for (const path of [wanted.path, ...pathsAbove(wanted.path), sectionOf(wanted.path)]) {
        const place = document.querySelector<HTMLElement>(`[data-path="${CSS.escape(path)}"]`);
        const target = place && focusable(place);
        if (!target) continue;
        for (
          let fold = target.closest('details');
          fold;
          fold = fold.parentElement?.closest('details') ?? null
        ) {
          fold.open = true;
        }
        target.focus();
        target.scrollIntoView({ block: 'center' });
        return;
      }
    });
    return () => cancelAnimationFrame(frame);
  }, [view, wanted]);
}

const CONTROLS = 'input, select, textarea, button, [tabindex="0"]';

function focusable(place: HTMLElement): HTMLElement | null {
  return place.matches(`${CONTROLS}, [tabindex]`) ? place : place.querySelector<HTMLElement>(CONTROLS);
}
