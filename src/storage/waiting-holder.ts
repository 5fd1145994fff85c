/** Does this holder (a key of `CycleFact.holders`) keep the provider waiting: a customer or a third party? */
export function isWaiting(holder: string): boolean {
  return holder === 'c:' || holder === 'v:';
}
