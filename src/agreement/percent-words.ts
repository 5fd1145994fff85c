/** `95.2%`, rounded down: 99.99 % is not all of them; `nothing counted` where nothing was. */
export function percentWords(share: number | null): string {
  // A hair more, because 0.29 * 1000 is 289.99999999999994.
  return share === null ? 'nothing counted' : `${Math.floor(share * 1000 + 1e-9) / 10}%`;
}
