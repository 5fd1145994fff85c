export type Part = 'agreements' | 'compliance';

/** Where compliance is; everything else are agreements. The manifest names it too. */
export const COMPLIANCE = '/compliance';

/**
 * The part of the page that an address belongs to.
 * @example partOf('/compliance/breaches?period=last-month') //=> 'compliance'
 */
export function partOf(path: string): Part {
  const [place = ''] = path.split('?');
  return place === COMPLIANCE || place.startsWith(`${COMPLIANCE}/`) ? 'compliance' : 'agreements';
}
