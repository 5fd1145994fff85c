import type { ProviderFigures } from '../../../src/contract/money';

/**
 * An amount in minor units, in its currency.
 * @example sayMinor(124_000, { currency: 'EUR', decimals: 2 }, 'en') //=> "€1,240.00"
 */
export function sayMinor(
  minor: number,
  { currency, decimals }: Pick<ProviderFigures, 'currency' | 'decimals'>,
  locale: string,
): string {
  const amount = minor / 10 ** decimals;
  const digits = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
  if (currency === null) return amount.toLocaleString(locale, digits);
  return amount.toLocaleString(locale, { style: 'currency', currency, ...digits });
}
