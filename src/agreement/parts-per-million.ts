import type { PartsPerMillion } from '../engine/consequences';
import { read, refuse, type Reading } from './problem';
import { readShare } from './share-text';

/**
 * Reads a percentage as whole millionths, digit by digit. Shares that money depends on have at most four
 * decimals, so that nothing about them is rounded.
 *
 * @example readPartsPerMillion('99.99%') // { ok: true, value: 999_900 }
 */
export function readPartsPerMillion(text: string): Reading<PartsPerMillion> {
  const share = readShare(text);
  if (!share.ok) return share;
  const [, whole = '', decimals = ''] = /^(\d+)(?:\.(\d+))?/.exec(text.trim()) ?? [];
  if (decimals.replace(/0+$/, '').length > 4) {
    return refuse(
      `"${text}" is finer than money is counted`,
      'Write at most four decimals, such as 99.9999%.',
    );
  }
  return read(Number(whole) * 10_000 + Number(decimals.slice(0, 4).padEnd(4, '0')));
}
