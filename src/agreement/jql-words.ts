/** A piece of JQL: a word or sign, or a text that stood in quotes. */
export interface JqlWord {
  readonly text: string;
  readonly quoted: boolean;
}

const WORD = /\s+|"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|(!=|<=|>=|!~|[=<>~(),])|([^\s"'()=!<>~,;&|]+)/gy;

/** Cuts JQL into its words; null where it holds something else, such as `&&` or an open quote. */
export function jqlWords(jql: string): readonly JqlWord[] | null {
  const words: JqlWord[] = [];
  let end = 0;
  for (const match of jql.matchAll(WORD)) {
    end = match.index + match[0].length;
    const [, double, single, sign, plain] = match;
    const quoted = double ?? single;
    if (quoted !== undefined) words.push({ text: quoted.replace(/\\(.)/g, '$1'), quoted: true });
    else if (sign ?? plain) words.push({ text: sign ?? plain ?? '', quoted: false });
  }
  return end === jql.length ? words : null;
}
