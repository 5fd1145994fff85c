/** A JSON answer as Forge's proxy gives it; `undefined` = an empty body. */
export function json(status: number, body?: unknown, headers: Record<string, string> = {}): Response {
  const text = body === undefined ? null : JSON.stringify(body);
  return new Response(text, { status, headers: { 'content-type': 'application/json', ...headers } });
}

/** An answer whose JSON is there already. Whoever reads it as a text is given the text, not a copy by way of bytes. */
export function jsonText(status: number, text: string): Response {
  const response = new Response(text, { status, headers: { 'content-type': 'application/json' } });
  return Object.defineProperty(response, 'text', { value: () => Promise.resolve(text) });
}

/** Is a text longer than this many bytes of UTF-8? */
export function isLonger(text: string, bytes: number): boolean {
  return text.length * 3 > bytes && Buffer.byteLength(text) > bytes;
}

/** Size of a value on the wire, in bytes of UTF-8. */
export function jsonBytes(value: unknown): number {
  return value === undefined ? 0 : Buffer.byteLength(JSON.stringify(value));
}

/** What is left of a value that crossed the wire: dates become strings, `undefined` members vanish. */
export function throughJson<T>(value: T): T {
  return value === undefined ? value : (JSON.parse(JSON.stringify(value)) as T);
}
