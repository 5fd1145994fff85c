import type { TextBlock, TextSection } from '../../contract/agreement';
import { conditionText } from '../condition-text';
import { instantWords } from '../date-words';
import { readInstant } from '../date-text';
import type { AgreementDocument, ExclusionDocument } from '../document';
import { listed } from '../listed';
import { heading, list, paragraph } from './block';
import { nameOfCalendar, nameOfMeasure } from './names-of';

const KINDS: Readonly<Record<NonNullable<ExclusionDocument['kind']>, string>> = {
  service: 'It rests on the service concerned.',
  geography: 'It rests on the place.',
  day: 'It rests on the day.',
  schedule: 'It rests on a schedule.',
  environment: 'It rests on conditions of the environment.',
  'third-party': 'It rests on a third party.',
  'customer-caused': 'The customer causes it.',
  ticket: 'It is for single tickets.',
};

/** Standing clauses: time and cycles that do not count. */
export function exclusionsSection(document: AgreementDocument): TextSection {
  const { exclusions } = document;
  return {
    id: 'exclusions',
    heading: 'Exclusions',
    blocks:
      exclusions.length === 0
        ? [paragraph('No standing exclusions have been agreed: all time in the service hours counts.')]
        : exclusions.flatMap((exclusion) => exclusionBlocks(exclusion, document)),
  };
}

function exclusionBlocks(exclusion: ExclusionDocument, document: AgreementDocument): readonly TextBlock[] {
  const { clause, kind, effect, measures, when, windows, during, reason } = exclusion;
  const sentences = [
    effect === 'time'
      ? 'Time in which it holds does not count.'
      : 'Cycles that overlap it are left out of the attainment as a whole.',
    ...(kind === undefined ? [] : [KINDS[kind]]),
    measures.length === 0
      ? 'It applies to all measures.'
      : `It applies to ${listed(measures.map((id) => nameOfMeasure(document, id)), 'and')}.`,
    when === undefined
      ? 'It applies to every ticket of the agreement.'
      : `It applies only while ${conditionText(when)}.`,
    ...(windows ?? []).map(
      ({ from, to }) => `It holds from ${at(from, document)} until ${at(to, document)}.`,
    ),
    ...(windows === undefined ? ['It holds at any time.'] : []),
    ...(during === undefined ? [] : [`It holds only in the hours of ${nameOfCalendar(document, during)}.`]),
    ...signatures(exclusion, document),
  ]; // prettier-ignore
  return [heading(clause), ...(reason === undefined ? [] : [paragraph(reason)]), ...list(sentences)];
}

function signatures({ agreed }: ExclusionDocument, document: AgreementDocument): readonly string[] {
  if (agreed === undefined) return ['It is agreed by signing this agreement.'];
  const signed = (['provider', 'customer'] as const).flatMap((side) => {
    const signature = agreed[side];
    return signature ? [`${signature.by} for the ${side} on ${at(signature.at, document)}`] : [];
  });
  const missing = (['provider', 'customer'] as const).filter((side) => agreed[side] === undefined);
  return [
    ...(signed.length === 0 ? [] : [`Agreed by ${listed(signed, 'and')}.`]),
    ...(missing.length === 0
      ? []
      : [`Not signed by the ${listed(missing, 'and')}: it is kept here and does not count yet.`]),
  ];
}

/** An instant in the provider's zone; as it was written where it cannot be read. */
function at(text: string, { parties }: AgreementDocument): string {
  const reading = readInstant(text);
  return reading.ok ? instantWords(reading.value, parties.provider.timeZone) : text;
}
