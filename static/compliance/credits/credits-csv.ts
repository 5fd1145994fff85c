import type { CreditsView } from '../../../src/contract/money';
import type { Place } from '../../ui/place';
import { dateValue } from '../../ui/say-date';
import { decimalMoney } from '../../ui/say-money';
import { figuresCsv } from '../figures-csv';
import { sayOnlyFirst } from './say-only-first';

/** Every line of every statement, the current period first; days are those of the provider's zone. */
export function creditsCsv(
  { agreementName, currency, decimals, periods, exposure, onlyFirst }: CreditsView,
  { timeZone, locale }: Place,
): string {
  const money = (amountMinor: number | null): string | number | null =>
    amountMinor === null ? null : Number(decimalMoney(amountMinor, decimals));
  return figuresCsv(
    [
      'Agreement',
      'First day',
      'Last day',
      'So far',
      'Kind',
      'Reckoning',
      'Share of the fee',
      'Amount',
      'Currency',
    ],
    periods.flatMap(({ start, end, current, lines }) =>
      lines.map(({ kind, text, share, amountMinor }) => [
        agreementName,
        dateValue(start, timeZone),
        dateValue(end - 1, timeZone),
        current ? 'yes' : '',
        kind,
        text,
        share,
        money(amountMinor),
        amountMinor === null ? null : currency,
      ]),
    ),
    { asOf: exposure?.asOf ?? null },
    onlyFirst === null ? [] : [sayOnlyFirst(onlyFirst, locale)],
  );
}
