import type { Moment, MomentKind } from '../engine/moment';
import { narrateMoment } from '../engine/narrate';
import { conditionText } from './condition-text';
import type { MeasureDocument } from './document';
import { readMoment } from './moment-text';
import { predicateText } from './predicate-text';

/** A moment as a document writes it: in words, or with what narrows it. */
export type MomentDocument = NonNullable<MeasureDocument['start']>[number];

/**
 * What a moment waits for, as the rest of a sentence. Text that is no moment is shown as it was written.
 *
 * @example momentSentence('entered status Resolved') // 'the status becomes Resolved'
 * @example momentSentence({ moment: 'resolution set', when: 'labels = spam', flag: 'spam' })
 * // 'resolution is set, if labels include spam (noted as “spam”)'
 */
export function momentSentence(written: MomentDocument): string {
  if (typeof written === 'string') return happens(written);
  const { moment, when, flag } = written;
  return narrowed(happens(moment), when === undefined ? undefined : conditionText(when), flag);
}

/** The same for the moment of a preset. */
export function presetMomentSentence({ when, flag, ...kind }: Moment): string {
  return narrowed(inSentence(kind), when === undefined ? undefined : predicateText(when), flag);
}

function happens(text: string): string {
  const reading = readMoment(text, (field) => field);
  return reading.ok ? inSentence(reading.value) : text;
}

/** Jira's own fields are written small within a sentence; custom ones are names. */
function inSentence(moment: MomentKind): string {
  return narrateMoment(moment).replace(/^(Assignee|Priority|Resolution) /, (field) => field.toLowerCase());
}

function narrowed(sentence: string, when: string | undefined, flag: string | undefined): string {
  const condition = when === undefined ? '' : `, if ${when}`;
  return `${sentence}${condition}${flag === undefined ? '' : ` (noted as “${flag}”)`}`;
}
