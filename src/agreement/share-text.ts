import { read, refuse, type Reading } from './problem';

/**
 * Reads `95%` as 0.95. Zero to a hundred per cent.
 *
 * @example readShare('99.9%') // { ok: true, value: 0.999 }
 */
export function readShare(text: string): Reading<number> {
  const parts = /^(\d+(?:\.\d+)?)\s*%$/.exec(text.trim());
  if (!parts)
    return refuse(`"${text}" is not a percentage`, 'Write a number and a percent sign, such as 95%.');
  const percent = Number(parts[1]);
  if (percent > 100) return refuse(`"${text}" is more than all of them`, 'Write 100% or less.');
  return read(Number((percent / 100).toPrecision(12)));
}
