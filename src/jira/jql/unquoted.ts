const ESCAPED: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };

/**
 * What a value of JQL says: without the quotes around it and, quoted or not, with its escapes read as Jira
 * reads them: `\n`, `\r`, `\t`, `\u` and four hex digits; a backslash before anything else is left out.
 */
export function unquoted(text: string): string {
  const quote = text.charAt(0);
  const isQuoted = (quote === '"' || quote === "'") && text.length > 1 && text.endsWith(quote);
  const inner = isQuoted ? text.slice(1, -1) : text;
  return inner.replace(/\\(?:u([0-9a-f]{4})|(.))/gis, (_, code?: string, one = '') =>
    code === undefined
      ? (ESCAPED[one as string] ?? (one as string))
      : String.fromCharCode(parseInt(code, 16)),
  );
}
