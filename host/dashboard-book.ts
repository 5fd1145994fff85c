/** What a dashboard can hold: classic ones gadgets, the upgraded ones widgets. */
export const dashboardKinds = ['jira:dashboardGadget', 'dashboards:widget'] as const;
export type DashboardKind = (typeof dashboardKinds)[number];

export type Columns = 1 | 2 | 3;

/** As an app's edit view submitted it. */
export type GadgetConfiguration = Readonly<Record<string, unknown>>;

export interface SavedDashboard {
  readonly id: string;
  readonly name: string;
  readonly holds: DashboardKind;
  readonly columns: Columns;
  /** From the top of each column to its end. */
  readonly gadgets: readonly SavedGadget[];
}

export interface SavedGadget {
  readonly id: string;
  readonly moduleKey: string;
  /** From 0; one that the dashboard no longer has counts as its last. */
  readonly column: number;
  /** null = it was never configured. */
  readonly configuration: GadgetConfiguration | null;
}

/** What a new site begins with. */
export const firstDashboards: readonly SavedDashboard[] = [
  { id: '10000', name: 'Service levels', holds: 'jira:dashboardGadget', columns: 2, gadgets: [] },
];

/** The dashboards of the site: everybody who works in Jira sees and edits all of them. */
export class DashboardBook {
  private dashboards: readonly SavedDashboard[];
  private lastId: number;

  constructor(
    saved: readonly SavedDashboard[],
    private readonly onChange: () => void,
  ) {
    this.dashboards = saved;
    const ids = saved.flatMap(({ id, gadgets }) => [id, ...gadgets.map((gadget) => gadget.id)]);
    this.lastId = Math.max(9_999, ...ids.map(Number));
  }

  all(): readonly SavedDashboard[] {
    return this.dashboards;
  }

  find(id: string): SavedDashboard | null {
    return this.dashboards.find((one) => one.id === id) ?? null;
  }

  create(name: string, holds: DashboardKind): SavedDashboard {
    const made: SavedDashboard = { id: this.nextId(), name, holds, columns: 2, gadgets: [] };
    this.put([...this.dashboards, made]);
    return made;
  }

  /** null = there is no such dashboard. */
  change(id: string, to: (before: SavedDashboard) => Omit<SavedDashboard, 'id'>): SavedDashboard | null {
    const before = this.find(id);
    if (!before) return null;
    const after = { ...to(before), id };
    this.put(this.dashboards.map((one) => (one === before ? after : one)));
    return after;
  }

  /** Into the column that has least in it. */
  add(id: string, moduleKey: string): SavedDashboard | null {
    return this.change(id, (board) => {
      const filled = Array.from({ length: board.columns }, (_, column) => gadgetsIn(board, column).length);
      const column = filled.indexOf(Math.min(...filled));
      const gadget = { id: this.nextId(), moduleKey, column, configuration: null };
      return { ...board, gadgets: [...board.gadgets, gadget] };
    });
  }

  remove(id: string): void {
    this.put(this.dashboards.filter((one) => one.id !== id));
  }

  private nextId(): string {
    return String(++this.lastId);
  }

  private put(dashboards: readonly SavedDashboard[]): void {
    this.dashboards = dashboards;
    this.onChange();
  }
}

/** What stands in one column, from its top. */
export function gadgetsIn<Gadget extends Pick<SavedGadget, 'column'>>(
  { columns, gadgets }: { readonly columns: Columns; readonly gadgets: readonly Gadget[] },
  column: number,
): readonly Gadget[] {
  return gadgets.filter((gadget) => Math.min(gadget.column, columns - 1) === column);
}
