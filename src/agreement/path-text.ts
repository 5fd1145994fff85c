export type Path = readonly PropertyKey[];

/** `measures[0].goals[2].when`; keys that are no plain names are quoted: `hours["mon, wed"]`. */
export function pathText(path: Path): string {
  return path.reduce<string>((text, part) => {
    if (typeof part === 'number') return `${text}[${part}]`;
    const key = String(part);
    if (!/^[$A-Za-z_][\w-]*$/.test(key)) return `${text}["${key}"]`;
    return text === '' ? key : `${text}.${key}`;
  }, '');
}
