import type { ComplianceChoices, ComplianceQuery } from '../../src/contract/compliance';
import type { Navigate } from './navigation';

/** What each tab is given. */
export interface TabProps {
  readonly choices: ComplianceChoices;
  /** The filters of the address, with the days of the period. */
  readonly query: ComplianceQuery;
  readonly grain: 'week' | 'month';
  /** What the address says behind the tab's name, for a tab that has pages of its own. */
  readonly below: readonly string[];
  /** Changes filters, opens a page of the tab or another tab; all of it in the address. */
  readonly navigate: Navigate;
}
