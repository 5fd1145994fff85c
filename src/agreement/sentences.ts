import { measureId } from './checks';
import { conditionText } from './condition-text';
import { readDuration } from './duration-text';
import { durationWords } from './duration-words';
import { escalationSentence, type EscalationNames } from './escalation-sentence';
import { isNamed, listAt, looseAt, textAt } from './loose';
import { momentSentence, presetMomentSentence } from './moment-sentence';
import { PRESETS, type PresetId } from './presets';

/**
 * Every condition and goal of a document read as a sentence, by its path. Also of a document with faults: what
 * cannot be read is left out or shown as it was written.
 *
 * sentencesOf(document)['measures[0].goals[0]'] //=> 'While priority is High: within 4 hours.'
 */
export function sentencesOf(raw: unknown): Readonly<Record<string, string>> {
  const sentences: Record<string, string> = {};
  const scope = textAt(raw, 'scope');
  sentences['scope'] =
    scope === undefined
      ? 'Every ticket of the project.'
      : `Tickets of which this is true: ${conditionText(scope)}.`;
  for (const [index, measure] of listAt(raw, 'measures').entries())
    Object.assign(sentences, ofMeasure(measure, `measures[${index}]`));
  for (const [index, exclusion] of listAt(raw, 'exclusions').entries())
    sentences[`exclusions[${index}]`] = ofExclusion(exclusion);
  for (const [index, escalation] of listAt(looseAt(raw, 'consequences'), 'escalations').entries())
    sentences[`consequences.escalations[${index}]`] = escalationSentence(escalation, namesIn(raw));
  return sentences;
}

function namesIn(raw: unknown): EscalationNames {
  const people = ['provider', 'customer'].flatMap((side) =>
    listAt(looseAt(looseAt(raw, 'parties'), side), 'representatives'),
  );
  const measures = listAt(raw, 'measures');
  return {
    person: (id) =>
      textAt(
        people.find((each) => textAt(each, 'accountId') === id),
        'name',
      ) ?? id,
    measure: (id) => {
      const measure = measures.find((each) => measureId(each) === id);
      const preset = PRESETS[(textAt(measure, 'preset') ?? '') as PresetId] as { name: string } | undefined;
      return textAt(measure, 'name') ?? preset?.name ?? id;
    },
  };
}

const MOMENTS = [
  ['start', 'Starts when'],
  ['stop', 'Stops when'],
  ['resetOn', 'Begins anew when'],
] as const;

function ofMeasure(measure: unknown, path: string): Record<string, string> {
  const sentences: Record<string, string> = {};
  const preset = Object.hasOwn(PRESETS, textAt(measure, 'preset') ?? '')
    ? PRESETS[textAt(measure, 'preset') as PresetId]
    : undefined;
  for (const [key, head] of MOMENTS) {
    const written = listAt(measure, key);
    for (const [place, moment] of written.entries()) {
      const sentence = ofMoment(moment);
      if (sentence !== null) sentences[`${path}.${key}[${place}]`] = `${head} ${sentence}.`;
    }
    // What the preset says holds where the document says nothing.
    if (written.length > 0 || preset === undefined || key === 'resetOn') continue;
    for (const [place, moment] of preset[key].entries())
      sentences[`${path}.${key}[${place}]`] = `${head} ${presetMomentSentence(moment)}.`;
  }
  for (const [place, pause] of listAt(measure, 'pauseWhile').entries()) {
    const when = textAt(pause, 'when');
    if (when !== undefined)
      sentences[`${path}.pauseWhile[${place}]`] = `Stands still while ${conditionText(when)}.`;
  }
  const running = textAt(looseAt(measure, 'runWhile'), 'when');
  if (running !== undefined) sentences[`${path}.runWhile`] = `Runs only while ${conditionText(running)}.`;
  const cancelled = textAt(measure, 'cancelWhile');
  if (cancelled !== undefined)
    sentences[`${path}.cancelWhile`] = `Nothing is measured while ${conditionText(cancelled)}.`;
  for (const [place, goal] of listAt(measure, 'goals').entries()) {
    const sentence = ofGoal(goal, place);
    if (sentence !== null) sentences[`${path}.goals[${place}]`] = sentence;
  }
  return sentences;
}

function ofMoment(moment: unknown): string | null {
  if (typeof moment === 'string') return momentSentence(moment);
  const text = textAt(moment, 'moment');
  if (text === undefined) return null;
  const [when, flag] = [textAt(moment, 'when'), textAt(moment, 'flag')];
  return momentSentence({
    moment: text,
    ...(when === undefined ? {} : { when }),
    ...(flag === undefined ? {} : { flag }),
  });
}

function ofGoal(goal: unknown, place: number): string | null {
  if (!isNamed(goal)) return null;
  const when = textAt(goal, 'when');
  const tickets =
    when !== undefined ? `While ${conditionText(when)}` : place === 0 ? 'Every ticket' : 'Every other ticket';
  const reading = readDuration(textAt(goal, 'within') ?? '');
  if (!reading.ok) return `${tickets}.`;
  return `${tickets}: ${reading.value === null ? 'nothing is promised' : `within ${durationWords(reading.value)}`}.`;
}

function ofExclusion(exclusion: unknown): string {
  const what =
    textAt(exclusion, 'effect') === 'cycle' ? 'A cycle that overlaps it is left out' : 'Time does not count';
  const when = textAt(exclusion, 'when');
  const windows = listAt(exclusion, 'windows').length;
  const limits = [
    ...(when === undefined ? [] : [`while ${conditionText(when)}`]),
    ...(windows === 0 ? [] : [windows === 1 ? 'in one window' : `in ${windows} windows`]),
    ...(textAt(exclusion, 'during') === undefined ? [] : [`in the hours of ${textAt(exclusion, 'during')}`]),
  ];
  return `${what}${limits.length === 0 ? ' at any time' : ` ${limits.join(', ')}`}.`;
}
