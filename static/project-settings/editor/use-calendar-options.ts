import { useMemo } from 'react';
import type { AgreementDraft } from '../../../src/contract/document';
import type { Choice } from './choice-field';
import { useEditor, useStore } from './editor-context';

/** The calendars of the document, to choose one; the same list until an id or a name changes. */
export function useCalendarOptions(): readonly Choice[] {
  const { session } = useEditor();
  const key = useStore(session.draft, ({ content }) => {
    const calendars =
      content.kind === 'document' ? (content.document.calendars as Calendars | undefined) : undefined;
    return JSON.stringify((calendars ?? []).map(({ id, name }) => [id ?? '', name ?? '']));
  });
  return useMemo(
    () =>
      (JSON.parse(key) as readonly (readonly [string, string])[]).map(([id, name]) => ({
        value: id,
        label: name || id || 'Unnamed calendar',
      })),
    [key],
  );
}

type Calendars = readonly Partial<AgreementDraft['calendars'][number]>[];
