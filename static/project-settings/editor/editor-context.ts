import { createContext, useContext, useRef, useSyncExternalStore } from 'react';
import type { AgreementDraft } from '../../../src/contract/document';
import type { ProjectFacts } from '../../../src/contract/draft';
import { parsePath, valueAt } from './draft-path';
import type { DraftSession } from './draft-session';
import { NO_PROBLEMS, type Problem } from './problems';
import type { SectionId } from './sections';
import type { Store } from './store';

/** What is open on the screen; nothing of it is saved. */
export interface ViewState {
  readonly section: SectionId;
  /** The measure, calendar and exclusion that is unfolded, by index; null = none. */
  readonly open: Readonly<Partial<Record<'measures' | 'calendars' | 'exclusions', number | null>>>;
  /** A field to go to, once it is drawn. `count` tells two wishes for the same field apart. */
  readonly wanted: { readonly path: string; readonly count: number } | null;
  /** Said by the live region. */
  readonly said: string;
}

export interface EditorParts {
  readonly session: DraftSession;
  readonly view: Store<ViewState>;
  readonly facts: ProjectFacts;
  /** The editor stays usable while facts could not be read: then nothing can be picked, only written. */
  readonly factsMissing: boolean;
}

export const EditorContext = createContext<EditorParts | null>(null);

/** The editor around a part of it. */
export function useEditor(): EditorParts {
  const parts = useContext(EditorContext);
  if (!parts) throw new Error('Only within the editor.');
  return parts;
}

/** A piece of a store. `pick` must give the same object for the same piece. */
export function useStore<T, Piece>(store: Store<T>, pick: (value: T) => Piece): Piece {
  const last = useRef(pick);
  last.current = pick;
  return useSyncExternalStore(store.subscribe, () => last.current(store.get()));
}

/** What the document has at a path; drawn again only when that changes. */
export function useValue<Value>(path: string): Value | undefined {
  const { session } = useEditor();
  return useStore(session.draft, ({ content }) =>
    content.kind === 'document' ? valueAt(content.document, parsePath(path)) : undefined,
  ) as Value | undefined;
}

/** A list of the document; the same empty one where there is none. */
export function useList<Item>(path: string): readonly Item[] {
  return useValue<readonly Item[]>(path) ?? (EMPTY as readonly Item[]);
}

const EMPTY: readonly never[] = [];

/** The document as it is now, for an action; nothing is drawn again for it. */
export function documentOf(session: DraftSession): AgreementDraft | null {
  const { content } = session.draft.get();
  return content.kind === 'document' ? content.document : null;
}

/** Problems at a path, or with `within` also below it. */
export function useProblems(path: string, within = false): readonly Problem[] {
  const { session } = useEditor();
  return useStore(session.check, ({ problems }) => {
    const found = within ? problems.under : problems.at;
    return found.get(path) ?? NO_PROBLEMS;
  });
}

/** A condition or goal in words, as the linter reads it. */
export function useSentence(path: string): string | undefined {
  const { session } = useEditor();
  return useStore(session.check, ({ sentences }) => sentences[path]);
}

/** Says something to those who cannot see it happen. */
export function say(view: Store<ViewState>, words: string): void {
  const { said } = view.get();
  // The same words twice are no change to a screen reader: a blank makes them one.
  view.set({ ...view.get(), said: said === words ? `${words} ` : words });
}

let wishes = 0;

/** Goes to a field, wherever it is. */
export function goTo(view: Store<ViewState>, path: string): void {
  view.set({ ...view.get(), wanted: { path, count: ++wishes } });
}
