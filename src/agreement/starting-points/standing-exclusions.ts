import type { AgreementDraft } from '../document';
import type { PresetInput } from './project-outline';
import { quoted } from './quoted';
import { customerStatuses } from './waiting-statuses';

type Exclusions = NonNullable<AgreementDraft['exclusions']>;

/** The hours of `plannedMaintenance`. */
export const MAINTENANCE_CALENDAR = 'maintenance-window';

/** Sunday morning, when maintenance may be planned. */
export function maintenanceCalendar(timeZone: string): AgreementDraft['calendars'][number] {
  return {
    id: MAINTENANCE_CALENDAR,
    name: 'Maintenance window',
    timeZone,
    hours: { sun: '02:00-06:00' },
  };
}

/**
 * What never counts: the maintenance window on tickets about it, and waiting that the customer causes. The
 * latter is only for `measures`: those that do not pause by themselves while the customer is asked.
 */
export function standingExclusions(
  { statuses }: PresetInput,
  number: string,
  measures: readonly string[],
): Exclusions {
  const waiting = customerStatuses(statuses);
  const when =
    waiting.length > 0 ? `status in (${waiting.map(quoted).join(', ')})` : 'labels = waiting-for-customer';
  return [
    {
      id: 'planned-maintenance',
      kind: 'schedule',
      clause: `${number}.1 Planned maintenance`,
      effect: 'time',
      when: 'labels = planned-maintenance',
      during: MAINTENANCE_CALENDAR,
      reason: 'Announced at least three working days ahead, and only within the maintenance window.',
    },
    {
      id: 'customer-caused-waiting',
      kind: 'customer-caused',
      clause: `${number}.2 Waiting caused by the customer`,
      effect: 'time',
      measures: [...measures],
      when,
      reason: 'The provider cannot go on before the customer has answered.',
    },
  ];
}
