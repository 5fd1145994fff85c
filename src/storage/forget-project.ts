import { write } from './statement';

/** What belongs to a project and to none of its issues; the log, which may be very long, is forgotten apart. */
const TABLES = [
  'agreement_draft',
  'agreement_proposal',
  'signature',
  'agreement_party',
  'exclusion',
  'incident_window',
  'project_setting',
  'what_if_change',
  'what_if_run',
  'verdict_change',
  'day_rollup',
  'report_cells',
  'report_value',
  'resolved_rollup',
  'resolved_cells',
  'rollup_dirty',
  'escalation_firing',
  'service_report',
  'service_report_note',
  'service_report_part',
] as const;

/** Only for a project that Jira has deleted. */
export async function forgetProject(projectId: string): Promise<void> {
  for (const table of TABLES) await write(`DELETE FROM ${table} WHERE project_id = ?`, [projectId]);
}
