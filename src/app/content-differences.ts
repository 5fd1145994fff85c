import type { ServiceReportContent } from '../contract/service-report';

/** More would not be read. */
const MOST = 50;

/** What two contents of a report say differently, in sentences: the frozen one first. */
export function contentDifferences(
  frozen: ServiceReportContent,
  replayed: ServiceReportContent,
): readonly string[] {
  const found: string[] = [];
  compare(frozen, replayed, '', found);
  if (found.length <= MOST) return found;
  return [...found.slice(0, MOST), `There are ${found.length - MOST} more differences.`];
}

function compare(frozen: unknown, replayed: unknown, path: string, found: string[]): void {
  if (JSON.stringify(frozen) === JSON.stringify(replayed)) return;
  if (Array.isArray(frozen) && Array.isArray(replayed)) return compareLists(frozen, replayed, path, found);
  if (isNamed(frozen) && isNamed(replayed)) {
    const keys = new Set([...Object.keys(frozen), ...Object.keys(replayed)]);
    for (const key of keys) compare(frozen[key], replayed[key], path === '' ? key : `${path}, ${key}`, found);
    return;
  }
  found.push(`${path}: ${written(frozen)} in the report, ${written(replayed)} now.`);
}

/** Members are matched by what names them, so that one that is missing does not shift all others. */
function compareLists(
  frozen: readonly unknown[],
  replayed: readonly unknown[],
  path: string,
  found: string[],
): void {
  const [before, after] = [named(frozen), named(replayed)];
  for (const name of new Set([...before.keys(), ...after.keys()])) {
    const place = `${path} ${name}`;
    if (!after.has(name)) found.push(`${place}: in the report, no longer now.`);
    else if (!before.has(name)) found.push(`${place}: not in the report, but now.`);
    else compare(before.get(name), after.get(name), place, found);
  }
}

function named(members: readonly unknown[]): ReadonlyMap<string, unknown> {
  return new Map(members.map((member, index) => [nameOf(member, index), member]));
}

function nameOf(member: unknown, index: number): string {
  if (!isNamed(member)) return String(index + 1);
  const { issueKey, measureId, cycleNumber, id, kind, start } = member;
  if (typeof issueKey === 'string') return `${issueKey} (${String(measureId)}, cycle ${String(cycleNumber)})`;
  if (typeof start === 'number') return `from ${new Date(start).toISOString()}`;
  const name = measureId ?? id ?? kind;
  return typeof name === 'string' && member['text'] === undefined ? name : `${index + 1}`;
}

function isNamed(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function written(value: unknown): string {
  return value === undefined ? 'nothing' : JSON.stringify(value);
}
