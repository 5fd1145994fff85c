import { decimalsOf } from './money';

/**
 * An amount of money to read, with as many decimals as its currency has.
 *
 * @example moneyWords(1_200_050, 'EUR') // 'EUR 12,000.50'
 */
export function moneyWords(amountMinor: number, currency: string): string {
  const decimals = decimalsOf(currency);
  const digits = String(Math.abs(amountMinor)).padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals).replace(/\B(?=(\d{3})+$)/g, ',');
  const rest = decimals === 0 ? '' : `.${digits.slice(-decimals)}`;
  return `${currency} ${amountMinor < 0 ? '-' : ''}${whole}${rest}`;
}
