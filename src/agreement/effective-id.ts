/**
 * The id of something that has a name and perhaps an id of its own: `Everything else` is `everything-else`.
 *
 * @example effectiveId({ name: 'High, 24×7' }) // 'high-24-7'
 */
export function effectiveId({ id, name }: { readonly id?: unknown; readonly name?: unknown }): string {
  if (typeof id === 'string') return id;
  const plain = String(name ?? '')
    .normalize('NFKD')
    .toLowerCase();
  const slug = plain.replace(/\p{M}/gu, '').replace(/[^\p{L}\p{N}]+/gu, '-');
  return slug.replace(/^-|-$/g, '') || 'unnamed';
}
