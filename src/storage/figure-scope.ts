import { placeholders, type Param } from './statement';

/** What figures are of. An absent part means all. */
export interface FigureScope {
  readonly projectId: string;
  readonly agreementId?: string;
  readonly measureId?: string;
  /** Days since 1970-01-01 in the zone of the agreement's provider, both included. */
  readonly fromDay: number;
  readonly toDay: number;
  /** Security levels the viewer may see; `''` = tickets without one. */
  readonly levels: readonly string[];
  readonly filter: FigureFilter;
}

/** A measure of an agreement. */
export interface MeasureKey {
  readonly agreementId: string;
  readonly measureId: string;
}

/** Values of an issue as it is now; `''` = it has none. */
export interface FigureFilter {
  readonly priority?: string;
  readonly requestType?: string;
  readonly organization?: string;
  readonly assignee?: string;
}

/** What figures can be told apart by. An issue may have several organizations, and counts in each. */
export type Facet = 'priority' | 'request-type' | 'organization' | 'assignee' | 'stratum';

/** Facets that are an issue's own, and not of a cycle. */
export type Dimension = Exclude<Facet, 'stratum'>;

export const DIMENSIONS: readonly Dimension[] = ['priority', 'request-type', 'organization', 'assignee'];

/** A condition and its parameters, in the order of their places. */
export interface Clause {
  readonly where: string;
  readonly params: readonly Param[];
}

export function allOf(...clauses: readonly (Clause | null)[]): Clause {
  const given = clauses.filter((clause) => clause !== null);
  return {
    where: given.map(({ where }) => where).join(' AND '),
    params: given.flatMap(({ params }) => params),
  };
}

export function equals(column: string, value: Param | undefined): Clause | null {
  return value === undefined ? null : { where: `${column} = ?`, params: [value] };
}

/** No condition holds nothing. */
export function anyOf(clauses: readonly Clause[]): Clause {
  if (clauses.length === 0) return NOTHING;
  return {
    where: `(${clauses.map(({ where }) => `(${where})`).join(' OR ')})`,
    params: clauses.flatMap(({ params }) => params),
  };
}

const NOTHING: Clause = { where: '1 = 0', params: [] };

/** An empty list holds nothing. */
export function among(column: string, values: readonly Param[]): Clause {
  if (values.length === 0) return NOTHING;
  return { where: `${column} IN ${placeholders(1, values.length)}`, params: values };
}

/** Rows of these measures. */
export function ofMeasures(measures: readonly MeasureKey[]): Clause {
  return anyOf(
    measures.map(({ agreementId, measureId }) =>
      allOf(equals('agreement_id', agreementId), equals('measure_id', measureId)),
    ),
  );
}

/** null = there are none to leave out. */
export function noneAmong(column: string, values: readonly Param[]): Clause | null {
  if (values.length === 0) return null;
  const { where, params } = among(column, values);
  return { where: `NOT (${where})`, params };
}

/** The part of a scope that roll-ups and rows have in common. */
export function scopeClause(scope: FigureScope, day = 'decided_day', project = 'project_id'): Clause {
  return allOf(
    equals(project, scope.projectId),
    equals('agreement_id', scope.agreementId),
    equals('measure_id', scope.measureId),
    { where: `${day} >= ? AND ${day} <= ?`, params: [scope.fromDay, scope.toDay] },
    among('security_level_id', scope.levels),
  );
}

/** The filter on rows that bear an issue's dimensions; null = it lets everything through. */
export function filterClause(filter: FigureFilter, table = ''): Clause | null {
  const { organization } = filter;
  const clauses = [
    equals(`${table}priority_id`, filter.priority),
    equals(`${table}request_type_id`, filter.requestType),
    equals(`${table}assignee_id`, filter.assignee),
    organization === undefined
      ? null
      : organization === ''
        ? equals(`${table}organization_ids`, '')
        : { where: `INSTR(${table}organization_ids, ?) > 0`, params: [`,${organization},`] },
  ].filter((clause) => clause !== null);
  return clauses.length === 0 ? null : allOf(...clauses);
}

/** The filters that are set, by facet. */
export function filtersSet(filter: FigureFilter): readonly (readonly [Dimension, string])[] {
  const given: readonly (readonly [Dimension, string | undefined])[] = [
    ['priority', filter.priority],
    ['request-type', filter.requestType],
    ['organization', filter.organization],
    ['assignee', filter.assignee],
  ];
  return given.flatMap(([facet, value]) => (value === undefined ? [] : [[facet, value] as const]));
}

/** Where a row holds what a facet tells apart. */
export const COLUMN_OF_FACET: Readonly<Record<Facet, string>> = {
  priority: 'priority_id',
  'request-type': 'request_type_id',
  organization: 'organization_ids',
  assignee: 'assignee_id',
  stratum: 'stratum',
};

/** The values of a facet in such a column: of organizations there may be several. */
export function facetValuesIn(facet: Facet, column: string): readonly string[] {
  if (facet !== 'organization' || column === '') return [column];
  return column.split(',').filter((id) => id !== '');
}
