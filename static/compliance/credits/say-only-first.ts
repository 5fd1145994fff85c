/** That clocks beyond a limit are left out of what is foreseen, and of what still grows. */
export function sayOnlyFirst(count: number, locale: string): string {
  const first = `the first ${count.toLocaleString(locale)}`;
  return (
    'Too many clocks run to reckon with all of them: what will be owed, and penalties that still grow, ' +
    `cover only ${first} of the current period and ${first} of those before it. More may be owed.`
  );
}
