import { useCallback, useMemo } from 'react';
import { documentOf, say, useEditor } from './editor-context';
import { moved, parsePath, valueAt } from './draft-path';

/** What can be done with a list of the document, each a step of undoing, each said aloud. */
export interface ListEdit {
  readonly add: (item: unknown, name: string) => number;
  readonly remove: (index: number, name: string) => void;
  readonly move: (from: number, to: number, name: string) => void;
  readonly copy: (index: number, change: (item: never) => unknown, name: string) => void;
}

/** Edits of the list at a path. An emptied list is taken out where the document can do without. */
export function useListEdit(path: string, mayBeAbsent = true): ListEdit {
  const { session, view } = useEditor();
  const listNow = useCallback((): readonly unknown[] => {
    const list = valueAt(documentOf(session), parsePath(path));
    return Array.isArray(list) ? list : [];
  }, [session, path]);
  return useMemo(
    () => ({
      add: (item, name) => {
        const list = listNow();
        session.edit(path, [...list, item]);
        say(view, `Added ${name}.`);
        return list.length;
      },
      remove: (index, name) => {
        const rest = listNow().filter((_, at) => at !== index);
        session.edit(path, rest.length === 0 && mayBeAbsent ? undefined : rest);
        say(view, `Removed ${name}. Undo brings it back.`);
      },
      move: (from, to, name) => {
        const list = listNow();
        const next = moved(list, from, to);
        if (next === list) return;
        session.edit(path, next);
        say(view, `Moved ${name} to position ${to + 1} of ${list.length}.`);
      },
      copy: (index, change, name) => {
        const list = listNow();
        const item = list[index];
        if (item === undefined) return;
        session.edit(path, [...list.slice(0, index + 1), change(item as never), ...list.slice(index + 1)]);
        say(view, `Duplicated ${name}.`);
      },
    }),
    [session, view, path, mayBeAbsent, listNow],
  );
}
