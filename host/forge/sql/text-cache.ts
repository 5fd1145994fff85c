/** Remembers what was worked out of a statement's text; forgets everything when it holds too many. */
export class TextCache<T> {
  private readonly known = new Map<string, T>();

  constructor(private readonly most = 500) {}

  get(text: string, make: () => T): T {
    const found = this.known.get(text);
    if (found !== undefined) return found;
    const made = make();
    if (this.known.size >= this.most) this.known.clear();
    this.known.set(text, made);
    return made;
  }

  clear(): void {
    this.known.clear();
  }
}
