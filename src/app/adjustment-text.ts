import type { ProviderFigures } from '../contract/money';

/** What adjusting did, in words: to which mix, and how much of each side it is about. */
export function adjustmentText(
  sides: number,
  kinds: number,
  providers: readonly Pick<ProviderFigures, 'adjusted'>[],
): string {
  if (sides < 2) return 'Nothing is adjusted: it takes two agreements with at least 30 cases each.';
  if (kinds === 0)
    return 'Nothing is adjusted: no kind of ticket, by priority and by whether it came within the hours, occurs under all of these agreements.';
  const covered = providers.flatMap(({ adjusted }) => adjusted?.covered ?? []);
  const least = Math.floor(Math.min(...covered) * 100);
  const share = least === 100 ? 'all cases' : `at least ${least} % of the cases of each`;
  return `Adjusted says what each would have reached with one mix of priorities and of tickets within and outside the hours: that of all ${sides} together. ${kinds === 1 ? 'One kind of ticket occurs' : `${kinds} kinds of ticket occur`} under all of them; that is ${share}.`;
}
