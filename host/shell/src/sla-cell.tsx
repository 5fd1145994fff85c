import Lozenge, { type ThemeAppearance } from '@atlaskit/lozenge';
import type { SlaView } from '../api';
import { useSession } from './session';
import { dueText } from './when';

const looks: Readonly<Record<string, { word: string; appearance: ThemeAppearance }>> = {
  running: { word: 'Running', appearance: 'inprogress' },
  'at-risk': { word: 'At risk', appearance: 'moved' },
  breached: { word: 'Breached', appearance: 'removed' },
  met: { word: 'Met', appearance: 'success' },
  paused: { word: 'Paused', appearance: 'default' },
  'no-goal': { word: 'No goal', appearance: 'default' },
  'not-counted': { word: 'Not counted', appearance: 'default' },
};

/** State of a ticket's timers and when the first one is due, to the minute as the app keeps it. */
export function SlaCell({ sla, now }: { sla: SlaView | null; now: number }) {
  const { user } = useSession();
  if (!sla || sla.state === 'none') return <span className="quiet">No timer</span>;
  const look = looks[sla.state] ?? { word: sla.state, appearance: 'default' as const };
  return (
    <span className="sla">
      <Lozenge appearance={look.appearance}>{look.word}</Lozenge>
      {sla.nextBreach !== null && (
        <span>
          {sla.state === 'breached' && 'next '}
          {dueText(sla.nextBreach, now, user.timeZone)}
        </span>
      )}
    </span>
  );
}
