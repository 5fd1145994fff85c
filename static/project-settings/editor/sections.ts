/** The parts of the editor, in the order in which an agreement is read. */
export const SECTIONS = [
  { id: 'basics', title: 'Basics', keys: ['accord', 'id', 'version', 'name', 'kind', 'effectiveFrom'] },
  { id: 'parties', title: 'Parties', keys: ['parties'] },
  { id: 'scope', title: 'Scope', keys: ['scope'] },
  { id: 'measures', title: 'Measures and goals', keys: ['measures'] },
  { id: 'calendars', title: 'Calendars', keys: ['calendars'] },
  { id: 'exclusions', title: 'Exclusions', keys: ['exclusions'] },
  { id: 'responsibilities', title: 'Responsibilities', keys: ['responsibilities'] },
  { id: 'consequences', title: 'Consequences', keys: ['consequences'] },
  { id: 'report', title: 'Reporting', keys: ['report'] },
] as const;

export type SectionId = (typeof SECTIONS)[number]['id'];

/** The section that holds a path; what no section holds (the whole document, unknown keys) is in the first. */
export function sectionOf(path: string): SectionId {
  const key = /^[^.[]+/.exec(path)?.[0] ?? '';
  return SECTIONS.find(({ keys }) => (keys as readonly string[]).includes(key))?.id ?? 'basics';
}
