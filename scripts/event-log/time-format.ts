import { instantOf } from '../../src/engine/time-zone';
import { LogError } from './log-error';

/** Reads an instant (epoch ms) from a log's text; null = not one. */
export type ReadTime = (text: string) => number | null;

/**
 * Makes a reader for a log's times. `iso` = ISO 8601, local to `zone` where a text has no offset; otherwise
 * a format of the tokens yyyy, M, MM, d, dd, H, HH, m, mm, s, ss, SSS and other characters as they stand,
 * local to `zone`. Throws `LogError` on a format without year, month and day.
 */
export function timeReader(format: string, zone: string): ReadTime {
  if (format !== 'iso') return formatReader(format, zone);
  const local = formatReader('yyyy-MM-dd HH:mm:ss.SSS', zone);
  return (text) => {
    if (!/(?:Z|[+-]\d{2}:?\d{2})$/.test(text)) return local(padded(text));
    const at = Date.parse(text);
    return Number.isNaN(at) ? null : at;
  };
}

/** `2016-03-01`, `2016-03-01T10:00` and the like, with the parts that are missing. */
function padded(text: string): string {
  return (text.replace('T', ' ') + ' 00:00:00.000'.slice(Math.max(0, text.length - 10))).slice(0, 23);
}

type Part = 'y' | 'M' | 'd' | 'H' | 'm' | 's' | 'S';
type Token =
  { readonly part: Part; readonly digits: number; readonly exact: boolean } | { readonly literal: number };

function formatReader(format: string, zone: string): ReadTime {
  const tokens = tokensOf(format);
  const has = (part: Part) => tokens.some((t) => 'part' in t && t.part === part);
  if (!has('y') || !has('M') || !has('d')) {
    throw new LogError(
      `The time format “${format}” has no year, month and day (tokens yyyy, MM or M, dd or d).`,
    );
  }
  const isUtc = zone === 'UTC' || zone === 'Etc/UTC';
  return (text) => {
    const found: Record<Part, number> = { y: 0, M: 1, d: 1, H: 0, m: 0, s: 0, S: 0 };
    let at = 0;
    for (const token of tokens) {
      if ('literal' in token) {
        if (text.charCodeAt(at++) !== token.literal) return null;
        continue;
      }
      const from = at;
      let value = 0;
      while (at - from < token.digits) {
        const digit = text.charCodeAt(at) - 48;
        if (!(digit >= 0 && digit <= 9)) break;
        value = value * 10 + digit;
        at++;
      }
      if (at === from || (token.exact && at - from < token.digits)) return null;
      found[token.part] = value;
    }
    return at === text.length ? instantFrom(found, isUtc ? null : zone) : null;
  };
}

function instantFrom({ y, M, d, H, m, s, S }: Record<Part, number>, zone: string | null): number | null {
  const day = Date.UTC(y, M - 1, d);
  const date = new Date(day);
  if (date.getUTCMonth() !== M - 1 || date.getUTCDate() !== d || H > 23 || m > 59 || s > 59) return null;
  const time = ((H * 60 + m) * 60 + s) * 1000 + S;
  return zone === null ? day + time : instantOf(zone, date.toISOString().slice(0, 10), time);
}

function tokensOf(format: string): Token[] {
  const tokens: Token[] = [];
  for (const [run] of format.matchAll(/yyyy|MM?|dd?|HH?|mm?|ss?|SSS|./g)) {
    const part = run.charAt(0) as Part;
    if (!'yMdHmsS'.includes(part)) tokens.push({ literal: run.charCodeAt(0) });
    else tokens.push({ part, digits: part === 'y' ? 4 : part === 'S' ? 3 : 2, exact: run.length > 1 });
  }
  return tokens;
}
