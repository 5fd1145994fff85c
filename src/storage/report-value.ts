import { int, text } from './column';
import { greatest } from './fixed-digits';
import { among, allOf, equals, type Facet } from './figure-scope';
import { insertOnce, placeholders, select } from './statement';

/** What a code can stand for: a value of a facet, a holder of tickets, an exclusion. */
export type ValueKind = Facet | 'holder' | 'clause';

export interface ReportValue {
  readonly kind: ValueKind;
  readonly securityLevelId: string;
  readonly value: string;
}

export interface CodedValue extends ReportValue {
  readonly code: number;
}

const ROWS_PER_STATEMENT = 200;
/** Somebody else may take the next code at the same time. */
const ATTEMPTS = 5;

/** The codes of a project's values; once given, a code is that of its value for ever. */
export class ValueCodes {
  private readonly codes = new Map<string, number>();
  private readonly next = new Map<string, number>();

  private constructor(private readonly projectId: string) {}

  static async of(projectId: string): Promise<ValueCodes> {
    const codes = new ValueCodes(projectId);
    await codes.read();
    return codes;
  }

  codeOf(kind: ValueKind, securityLevelId: string, value: string): number {
    const code = this.codes.get(keyOf({ kind, securityLevelId, value }));
    if (code === undefined) throw new Error(`No code for ${kind} “${value}” of project ${this.projectId}`);
    return code;
  }

  /** Gives a code to each value that has none. */
  async learn(values: Iterable<ReportValue>): Promise<void> {
    const wanted = new Map([...values].map((value) => [keyOf(value), value]));
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const missing = [...wanted].filter(([key]) => !this.codes.has(key)).map(([, value]) => value);
      if (missing.length === 0) return;
      if (!(await this.insert(missing.slice(0, ROWS_PER_STATEMENT)))) await this.read();
      else if (missing.length > ROWS_PER_STATEMENT) attempt--;
    }
    throw new Error(`Values of project ${this.projectId} got no codes: too many write at the same time`);
  }

  private async insert(values: readonly ReportValue[]): Promise<boolean> {
    const next = new Map(this.next);
    const coded = values.map((value): CodedValue => {
      const code = next.get(groupOf(value)) ?? 0;
      next.set(groupOf(value), code + 1);
      return { ...value, code };
    });
    const done = await insertOnce(
      `INSERT INTO report_value (project_id, kind, security_level_id, code, facet_value) VALUES ${placeholders(coded.length, 5)}`,
      coded.flatMap(({ kind, securityLevelId, code, value }) => [
        this.projectId,
        kind,
        securityLevelId,
        code,
        value,
      ]),
    );
    if (done) for (const value of coded) this.add(value);
    return done;
  }

  private async read(): Promise<void> {
    for (const value of await codedValues(this.projectId)) this.add(value);
  }

  private add(value: CodedValue): void {
    this.codes.set(keyOf(value), value.code);
    this.next.set(groupOf(value), Math.max(this.next.get(groupOf(value)) ?? 0, value.code + 1));
  }
}

/** The values of a project that have codes: of all kinds and levels, or of those named. */
export async function codedValues(
  projectId: string,
  { kind, levels, value }: { kind?: ValueKind; levels?: readonly string[]; value?: string | undefined } = {},
): Promise<readonly CodedValue[]> {
  const { where, params } = allOf(
    equals('project_id', projectId),
    equals('kind', kind),
    levels ? among('security_level_id', levels) : null,
    equals('facet_value', value),
  );
  const rows = await select(
    `SELECT kind, security_level_id, code, facet_value FROM report_value WHERE ${where}`,
    params,
  );
  return rows.map((row) => ({
    kind: text(row, 'kind') as ValueKind,
    securityLevelId: text(row, 'security_level_id'),
    code: int(row, 'code'),
    value: text(row, 'facet_value'),
  }));
}

/** By security level, 1 at the codes of the values that pass. */
export async function codesWhere(
  projectId: string,
  { kind, levels }: { readonly kind: ValueKind; readonly levels: readonly string[] },
  passes: (value: string) => boolean,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const coded = await codedValues(projectId, { kind, levels });
  return new Map(
    levels.map((level) => {
      const own = coded.filter(({ securityLevelId }) => securityLevelId === level);
      // Longer than any code: to look beyond the end of a list is slow.
      const codes = new Uint8Array(1 + greatest([63, ...own.map(({ code }) => code)]));
      for (const { code, value } of own) if (passes(value)) codes[code] = 1;
      return [level, codes];
    }),
  );
}

function groupOf({ kind, securityLevelId }: ReportValue): string {
  return `${kind} ${securityLevelId}`;
}

function keyOf(value: ReportValue): string {
  return `${groupOf(value)} ${value.value}`;
}
