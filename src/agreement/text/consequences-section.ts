import type { TextBlock, TextSection } from '../../contract/agreement';
import type { AgreementDocument, ConsequencesDocument } from '../document';
import { readLength } from '../duration-text';
import { durationWords } from '../duration-words';
import { listed } from '../listed';
import { readFee } from '../money';
import { moneyWords } from '../money-words';
import { heading, list, paragraph, table } from './block';
import { escalationSentence } from '../escalation-sentence';
import { measureId, nameOfCalendar, nameOfMeasure, nameOfPerson } from './names-of';

/** What follows when a target is missed. */
export function consequencesSection(document: AgreementDocument): TextSection {
  const { consequences } = document;
  const blocks =
    consequences === undefined
      ? [paragraph('No consequences have been agreed.')]
      : [
          ...creditBlocks(consequences, document),
          ...escalationBlocks(consequences, document),
          ...actionBlocks(consequences),
        ];
  return {
    id: 'consequences',
    heading: 'Consequences',
    blocks: blocks.length === 0 ? [paragraph('No consequences have been agreed.')] : blocks,
  };
}

function creditBlocks(consequences: ConsequencesDocument, document: AgreementDocument): readonly TextBlock[] {
  const { fee, cap, credits, together, earnBack } = consequences;
  if (credits.length === 0) return [];
  const ofFee = fee === undefined ? 'the fee of the period' : `the fee of ${money(fee)} per reporting period`;
  const groups = (together ?? []).map((ids) =>
    listed(
      ids.map((id) => nameOfMeasure(document, id)),
      'and',
    ),
  );
  return [
    heading('Service credits'),
    paragraph(
      `When a measure is kept too badly in a reporting period, the provider credits the customer, of ${ofFee}. Credits of several measures are added up.`,
    ),
    ...credits.flatMap((credit) => creditRule(credit, document, fee?.currency ?? '')),
    ...groups.map((names) =>
      paragraph(`${names} fail together: of them only the highest credit of a period counts.`),
    ),
    ...(cap === undefined
      ? []
      : [paragraph(`All credits of a period together never exceed ${cap} of the fee.`)]),
    ...(earnBack === undefined ? [] : [paragraph(earnBackSentence(earnBack))]),
  ];
}

function creditRule(
  { measure, weight, tiers, perBreach }: ConsequencesDocument['credits'][number],
  document: AgreementDocument,
  currency: string,
): readonly TextBlock[] {
  const name = nameOfMeasure(document, measure);
  const weighed =
    weight === undefined
      ? []
      : [paragraph(`Of this credit of ${name}, ${weight} counts: that is its weight.`)];
  if (perBreach !== undefined) {
    const { amount, per, free } = perBreach;
    const beyond = free === undefined ? '' : ` The first ${lengthWords(free)} of each breach cost nothing.`;
    const sum = money({ amount, currency });
    return [
      paragraph(
        `${name}: each ticket that is late costs ${sum} for each ${lengthWords(per)} of working time beyond its goal; parts count in proportion.${beyond}`,
      ),
    ];
  }
  if (tiers === undefined) {
    const target = document.measures.find((each) => measureId(each) === measure)?.target ?? '';
    return [
      paragraph(
        `${name}: the credit is what is missing of the target of ${target}. For each percentage point missing, one per cent of the fee is credited, parts in proportion.`,
      ),
      ...weighed,
    ];
  }
  return [
    table(
      `Credits for ${name}`,
      ['Attainment', 'Credit'],
      tiers.map(({ below, credit }) => [`below ${below}`, `${credit} of the fee`]),
    ),
    ...(tiers.length === 1
      ? []
      : [paragraph('Of several tiers the worst one reached holds; tiers are not added up.')]),
    ...weighed,
  ];
}

function earnBackSentence({ periods, reach, back }: NonNullable<ConsequencesDocument['earnBack']>): string {
  const following = periods === 1 ? 'the following period' : `each of the ${periods} following periods`;
  const what = reach === undefined ? 'its target' : `an attainment of ${reach}`;
  const part = back === undefined ? 'all of the credit' : `${back} of the credit`;
  return `When a measure that gave a credit reaches ${what} in ${following}, the provider earns ${part} back. A period in which nothing was counted does not earn anything.`;
}

function escalationBlocks(
  { escalations }: ConsequencesDocument,
  document: AgreementDocument,
): readonly TextBlock[] {
  if (escalations.length === 0) return [];
  const names = {
    person: (accountId: string) => nameOfPerson(document, accountId),
    measure: (id: string) => nameOfMeasure(document, id),
  };
  const waiting = escalations.every(({ anyHour }) => anyHour)
    ? ''
    : ` Where nothing else is said it waits for the hours of ${nameOfCalendar(document, undefined)}.`;
  return [
    heading('Escalations'),
    paragraph(`This is done by itself, once for each cycle, counted in the time that counts.${waiting}`),
    ...list(escalations.map((each) => `${each.name}: ${escalationSentence(each, names)}`)),
  ];
}

function actionBlocks({ actions }: ConsequencesDocument): readonly TextBlock[] {
  return actions.length === 0 ? [] : [heading('What else follows'), ...list(actions)];
}

function lengthWords(text: string): string {
  const length = readLength(text);
  return length.ok ? durationWords(length.value) : text;
}

function money(fee: NonNullable<ConsequencesDocument['fee']>): string {
  const reading = readFee(fee);
  return reading.ok ? moneyWords(reading.value.amountMinor, fee.currency) : `${fee.currency} ${fee.amount}`;
}
