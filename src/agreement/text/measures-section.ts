import type { TextBlock, TextSection } from '../../contract/agreement';
import { conditionText } from '../condition-text';
import type { AgreementDocument, MeasureDocument } from '../document';
import { readDuration } from '../duration-text';
import { durationWords } from '../duration-words';
import { listed } from '../listed';
import { momentSentence, presetMomentSentence, type MomentDocument } from '../moment-sentence';
import { PRESETS } from '../presets';
import { heading, list, paragraph, table } from './block';
import { measureName, nameOfCalendar } from './names-of';

/** What is clocked, and what is promised about it. */
export function measuresSection(document: AgreementDocument): TextSection {
  return {
    id: 'measures',
    heading: 'Measures and goals',
    blocks: document.measures.flatMap((measure) => measureBlocks(measure, document)),
  };
}

function measureBlocks(measure: MeasureDocument, document: AgreementDocument): readonly TextBlock[] {
  const name = measureName(measure);
  const calendar = nameOfCalendar(document, measure.calendar);
  const goals = measure.goals.map(({ name: goal, when, within, calendar: own }, index) => [
    goal,
    when !== undefined ? conditionText(when) : index === 0 ? 'every ticket' : 'every other ticket',
    withinWords(within),
    own === undefined ? calendar : nameOfCalendar(document, own),
  ]);
  const promise =
    measure.target === undefined
      ? 'It is measured and reported; no service level target has been agreed.'
      : `Service level target: at least ${measure.target} of the cycles that count in a reporting period must be met.`;
  return [
    heading(name),
    ...list(clockSentences(measure)),
    ...(goals.length === 0
      ? [paragraph(`Nothing is promised; the clock counts in the hours of ${calendar}.`)]
      : [
          table(`Goals of ${name}; the first that matches holds`, ['Goal', 'For', 'Within', 'Hours'], goals),
          paragraph(`A ticket is at risk once ${measure.atRisk} of its goal or less is left.`),
        ]),
    paragraph(promise),
  ];
}

function clockSentences(measure: MeasureDocument): readonly string[] {
  const preset = measure.preset === undefined ? undefined : PRESETS[measure.preset];
  const moments = (own: readonly MomentDocument[] | undefined, of: 'start' | 'stop') =>
    anyOf(own?.map(momentSentence) ?? preset?.[of].map(presetMomentSentence) ?? []);
  const sentences = [
    `The clock starts when ${moments(measure.start, 'start')}.`,
    `It stops when ${moments(measure.stop, 'stop')}.`,
  ];
  for (const { name, when } of measure.pauseWhile) {
    sentences.push(`It stands still in “${name}”: while ${conditionText(when)}.`);
  }
  if (measure.runWhile) {
    sentences.push(
      `It runs only in “${measure.runWhile.name}”: while ${conditionText(measure.runWhile.when)}.`,
    );
  }
  if (measure.resetOn) {
    const resets = anyOf(measure.resetOn.map(momentSentence));
    sentences.push(`It begins anew, and what was counted is dropped, when ${resets}.`);
  }
  if (measure.cancelWhile !== undefined) {
    sentences.push(`Nothing is measured while ${conditionText(measure.cancelWhile)}.`);
  }
  sentences.push(REOPENED[measure.reopen ?? preset?.reopen ?? 'new-cycle']);
  if (measure.startFrom === 'created') {
    sentences.push('A clock that starts late counts from the creation of the ticket.');
  }
  return sentences;
}

/** Set apart more clearly where one of them has a condition of its own. */
function anyOf(moments: readonly string[]): string {
  const conditional = moments.some((moment) => moment.includes(', if '));
  return conditional ? moments.join('; or when ') : listed(moments, 'or');
}

const REOPENED = {
  'new-cycle': 'A start after a stop begins a new cycle, which is judged by itself.',
  continue: 'A start after a stop goes on counting where it stopped.',
  ignore: 'It runs once per ticket: a start after a stop is ignored.',
} as const;

function withinWords(text: string): string {
  const reading = readDuration(text);
  if (!reading.ok) return text;
  return reading.value === null ? 'nothing promised' : durationWords(reading.value);
}
