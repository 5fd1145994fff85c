import type { AgreementDocument, MeasureDocument } from '../document';
import { PRESETS } from '../presets';

export function measureId(measure: MeasureDocument): string {
  return measure.id ?? measure.preset ?? '';
}

/** What a measure is called: its own name, else that of its preset. */
export function measureName(measure: MeasureDocument): string {
  return measure.name ?? (measure.preset === undefined ? measureId(measure) : PRESETS[measure.preset].name);
}

/** The name of the measure with this id; the id where there is none. */
export function nameOfMeasure(document: AgreementDocument, id: string): string {
  const measure = document.measures.find((each) => measureId(each) === id);
  return measure === undefined ? id : measureName(measure);
}

/** The name of the calendar with this id, or of the first one. */
export function nameOfCalendar(document: AgreementDocument, id: string | undefined): string {
  const wanted = id ?? document.calendars[0]?.id;
  return document.calendars.find((calendar) => calendar.id === wanted)?.name ?? wanted ?? '';
}

/** The name of the representative with this account; the account id where nobody has it. */
export function nameOfPerson({ parties }: AgreementDocument, accountId: string): string {
  const people = [...parties.provider.representatives, ...parties.customer.representatives];
  return people.find((person) => person.accountId === accountId)?.name ?? accountId;
}
