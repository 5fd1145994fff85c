/**
 * Reads parts of a document that may have any shape: a fault in one place must not hide those in others, so
 * the checks across places run on documents that are not valid yet. Wrong shapes read as absent.
 */
export type Loose = Readonly<Record<string, unknown>>;

export function looseAt(value: unknown, key: string): Loose {
  const found = part(value, key);
  return isNamed(found) ? found : {};
}

export function listAt(value: unknown, key: string): readonly unknown[] {
  const found = part(value, key);
  return Array.isArray(found) ? found : [];
}

export function textAt(value: unknown, key: string): string | undefined {
  const found = part(value, key);
  return typeof found === 'string' ? found : undefined;
}

export function isNamed(value: unknown): value is Loose {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function part(value: unknown, key: string): unknown {
  return isNamed(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}
