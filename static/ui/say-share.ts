/**
 * A share as a percentage with at most one decimal, rounded down: 99.96% is not 100%.
 * @example sayShare(0.9333) //=> "93.3%"
 */
export function sayShare(share: number): string {
  return `${tenthsShown(share) / 10}%`;
}

/** The tenths of a per cent that a share is shown with. */
export function tenthsShown(share: number): number {
  // A hair more, because 0.29 * 1000 is 289.99999999999994.
  return Math.floor(share * 1_000 + 1e-9);
}
