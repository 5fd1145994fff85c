import type { SavedDashboard } from '../dashboard-book';

/** What a manager of the demo finds: the service levels of a project at a glance. */
export function demoDashboards(projectId: string): readonly SavedDashboard[] {
  const gadget = (
    id: string,
    kind: string,
    column: number,
    configuration: SavedDashboard['gadgets'][number]['configuration'],
  ) => ({ id, moduleKey: `gadget-${kind}`, column, configuration });
  return [
    {
      id: '10000',
      name: 'Service levels',
      holds: 'jira:dashboardGadget',
      columns: 2,
      gadgets: [
        gadget('10001', 'attainment', 0, { projectId, period: '30d', refresh: 15 }),
        gadget('10002', 'at-risk', 1, { projectId, refresh: 5 }),
        gadget('10003', 'trend', 0, {
          projectId,
          measureId: 'time-to-resolution',
          period: '90d',
          grain: 'week',
          refresh: 60,
        }),
        gadget('10004', 'providers', 0, { measureId: 'time-to-resolution', period: '365d', refresh: 60 }),
      ],
    },
  ];
}
