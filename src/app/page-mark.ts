import type { Instant } from '../engine/instant';

/** The row behind which the next page of a list begins. */
export interface PageMark {
  readonly at: Instant | null;
  readonly issueId: string;
  readonly agreementId: string;
  readonly measureId: string;
  readonly cycleNumber: number;
}

/** As text for the browser, which gives it back. */
export function writeMark({ at, issueId, agreementId, measureId, cycleNumber }: PageMark): string {
  return [at ?? '', issueId, agreementId, measureId, cycleNumber]
    .map((part) => encodeURIComponent(part))
    .join('/');
}

/** null = it is none that was given out. */
export function readMark(text: string): PageMark | null {
  const parts = /^(-?\d{0,16})\/(\d{1,15})\/([^/]{1,200})\/([^/]{1,200})\/(\d{1,9})$/.exec(text);
  if (!parts) return null;
  const [, at = '', issueId = '', agreementId = '', measureId = '', cycle = ''] = parts;
  const ids = [agreementId, measureId].map(decoded);
  if (ids.includes(null)) return null;
  return {
    at: at === '' ? null : Number(at),
    issueId,
    agreementId: ids[0] ?? '',
    measureId: ids[1] ?? '',
    cycleNumber: Number(cycle),
  };
}

function decoded(part: string): string | null {
  try {
    return decodeURIComponent(part);
  } catch {
    return null;
  }
}
