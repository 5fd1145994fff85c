import type { AgreementDraft } from '../../../src/contract/document';
import { measureName } from './preset-list';

/** What names a calendar, in words: a calendar in use cannot be removed. */
export function calendarUses(document: AgreementDraft | null, id: string): readonly string[] {
  if (!document || id === '') return [];
  const ofMeasures = (document.measures ?? []).flatMap((measure) => [
    ...(measure.calendar === id ? [measureName(measure)] : []),
    ...(measure.goals ?? [])
      .filter(({ calendar }) => calendar === id)
      .map(({ name }) => `goal ${name} of ${measureName(measure)}`),
  ]);
  const ofClauses = (document.exclusions ?? [])
    .filter(({ during }) => during === id)
    .map(({ clause }) => `clause ${clause}`);
  return [...ofMeasures, ...ofClauses];
}
