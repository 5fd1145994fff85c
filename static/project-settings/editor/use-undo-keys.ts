import { useEffect } from 'react';
import type { DraftSession } from './draft-session';

/** Ctrl+Z and Ctrl+Shift+Z (or Ctrl+Y) outside text fields, where they are the field's own. */
export function useUndoKeys(session: DraftSession): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || isTextField(event.target)) return;
      const key = event.key.toLowerCase();
      const type = key === 'z' ? (event.shiftKey ? 'redone' : 'undone') : key === 'y' ? 'redone' : null;
      if (type === null) return;
      event.preventDefault();
      session.send({ type });
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [session]);
}

function isTextField(target: EventTarget | null): boolean {
  if (target instanceof HTMLTextAreaElement) return true;
  return target instanceof HTMLInputElement && !['checkbox', 'radio', 'button', 'file'].includes(target.type);
}
