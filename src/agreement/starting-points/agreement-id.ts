/**
 * The id of a new agreement of a project.
 *
 * @example agreementId('IT_1', 'starter') // 'it-1-starter'
 */
export function agreementId(projectKey: string, suffix: string): string {
  const key = projectKey.toLowerCase().replace(/[^a-z0-9]+/g, '-');
  return [key.replace(/^-|-$/g, ''), suffix].filter((part) => part !== '').join('-');
}
