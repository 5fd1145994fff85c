import { decimalsOf } from './money';

/**
 * An amount of money as screens write it, with the sign of its currency and its decimals.
 *
 * @example moneySign(288_000, 'GBP') // '£2,880.00'
 */
export function moneySign(amountMinor: number, currency: string): string {
  const format = new Intl.NumberFormat('en-GB', { style: 'currency', currency });
  return format.format(amountMinor / 10 ** decimalsOf(currency));
}
