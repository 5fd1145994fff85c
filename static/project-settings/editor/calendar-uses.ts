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

/** Why a calendar cannot be removed; undefined = it can. */
export function keptBecause(uses: readonly string[]): string | undefined {
  if (uses.length === 0) return undefined;
  const [first, second] = uses;
  const more = uses.length > 2 ? ` and ${uses.length - 2} more` : '';
  return `In use by ${[first, second].filter(Boolean).join(', ')}${more}. Choose another calendar there first.`;
}
