import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { mappingSchema, type Mapping } from './mapping';
import { LogError } from './log-error';

const INCLUDED = join(__dirname, '../../scenarios/logs');

/** Reads a mapping file. Throws `LogError` with every fault. */
export function readMapping(file: string): Mapping {
  let value: unknown;
  try {
    value = parse(readFileSync(file, 'utf8'));
  } catch (cause) {
    throw new LogError(`Cannot read the mapping ${file}: ${(cause as Error).message}`, { cause });
  }
  const result = mappingSchema.safeParse(value);
  if (result.success) return result.data;
  const faults = result.error.issues.map((i) => `  ${i.path.join('.') || 'the document'}: ${i.message}`);
  throw new LogError(`${file} is not a mapping:\n${faults.join('\n')}`);
}

/** A mapping and the included agreement that goes with it. */
export interface IncludedMapping {
  readonly mapping: Mapping;
  readonly agreementFile: string;
}

/** The included mapping all of whose columns the log's first line names. Throws `LogError` when none does. */
export function findMapping(text: string): IncludedMapping {
  const header = text.slice(0, text.indexOf('\n') === -1 ? text.length : text.indexOf('\n'));
  const included = readdirSync(INCLUDED)
    .filter((name) => name.endsWith('.mapping.yaml'))
    .map((name) => ({
      mapping: readMapping(join(INCLUDED, name)),
      agreementFile: join(INCLUDED, name.replace('.mapping.', '.agreement.')),
    }));
  const found = included.find(({ mapping }) => {
    const columns = new Set(
      header
        .trim()
        .split(mapping.delimiter)
        .map((name) => name.replace(/^"|"$/g, '')),
    );
    return columnsOf(mapping).every((name) => columns.has(name));
  });
  if (found !== undefined) return found;
  throw new LogError(
    `No included mapping fits this log (${included.map((i) => i.mapping.name).join('; ')}). Write one and give it with --mapping.`,
  );
}

function columnsOf(mapping: Mapping): string[] {
  const { order, created, summary } = mapping;
  const optional = [order, created, summary].filter((name) => name !== undefined);
  return [mapping.case, mapping.at, ...optional, ...Object.values(mapping.fields).map((f) => f.column)];
}
