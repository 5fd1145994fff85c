/** A piece of a JQL text: from `start` (from 0) to `end` (exclusive), in UTF-16 units. */
export interface JqlPlace {
  readonly start: number;
  readonly end: number;
}

/** Why a JQL text cannot be a rule. `start` and `end` mark the piece at fault. */
export interface JqlFault extends JqlPlace {
  /** The whole clause the piece stands in, as written. */
  readonly clause: string;
  readonly reason: string;
  readonly remedy: string;
}

/** Collects the faults of one JQL text. */
export class JqlFaults {
  private readonly faults: JqlFault[] = [];
  private clause: JqlPlace = { start: 0, end: 0 };

  /** The parser counts whole characters; places are told in UTF-16 units, as JavaScript slices text. */
  private readonly characters: readonly string[];

  constructor(jql: string) {
    this.characters = [...jql];
  }

  /** A piece of the text, by place as the parser counts. */
  text(place: JqlPlace): string {
    return this.characters.slice(place.start, place.end).join('');
  }

  /** Faults added from now on stand in this clause. */
  inClause(place: JqlPlace): void {
    this.clause = place;
  }

  /** Adds a fault; always null, so that a reader can return it. */
  add(place: JqlPlace | null, reason: string, remedy: string): null {
    const piece = place ?? this.clause;
    const start = this.text({ start: 0, end: piece.start }).length;
    const end = start + this.text(piece).length;
    this.faults.push({ clause: this.text(this.clause), start, end, reason, remedy });
    return null;
  }

  /** In order of place. */
  all(): readonly JqlFault[] {
    return [...this.faults].sort((a, b) => a.start - b.start || a.end - b.end);
  }
}

/** Place of a node of the syntax tree. */
export function placeOf(node: { readonly position: readonly [number, number] | null }): JqlPlace | null {
  return node.position === null ? null : { start: node.position[0], end: node.position[1] };
}
