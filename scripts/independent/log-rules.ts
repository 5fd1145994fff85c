/** The rules of a public log's agreement, written down a second time for the check in plain SQL. */
export interface LogRules {
  readonly read: (row: Readonly<Record<string, string>>) => {
    readonly caseNo: string;
    readonly created: number | null;
    readonly at: number;
    readonly order: number;
    /** null = not recorded: the case keeps what it had. */
    readonly status: string | null;
    readonly priority: string | null;
  };
  /** Of a case that was opened before its first row. */
  readonly initialStatus: string | null;
  /** Office hours on weekdays, local. */
  readonly opensAt: number;
  readonly closesAt: number;
  /** From when on the zone is how many hours from UTC. */
  readonly zoneChanges: readonly (readonly [at: string, hours: number])[];
  readonly resolved: readonly string[];
  readonly acknowledged: readonly string[];
  readonly measures: readonly {
    readonly id: string;
    readonly kind: 'acknowledge' | 'each-resolution' | 'first-resolution';
    /** Statuses in which the clock stands still. */
    readonly pauses: readonly string[];
    /** `priority` null = all others. */
    readonly goals: readonly {
      readonly priority: string | null;
      readonly hours: number;
      readonly calendar: 'always' | 'office';
    }[];
  }[];
}

const unlessUnknown = (text: string | undefined) =>
  text === undefined || text === '' || text === '?' || text === '-100' ? null : text;

/** `29/2/2016 01:16`, in UTC. */
function minuteOf(text: string): number {
  const [day = 0, month = 0, year = 0, hour = 0, minute = 0] = text.split(/[/ :]/).map(Number);
  return Date.UTC(year, month - 1, day, hour, minute);
}

export const UCI_RULES: LogRules = {
  read: (row) => ({
    caseNo: row['number'] ?? '',
    created: minuteOf(row['opened_at'] ?? ''),
    at: minuteOf(row['sys_updated_at'] ?? ''),
    order: Number(row['sys_mod_count']),
    status: unlessUnknown(row['incident_state']),
    priority: unlessUnknown(row['priority']),
  }),
  initialStatus: 'New',
  opensAt: 8,
  closesAt: 18,
  zoneChanges: [
    ['2009-10-18T03:00Z', -2],
    ['2016-02-21T02:00Z', -3],
    ['2016-10-16T03:00Z', -2],
    ['2017-02-19T02:00Z', -3],
    ['2017-10-15T03:00Z', -2],
  ],
  resolved: ['Resolved', 'Closed'],
  acknowledged: ['Active', 'Resolved', 'Closed', 'Awaiting User Info', 'Awaiting Vendor'],
  measures: [
    {
      id: 'acknowledge',
      kind: 'acknowledge',
      pauses: [],
      goals: [
        { priority: '1', hours: 0.5, calendar: 'always' },
        { priority: '2', hours: 1, calendar: 'always' },
        { priority: null, hours: 4, calendar: 'office' },
      ],
    },
    {
      id: 'resolution',
      kind: 'each-resolution',
      pauses: ['Awaiting User Info', 'Awaiting Vendor', 'Awaiting Problem', 'Awaiting Evidence'],
      goals: [
        { priority: '1', hours: 4, calendar: 'always' },
        { priority: '2', hours: 8, calendar: 'always' },
        { priority: null, hours: 40, calendar: 'office' },
      ],
    },
  ],
};

export const VOLVO_RULES: LogRules = {
  read: (row) => ({
    caseNo: row['case'] ?? '',
    created: null,
    at: Date.parse(row['time:timestamp'] ?? ''),
    order: 0,
    status: unlessUnknown(row['lifecycle:transition']),
    priority: unlessUnknown(row['impact']),
  }),
  initialStatus: null,
  opensAt: 8,
  closesAt: 17,
  zoneChanges: [
    ['2009-10-25T01:00Z', 1],
    ['2010-03-28T01:00Z', 2],
    ['2010-10-31T01:00Z', 1],
    ['2011-03-27T01:00Z', 2],
    ['2011-10-30T01:00Z', 1],
    ['2012-03-25T01:00Z', 2],
    ['2012-10-28T01:00Z', 1],
    ['2013-03-31T01:00Z', 2],
  ],
  resolved: ['Resolved', 'Closed', 'Cancelled', 'In Call'],
  acknowledged: [],
  measures: [
    {
      id: 'resolution',
      kind: 'each-resolution',
      pauses: ['Wait - User', 'Wait - Customer', 'Wait - Vendor'],
      goals: [
        { priority: 'Major', hours: 8, calendar: 'always' },
        { priority: 'High', hours: 8, calendar: 'always' },
        { priority: null, hours: 45, calendar: 'office' },
      ],
    },
    {
      id: 'provider-time',
      kind: 'first-resolution',
      pauses: [
        'Wait - User',
        'Wait - Customer',
        'Wait - Vendor',
        'Wait - Implementation',
        'Wait',
        'Resolved',
        'Closed',
        'Cancelled',
        'In Call',
        'Unmatched',
      ],
      goals: [{ priority: null, hours: 27, calendar: 'office' }],
    },
  ],
};
