import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { checkBusinessTime } from './business-time';
import { readList, readObject, type CaseCheck, type Mismatch, type VectorCase } from './case-check';
import { checkJsmCycle } from './jsm-cycle';
import { checkSlaScenario } from './sla-scenario';

const FORMS: Readonly<Record<string, CaseCheck>> = {
  'business-time-vectors/1': checkBusinessTime,
  'sla-scenario-vectors/1': checkSlaScenario,
  'jsm-sla-cycles/1': checkJsmCycle,
};

export interface CaseOutcome {
  readonly id: string;
  readonly title: string;
  /** Empty = passed. */
  readonly mismatches: readonly Mismatch[];
}

/**
 * Runs the `cases` of a vector file, plain JSON or gzip. Throws an Error that says what is wrong with the
 * file when it cannot be read or has an unknown form; a case that cannot be read fails by itself.
 */
export function runVectorFile(path: string): CaseOutcome[] {
  const file = readVectorFile(path);
  const format = String(file.format);
  const check = Object.hasOwn(FORMS, format) ? FORMS[format] : undefined;
  if (!check) throw new Error(`unknown form "${format}"; known: ${Object.keys(FORMS).join(', ')}`);
  return readList(file.cases, 'cases').map((value, i) => runCase(check, value, i));
}

function readVectorFile(path: string): VectorCase {
  const bytes = readFileSync(path);
  const gzipped = bytes[0] === 0x1f && bytes[1] === 0x8b;
  const text = (gzipped ? gunzipSync(bytes) : bytes).toString('utf8').replace(/^\uFEFF/, '');
  return readObject(JSON.parse(text), 'the file');
}

function runCase(check: CaseCheck, value: unknown, i: number): CaseOutcome {
  let id = `case ${i + 1}`;
  let title = '';
  try {
    const vector = readObject(value, 'the case');
    if (vector.id !== undefined) id = String(vector.id);
    title = typeof vector.title === 'string' ? vector.title : '';
    return { id, title, mismatches: check(vector) };
  } catch (fault) {
    const actual = fault instanceof Error ? fault.message : String(fault);
    return { id, title, mismatches: [{ what: 'case', expected: 'a case that can be run', actual }] };
  }
}
