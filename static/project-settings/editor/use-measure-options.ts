import { useMemo } from 'react';
import type { AgreementDraft } from '../../../src/contract/document';
import type { Choice } from './choice-field';
import { useEditor, useStore } from './editor-context';
import { measureId, measureName } from './preset-list';

type Measures = AgreementDraft['measures'] | undefined;

/** The measures of the document, to choose one; the same list until an id or a name changes. */
export function useMeasureOptions(): readonly Choice[] {
  const { session } = useEditor();
  const key = useStore(session.draft, ({ content }) => {
    const measures = content.kind === 'document' ? (content.document.measures as Measures) : undefined;
    return JSON.stringify((measures ?? []).map((measure) => [measureId(measure), measureName(measure)]));
  });
  return useMemo(
    () =>
      (JSON.parse(key) as readonly (readonly [string, string])[]).map(([value, label]) => ({ value, label })),
    [key],
  );
}
