import type { MeasureDocument } from '../../../src/contract/document';

export type PresetId = NonNullable<MeasureDocument['preset']>;

/** The ready definitions of src/agreement/presets.ts, as people choose them. One that is missing here does not compile. */
export const PRESET_WORDS: Readonly<Record<PresetId, { readonly name: string; readonly about: string }>> = {
  'time-to-first-response': {
    name: 'Time to first response',
    about: 'From creation to the first public comment by the provider. Once per ticket.',
  },
  'next-response': {
    name: 'Next response',
    about:
      'From the oldest unanswered message of the customer to the next public comment by the provider, again and again.',
  },
  'periodic-update': {
    name: 'Periodic update',
    about: 'From one public comment by the provider to the next, for as long as the ticket is unresolved.',
  },
  'time-to-resolution': {
    name: 'Time to resolution',
    about: 'From creation until a resolution is set. Reopening begins a new cycle.',
  },
  'agent-work-time': {
    name: 'Agent work time',
    about:
      'The time in which the ticket waited on the provider, over all reopenings. You say which statuses those are.',
  },
  'customer-wait': {
    name: 'Customer wait',
    about:
      'The time in which the ticket waited on the customer, over all reopenings. You say which statuses those are.',
  },
};

export const isPreset = (text: unknown): text is PresetId =>
  typeof text === 'string' && Object.hasOwn(PRESET_WORDS, text);

/** Name of a measure as people see it. */
export function measureName(measure: {
  readonly name?: string;
  readonly preset?: string;
  readonly id?: string;
}): string {
  if (measure.name) return measure.name;
  return isPreset(measure.preset) ? PRESET_WORDS[measure.preset].name : (measure.id ?? 'Unnamed measure');
}

/** What other parts of the document call a measure. */
export function measureId(measure: { readonly id?: string; readonly preset?: string }): string {
  return measure.id ?? measure.preset ?? '';
}
