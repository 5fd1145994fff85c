import type { Attainment } from './attainment';

/** Where a share lies with 95 % confidence, both 0..1. */
export interface ShareRange {
  readonly low: number;
  readonly high: number;
}

/** The 97.5th percentile of the standard normal distribution. */
const Z = 1.959963984540054;

/**
 * Wilson's score interval of the share met of counted, at 95 %: it never leaves 0..1 and holds for few cases and
 * for shares near 1, where a promise is. null = nothing is counted.
 *
 * wilsonInterval({ met: 81, breached: 182 }) //=> { low: 0.2553, high: 0.3662 }
 */
export function wilsonInterval({ met, breached }: Pick<Attainment, 'met' | 'breached'>): ShareRange | null {
  const cases = met + breached;
  if (cases === 0) return null;
  const share = met / cases;
  const square = Z * Z;
  const centre = share + square / (2 * cases);
  const spread = Z * Math.sqrt((share * (1 - share)) / cases + square / (4 * cases * cases));
  const whole = 1 + square / cases;
  return {
    low: met === 0 ? 0 : Math.max(0, (centre - spread) / whole),
    high: breached === 0 ? 1 : Math.min(1, (centre + spread) / whole),
  };
}
