/** Words of a text, lower-cased, without accents. */
function wordsOf(text: string): readonly string[] {
  return (
    text
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}_]+/gu) ?? []
  );
}

/** Jira's index drops common English endings, so that `printers` finds `printer`. */
function stem(word: string): string {
  if (word.length > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  return word.length > 3 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word;
}

/**
 * The test behind `~`: every word occurs (`prin*` by its beginning), a phrase in inner quotes word after word.
 */
export function textTest(query: string): (texts: readonly string[]) => boolean {
  const phrases: string[] = [];
  const loose = query.replace(/"([^"]*)"/g, (_, phrase: string) => {
    phrases.push(phrase);
    return ' ';
  });
  const asked = loose.split(/\s+/).filter((word) => word !== '');
  return (texts) => {
    const words = texts.map((text) => wordsOf(text).map(stem));
    const holds = (test: (word: string) => boolean): boolean => words.some((list) => list.some(test));
    const single = asked.every((given) => {
      const plain = wordsOf(given);
      const open = given.endsWith('*');
      return plain.every((word, i) =>
        open && i === plain.length - 1
          ? holds((has) => has.startsWith(word))
          : holds((has) => has === stem(word)),
      );
    });
    return single && phrases.every((phrase) => words.some((list) => hasRun(list, wordsOf(phrase).map(stem))));
  };
}

function hasRun(words: readonly string[], run: readonly string[]): boolean {
  return words.some((_, start) => run.every((word, i) => words[start + i] === word));
}
