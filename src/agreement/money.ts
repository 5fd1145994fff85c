import type { Fee } from '../engine/consequences';
import { didYouMean } from './nearest';
import { read, refuse, type Reading } from './problem';

/** How many decimals a currency has: 2 for EUR, 0 for JPY. */
export function decimalsOf(currency: string): number {
  const format = new Intl.NumberFormat('en', { style: 'currency', currency });
  return format.resolvedOptions().maximumFractionDigits ?? 2;
}

/** Checks that this is the code of a currency in use. */
export function readCurrency(code: string): Reading<string> {
  const known = Intl.supportedValuesOf('currency');
  if (known.includes(code)) return read(code);
  const remedy = didYouMean(code, known, 'Write an ISO 4217 code in capitals, such as EUR, USD or GBP.');
  return refuse(`"${code}" is not a currency`, remedy);
}

/**
 * Reads an amount as whole minor units. An amount with more decimals than the currency has is refused, as
 * is one that a computer cannot count exactly.
 *
 * @example readFee({ amount: 12000.5, currency: 'EUR' }) // { ok: true, value: { amountMinor: 1_200_050, ... } }
 */
export function readFee({ amount, currency }: { amount: number; currency: string }): Reading<Fee> {
  const decimals = decimalsOf(currency);
  const amountMinor = Math.round(amount * 10 ** decimals);
  if (!Number.isSafeInteger(amountMinor)) {
    return refuse(`${amount} is more than can be counted`, 'Write a smaller amount.');
  }
  if (Number(amount.toFixed(decimals)) !== amount) {
    const remedy = `Write at most ${decimals} decimals: ${amount.toFixed(decimals)}.`;
    return refuse(`${currency} has no amount ${amount}`, remedy);
  }
  return read({ amountMinor, currency, decimals });
}
