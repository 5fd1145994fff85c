/** Orders Jira's ids as the numbers they are, of any length: '9' before '10'. */
export function compareIds(a: string, b: string): number {
  if (a.length !== b.length) return a.length - b.length;
  return a < b ? -1 : a > b ? 1 : 0;
}
