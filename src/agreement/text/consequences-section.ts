import type { TextBlock, TextSection } from '../../contract/agreement';
import type { AgreementDocument, ConsequencesDocument } from '../document';
import { heading, list, paragraph, table } from './block';
import { nameOfMeasure } from './names-of';

/** What follows when a target is missed. */
export function consequencesSection(document: AgreementDocument): TextSection {
  const { consequences } = document;
  const blocks =
    consequences === undefined
      ? [paragraph('No consequences have been agreed.')]
      : [...creditBlocks(consequences, document), ...actionBlocks(consequences)];
  return {
    id: 'consequences',
    heading: 'Consequences',
    blocks: blocks.length === 0 ? [paragraph('No consequences have been agreed.')] : blocks,
  };
}

function creditBlocks(
  { fee, cap, credits }: ConsequencesDocument,
  document: AgreementDocument,
): readonly TextBlock[] {
  if (credits.length === 0) return [];
  const ofFee = fee === undefined ? 'the fee of the period' : `the fee of ${money(fee)} per reporting period`;
  return [
    heading('Service credits'),
    paragraph(
      `When the attainment of a measure in a reporting period is too low, the provider credits a share of ${ofFee}. Of several tiers the worst one reached holds; tiers are not added up.`,
    ),
    ...credits.map(({ measure, tiers }) => {
      const name = nameOfMeasure(document, measure);
      return table(
        `Credits for ${name}`,
        ['Attainment', 'Credit'],
        tiers.map(({ below, credit }) => [`below ${below}`, `${credit} of the fee`]),
      );
    }),
    ...(cap === undefined
      ? []
      : [paragraph(`All credits of a period together never exceed ${cap} of the fee.`)]),
  ];
}

function actionBlocks({ actions }: ConsequencesDocument): readonly TextBlock[] {
  return actions.length === 0 ? [] : [heading('What else follows'), ...list(actions)];
}

/** `EUR 10,000.00`, with as many decimals as the currency has. */
function money({ amount, currency }: NonNullable<ConsequencesDocument['fee']>): string {
  const digits = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions();
  const number = new Intl.NumberFormat('en', {
    minimumFractionDigits: digits.minimumFractionDigits ?? 2,
    maximumFractionDigits: digits.maximumFractionDigits ?? 2,
  });
  return `${currency} ${number.format(amount)}`;
}
