import type { ServiceReportContent } from '../contract/service-report';

/** More would not be read. */
const MOST = 50;

/** One difference in a sentence, and whose business it is: null = everybody's who reads the report. */
export interface ContentDifference {
  readonly text: string;
  readonly issueKey: string | null;
  readonly exclusionId: string | null;
}

type About = Omit<ContentDifference, 'text'>;
const ALL: About = { issueKey: null, exclusionId: null };

/** What two contents of a report say differently: the frozen one first. */
export function contentDifferences(
  frozen: ServiceReportContent,
  replayed: ServiceReportContent,
): readonly ContentDifference[] {
  const found: ContentDifference[] = [];
  compare(frozen, replayed, '', ALL, found);
  if (found.length <= MOST) return found;
  return [...found.slice(0, MOST), { text: `There are ${found.length - MOST} more differences.`, ...ALL }];
}

function compare(
  frozen: unknown,
  replayed: unknown,
  path: string,
  about: About,
  found: ContentDifference[],
): void {
  if (JSON.stringify(frozen) === JSON.stringify(replayed)) return;
  if (Array.isArray(frozen) && Array.isArray(replayed))
    return compareLists(frozen, replayed, path, about, found);
  if (isNamed(frozen) && isNamed(replayed)) {
    const keys = new Set([...Object.keys(frozen), ...Object.keys(replayed)]);
    for (const key of keys)
      compare(frozen[key], replayed[key], path === '' ? key : `${path}, ${key}`, about, found);
    return;
  }
  found.push({ text: `${path}: ${written(frozen)} in the report, ${written(replayed)} now.`, ...about });
}

/** Members are matched by what names them, so that one that is missing does not shift all others. */
function compareLists(
  frozen: readonly unknown[],
  replayed: readonly unknown[],
  path: string,
  outer: About,
  found: ContentDifference[],
): void {
  const [before, after] = [named(frozen), named(replayed)];
  for (const name of new Set([...before.keys(), ...after.keys()])) {
    const place = `${path} ${name}`;
    const about = aboutOf(before.get(name) ?? after.get(name)) ?? outer;
    if (!after.has(name)) found.push({ text: `${place}: in the report, no longer now.`, ...about });
    else if (!before.has(name)) found.push({ text: `${place}: not in the report, but now.`, ...about });
    else compare(before.get(name), after.get(name), place, about, found);
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

/** Breaches are of tickets, and so are some exclusions. */
function aboutOf(member: unknown): About | null {
  if (!isNamed(member)) return null;
  const { issueKey, id, clause } = member;
  if (typeof issueKey === 'string') return { ...ALL, issueKey };
  return typeof id === 'string' && clause !== undefined ? { ...ALL, exclusionId: id } : null;
}

function isNamed(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function written(value: unknown): string {
  return value === undefined ? 'nothing' : JSON.stringify(value);
}
