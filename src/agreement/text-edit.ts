import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  Scalar,
  type CST,
  type Node,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import { isJson } from './is-json';
import { isNamed } from './loose';
import { matchItems } from './match-items';
import { sameValue } from './same-value';
import { writeInline, writeItem, writePair } from './write-yaml';

/** A piece of a collection's text: `gap` is what stands before it, since the piece before. */
interface Piece {
  readonly gap: string;
  readonly body: string;
}

type Collection = YAMLMap<unknown, unknown> | YAMLSeq;

/**
 * Rewrites one text, in which every collection is the sequence of its pieces: those that stay the same are
 * copied, byte for byte. Null = the place cannot be edited; the collection above writes it anew.
 */
export class TextEdit {
  private readonly newline: string;
  private readonly json: boolean;
  /** Indentation of JSON on several lines; '' = all on one line. */
  private readonly unit: string;
  private readonly tokensOf = new Map<Collection, readonly CST.CollectionItem[]>();

  constructor(private readonly text: string) {
    this.newline = text.includes('\r\n') ? '\r\n' : '\n';
    this.json = isJson(text);
    this.unit = /^\s*[{[]\r?\n([ \t]+)/.exec(text)?.[1] ?? '';
  }

  /** The whole text with the value at its root replaced; null = its root is no block or flow mapping. */
  edit(root: unknown, wanted: unknown): string | null {
    if (!isMap(root) || !isNamed(wanted)) return null;
    const [from, to] = this.extent(root, false);
    const edited = this.node(root, wanted, '', false);
    return edited === null ? null : this.text.slice(0, from) + edited + this.text.slice(to);
  }

  /** The text of a node's extent with `wanted` written into it. */
  private node(node: unknown, wanted: unknown, key: string, nested = true): string | null {
    const [from, to] = this.extent(node, nested);
    if (!isAlias(node) && sameValue(valueOf(node), wanted)) return this.text.slice(from, to);
    if (isMap(node) && isNamed(wanted)) return this.map(node, wanted, nested);
    if (isSeq(node) && Array.isArray(wanted)) return this.seq(node, wanted, key, nested);
    return isScalar(node) ? this.scalar(node, wanted) : null;
  }

  private scalar(node: Scalar, wanted: unknown): string | null {
    const [from, to] = this.extent(node, true);
    const old = this.text.slice(from, to);
    const block = node.type === Scalar.BLOCK_LITERAL || node.type === Scalar.BLOCK_FOLDED;
    if (from === to || block || old.includes('\n') || typeof wanted === 'object') return null;
    if (this.json) return JSON.stringify(wanted);
    if (typeof wanted === 'string') {
      if (wanted.includes('\n')) return null;
      if (node.type === Scalar.QUOTE_DOUBLE) return JSON.stringify(wanted);
      if (node.type === Scalar.QUOTE_SINGLE && /^[\x20-\x7e\xa0-\ud7ff]*$/.test(wanted)) {
        return `'${wanted.replaceAll("'", "''")}'`;
      }
    }
    return null;
  }

  private map(node: YAMLMap<unknown, unknown>, wanted: object, nested: boolean): string | null {
    const pieces = this.pieces(node, nested);
    if (pieces === null || !node.items.every(({ key }) => isScalar(key))) return null;
    const old = new Map(
      node.items.map((pair, index) => [String((pair.key as Scalar).value), { pair, index }]),
    );
    const named = wanted as Readonly<Record<string, unknown>>;
    const kept = [...old.keys()].filter((key) => Object.hasOwn(named, key));
    if (kept.length === 0) return null;
    const order = withAdded(kept, Object.keys(named));
    const indent = this.column(node);
    const next = order.map((key): Piece => {
      const known = old.get(key);
      if (known === undefined) return this.added(node, pieces, this.pair(node, key, named[key], indent));
      const piece = pieces[known.index] as Piece;
      const value = valueOf(known.pair.value);
      if (!isAlias(known.pair.value) && sameValue(value, named[key])) return piece;
      const edited = this.node(known.pair.value, named[key], key);
      if (edited === null)
        return { ...piece, body: this.pairAnew(node, known.pair, key, named[key], indent, piece) };
      const start = this.start(node, known.index);
      const [from, to] = this.extent(known.pair.value, true);
      const body = this.text.slice(start, from) + edited + this.text.slice(to, start + piece.body.length);
      return { ...piece, body };
    });
    return this.joined(node, pieces, next, nested);
  }

  /** A pair whose value cannot be edited: what stands around a value of one line stays. */
  private pairAnew(
    node: Collection,
    pair: { readonly key: unknown; readonly value: unknown },
    key: string,
    value: unknown,
    indent: string,
    piece: Piece,
  ): string {
    const [from, to] = this.extent(pair.value, true);
    const anew = this.pair(node, key, value, indent);
    const start = (pair.key as Node).range?.[0] ?? from;
    const old = this.text.slice(from, to);
    const oneLine = isScalar(pair.value) && from < to && !old.includes('\n') && !/[\n]/.test(anew);
    const short = oneLine ? anew.slice(anew.indexOf(': ', writeInline(key).length) + 2) : '';
    if (!oneLine || anew !== `${writeInline(key)}: ${short}`) return anew;
    return this.text.slice(start, from) + short + this.text.slice(to, start + piece.body.length);
  }

  private seq(node: YAMLSeq, wanted: readonly unknown[], key: string, nested: boolean): string | null {
    const pieces = this.pieces(node, nested);
    if (pieces === null || wanted.length === 0) return null;
    const values = node.items.map(valueOf);
    const indent = this.column(node);
    const next = matchItems(values, wanted).map((place, index): Piece => {
      const value = wanted[index];
      const anew = () =>
        node.flow ? this.inline(value, indent) : writeItem(value, key, indent, this.newline);
      if (place === null) return this.added(node, pieces, anew());
      const piece = pieces[place] as Piece;
      const item = node.items[place];
      if (!isAlias(item) && sameValue(values[place], value)) return piece;
      const edited = this.node(item, value, key);
      const start = this.start(node, place);
      const [from, to] = this.extent(item, true);
      const rest = this.text.slice(to, start + piece.body.length);
      if (edited !== null) return { ...piece, body: this.text.slice(start, from) + edited + rest };
      const body = anew();
      return { ...piece, body: isScalar(item) && !body.includes('\n') ? body + rest : body };
    });
    return this.joined(node, pieces, next, nested);
  }

  private pair(node: Collection, key: string, value: unknown, indent: string): string {
    if (!node.flow) return writePair(key, value, indent, this.newline);
    const name = this.json ? JSON.stringify(key) : writeInline(key);
    return `${name}:${this.json && this.unit === '' ? '' : ' '}${this.inline(value, indent)}`;
  }

  private inline(value: unknown, indent: string): string {
    if (!this.json) return writeInline(value);
    const unit = indent === '' ? '' : this.unit;
    return JSON.stringify(value, null, unit).replaceAll('\n', `${this.newline}${indent}`);
  }

  /** A new piece, set off as its neighbours are. */
  private added(node: Collection, pieces: readonly Piece[], body: string): Piece {
    const gaps = pieces.slice(1).map(({ gap }) => gap);
    if (node.flow) {
      const opening = this.text.slice(node.range?.[0] ?? 0, this.start(node, 0)).slice(1);
      const usual = gaps.find((gap) => /^\s*,\s*$/.test(gap));
      const lines = /^\s*\n\s*$/.test(opening);
      return { gap: usual ?? (lines ? `,${opening}` : this.json && this.unit === '' ? ',' : ', '), body };
    }
    const blank = (gap: string) => /\n[ \t]*\r?\n/.test(gap);
    const apart = gaps.length > 0 && (gaps.every(blank) || (body.includes('\n') && gaps.some(blank)));
    return { gap: this.newline.repeat(apart ? 2 : 1) + this.column(node), body };
  }

  /** The text of a collection made of these pieces. */
  private joined(node: Collection, old: readonly Piece[], next: readonly Piece[], nested: boolean): string {
    const [first] = next as [Piece, ...Piece[]];
    const usual = this.added(node, old, '').gap;
    const rest = next.slice(1).map(({ gap, body }) => (gap === '' ? usual : gap) + body);
    if (node.flow) {
      const [from, to] = this.extent(node, nested);
      const last = this.start(node, old.length - 1) + (old.at(-1) as Piece).body.length;
      const after = next.slice(1).map(({ gap, body }) => (gap.includes(',') ? gap : usual) + body);
      return (
        this.text.slice(from, this.start(node, 0)) + first.body + after.join('') + this.text.slice(last, to)
      );
    }
    const ownLine = (old[0] as Piece).gap !== '';
    // Behind `- ` there is no line before the first piece, but its comments may stand there.
    const gap = ownLine ? first.gap || usual : /#/.test(first.gap) ? first.gap.trimStart() : '';
    return gap + first.body + rest.join('');
  }

  /** The pieces of a collection in order, or null where its form has pieces of other kinds. */
  private pieces(node: Collection, nested: boolean): readonly Piece[] | null {
    const token = node.srcToken;
    if (node.items.length === 0 || token === undefined) return null;
    if (token.type !== 'flow-collection' && this.tokens(node).length !== node.items.length) return null;
    if (this.tokens(node).some(({ start }) => start.some(({ type }) => type === 'explicit-key-ind')))
      return null;
    return node.items.map((_, index): Piece => {
      const start = this.start(node, index);
      const body = this.text.slice(start, this.end(node, index));
      if (index > 0) return { gap: this.text.slice(this.end(node, index - 1), start), body };
      const from = node.flow || !nested ? start : this.extent(node, nested)[0];
      return { gap: this.text.slice(from, start), body };
    });
  }

  private tokens(node: Collection): readonly CST.CollectionItem[] {
    const known = this.tokensOf.get(node);
    if (known !== undefined) return known;
    const items = (node.srcToken as CST.BlockMap | CST.BlockSequence | CST.FlowCollection).items;
    const seq = isSeq(node) && !node.flow;
    const tokens = (items as readonly CST.CollectionItem[]).filter((item) =>
      seq ? item.start.some(({ type }) => type === 'seq-item-ind') : item.key || item.sep || item.value,
    );
    this.tokensOf.set(node, tokens);
    return tokens;
  }

  /** Where an item begins: at its key, its dash or its value. */
  private start(node: Collection, index: number): number {
    const item = node.items[index];
    if (isMap(node)) return ((item as { key: Node }).key.range as readonly [number, ...number[]])[0];
    const dash = node.flow
      ? undefined
      : this.tokens(node)[index]?.start.find(({ type }) => type === 'seq-item-ind');
    return dash?.offset ?? this.extent(item, true)[0];
  }

  /** Where an item ends: behind a comment on its last line. */
  private end(node: Collection, index: number): number {
    const item = node.items[index];
    const value = isMap(node) ? (item as { value: unknown }).value : item;
    const key = isMap(node) ? ((item as { key: Node }).key.range?.[1] ?? 0) : 0;
    const end = Math.max(key, this.extent(value, true)[1]);
    if (node.flow) return end;
    const rest = /^[ \t]*:?[ \t]*(#[^\r\n]*)?(?=\r?\n|$)/.exec(this.text.slice(end));
    return end + (rest?.[1] === undefined && !rest?.[0].includes(':') ? 0 : (rest[0].length ?? 0));
  }

  /** From where to where a node's text goes; a block's begins at the end of the line above. */
  private extent(node: unknown, nested: boolean): readonly [number, number] {
    const range = (node as Node | null)?.range;
    if (!range) return [0, 0];
    if (!(isMap(node) || isSeq(node)) || node.flow || node.items.length === 0) {
      const block =
        isScalar(node) && (node.type === Scalar.BLOCK_LITERAL || node.type === Scalar.BLOCK_FOLDED);
      if (!block) return [range[0], range[1]];
      const whole = this.text.slice(range[0], range[1]);
      return [range[0], range[1] - (/\r?\n$/.exec(whole)?.[0].length ?? 0)];
    }
    const first = this.start(node, 0);
    return [nested ? this.lineAbove(first) : first, this.end(node, node.items.length - 1)];
  }

  /** The end of the last line with more than comments above `at`, if `at` begins a line; else `at`. */
  private lineAbove(at: number): number {
    let line = this.text.lastIndexOf('\n', at - 1) + 1;
    if (this.text.slice(line, at).trim() !== '') return at;
    while (line > 0) {
      const above = this.text.lastIndexOf('\n', line - 2) + 1;
      if (!/^\s*(#.*)?$/.test(this.text.slice(above, line))) break;
      line = above;
    }
    if (line === 0) return at;
    return this.text.slice(line - 2, line) === '\r\n' ? line - 2 : line - 1;
  }

  /** The indentation of a collection's pieces. */
  private column(node: Collection): string {
    const start = this.start(node, 0);
    const line = this.text.lastIndexOf('\n', start - 1) + 1;
    const before = this.text.slice(line, start);
    if (node.flow) return before.trim() === '' && line > (node.range?.[0] ?? 0) ? before : '';
    return ' '.repeat(before.length);
  }
}

/** Existing keys in their order, each new one behind the key it follows in the document. */
function withAdded(kept: readonly string[], wanted: readonly string[]): readonly string[] {
  const order = [...kept];
  for (const [index, key] of wanted.entries()) {
    if (order.includes(key)) continue;
    const before = wanted.slice(0, index).findLast((other) => order.includes(other));
    order.splice(before === undefined ? order.length : order.indexOf(before) + 1, 0, key);
  }
  return order;
}

function valueOf(node: unknown): unknown {
  return (node as Node | null)?.toJSON() ?? null;
}
