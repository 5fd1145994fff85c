import { events } from '@forge/bridge';
import { useEffect } from 'react';
import { useRevisit } from '../ui/use-revisit';

const MINUTE = 60_000;

interface RefreshEvent {
  readonly origin?: 'dashboard' | 'gadget';
  /** The gadget whose button was pressed; all gadgets hear of it. */
  readonly gadgetId?: string;
}

/** Asks again when the dashboard or this gadget is refreshed, and every so many minutes while it is looked at. */
export function useRefresh(again: () => void, minutes: number, gadgetId: string | null): void {
  useEffect(() => {
    const heard = events.on('JIRA_DASHBOARD_GADGET_REFRESH', (payload?: RefreshEvent) => {
      if (payload?.origin !== 'gadget' || payload.gadgetId === gadgetId) again();
    });
    return () => void heard.then(({ unsubscribe }) => unsubscribe()).catch(() => undefined);
  }, [again, gadgetId]);
  useRevisit(again, minutes * MINUTE);
}
