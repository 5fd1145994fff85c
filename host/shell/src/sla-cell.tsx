import Lozenge, { type ThemeAppearance } from '@atlaskit/lozenge';
import type { SlaView } from '../api';
import { lengthText } from './when';

const minute = 60_000;

const looks: Readonly<Record<string, { word: string; appearance: ThemeAppearance }>> = {
  running: { word: 'Running', appearance: 'inprogress' },
  'at-risk': { word: 'At risk', appearance: 'moved' },
  breached: { word: 'Breached', appearance: 'removed' },
  met: { word: 'Met', appearance: 'success' },
  paused: { word: 'Paused', appearance: 'default' },
  'no-goal': { word: 'No goal', appearance: 'default' },
  'not-counted': { word: 'Not counted', appearance: 'default' },
};

/** State of a ticket's timers and how long until the first one breaches, to the minute as the app keeps it. */
export function SlaCell({ sla, now }: { sla: SlaView | null; now: number }) {
  if (!sla || sla.state === 'none') return <span className="quiet">No timer</span>;
  const look = looks[sla.state] ?? { word: sla.state, appearance: 'default' as const };
  return (
    <span className="sla">
      <Lozenge appearance={look.appearance}>{look.word}</Lozenge>
      {sla.nextBreach !== null && (
        <span>
          {sla.state === 'breached' && 'next '}
          {dueText(sla.nextBreach - now)}
        </span>
      )}
    </span>
  );
}

/** Calendar time, not working time: when it is due, not what is left of the goal. */
function dueText(left: number): string {
  if (left < minute) return 'due now';
  return `due in ${lengthText(Math.floor(left / minute) * minute)}`;
}
