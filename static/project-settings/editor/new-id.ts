/**
 * An id made of a name: small letters, digits and hyphens, and no other's id.
 *
 * @example newId('Büro-Zeiten 24/7', ['buro-zeiten-24-7']) // 'buro-zeiten-24-7-2'
 */
export function newId(name: string, taken: Iterable<string>): string {
  const used = new Set(taken);
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const base =
    plain
      .replace(/[^a-z0-9]+/g, '-')
      .slice(0, 48)
      .replace(/^-+|-+$/g, '') || 'new';
  let id = base;
  for (let count = 2; used.has(id); count++) id = `${base}-${count}`;
  return id;
}
