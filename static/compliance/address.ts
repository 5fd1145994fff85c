import type { ResolvedKind } from '../../src/contract/compliance';
import { DEFAULT_PRESET, isDay, PRESETS, type Period, type Preset } from './period';

export const TABS = [
  'overview',
  'at-risk',
  'breaches',
  'exclusions',
  'credits',
  'escalations',
  'reports',
  'providers',
] as const;
export type Tab = (typeof TABS)[number];

const LISTS = ['resolved', 'reopened', 'rated'] as const satisfies readonly ResolvedKind[];

/** What people narrow the figures to. An absent one means all. */
export interface Filters {
  readonly period: Period;
  readonly grain: 'week' | 'month';
  readonly agreementId?: string | undefined;
  readonly measureId?: string | undefined;
  readonly priority?: string | undefined;
  readonly requestType?: string | undefined;
  readonly organization?: string | undefined;
  readonly assignee?: string | undefined;
}

/** Where in the page somebody is: all of it is in the address, so that it can be sent to somebody else. */
export interface Address {
  /** `measure`: everything about the measure of the filters. */
  readonly page: Tab | 'measure' | 'unknown';
  /** What the tab keeps behind its name: `/reports/acme/1767225600000`. */
  readonly below: readonly string[];
  readonly filters: Filters;
  /** Resolved tickets that are listed over the page; null = none are. */
  readonly list: ResolvedKind | null;
}

/** Where to go; what is absent stays, but for a list: that is closed. */
export interface Move {
  readonly page?: Tab | 'measure';
  readonly below?: readonly string[];
  /** `undefined` takes a filter away. */
  readonly filters?: Partial<Filters>;
  readonly list?: ResolvedKind;
}

const NAMES = {
  agreementId: 'agreement',
  measureId: 'measure',
  priority: 'priority',
  requestType: 'request-type',
  organization: 'organization',
  assignee: 'assignee',
} as const;
const NAMED = Object.keys(NAMES) as (keyof typeof NAMES)[];

/** Takes away all that figures are narrowed to. */
export const UNFILTERED: Partial<Filters> = Object.fromEntries(NAMED.map((key) => [key, undefined]));

/**
 * Reads an address; what it says wrongly is left out.
 * @example readAddress('/breaches?period=last-month').filters.period //=> { preset: 'last-month' }
 */
export function readAddress(path: string): Address {
  const [place = '', query = ''] = path.split('?');
  const [first = '', ...below] = place
    .split('/')
    .filter((part) => part !== '')
    .map(decoded);
  const pages = [...TABS, 'measure'] as const;
  const page = first === '' ? 'overview' : (pages.find((one) => one === first) ?? 'unknown');
  const search = new URLSearchParams(query);
  const narrowed = NAMED.flatMap((key) => {
    const value = search.get(NAMES[key]);
    return value ? [[key, value] as const] : [];
  });
  return {
    page,
    below,
    filters: {
      period: readPeriod(search),
      grain: search.get('by') === 'month' ? 'month' : 'week',
      ...Object.fromEntries(narrowed),
    },
    list: LISTS.find((list) => list === search.get('list')) ?? null,
  };
}

function readPeriod(search: URLSearchParams): Period {
  const from = search.get('from') ?? '';
  const to = search.get('to') ?? '';
  if (isDay(from) && isDay(to) && from <= to) return { preset: null, from, to };
  const named = PRESETS.find((preset) => preset === search.get('period'));
  return { preset: named ?? DEFAULT_PRESET };
}

/** The address to write; `readAddress` reads it back. */
export function writeAddress({ page, below, filters, list }: Address): string {
  const search = new URLSearchParams();
  const { period } = filters;
  if (period.preset === null) {
    search.set('from', period.from);
    search.set('to', period.to);
  } else if (period.preset !== (DEFAULT_PRESET as Preset)) search.set('period', period.preset);
  if (filters.grain === 'month') search.set('by', 'month');
  for (const key of NAMED) {
    const value = filters[key];
    if (value) search.set(NAMES[key], value);
  }
  if (list !== null) search.set('list', list);
  const parts = page === 'overview' || page === 'unknown' ? [] : [page, ...below];
  const query = String(search);
  return `/${parts.map(encodeURIComponent).join('/')}${query && `?${query}`}`;
}

/** The address after a move. Another page begins at its top, with the same filters. */
export function moved(from: Address, { page, below, filters, list }: Move): Address {
  const next = page ?? (from.page === 'unknown' ? 'overview' : from.page);
  return {
    page: next,
    below: below ?? (next === from.page ? from.below : []),
    filters: { ...from.filters, ...filters },
    list: list ?? null,
  };
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
