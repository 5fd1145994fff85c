/**
 * Money in minor units as people write it where they are; without a currency there is none to say.
 * @example sayMoney(124_000, { currency: 'EUR', decimals: 2 }, 'en-GB') //=> "€1,240.00"
 */
export function sayMoney(
  amountMinor: number,
  { currency, decimals }: { readonly currency: string; readonly decimals: number },
  locale: string,
): string {
  return new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  }).format(amountMinor / 10 ** decimals);
}

/**
 * Minor units as a decimal number, digit by digit.
 * @example decimalMoney(-5, 2) //=> "-0.05"
 */
export function decimalMoney(amountMinor: number, decimals: number): string {
  const digits = String(Math.abs(amountMinor)).padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals);
  const rest = decimals === 0 ? '' : `.${digits.slice(-decimals)}`;
  return `${amountMinor < 0 ? '-' : ''}${whole}${rest}`;
}

/**
 * A share of money: exact to four decimals of a per cent, which is as fine as contracts are.
 * @example sayExactShare(0.23) //=> "23%"
 */
export const sayExactShare = (share: number): string => `${Number((share * 100).toFixed(4))}%`;
