import { useState } from 'react';
import type { Failure } from '../../src/contract';
import type { RollupCheck } from '../../src/contract/compliance';
import { Button } from '../ui/button';
import { call } from '../ui/call';
import { ProblemList } from '../ui/problem-list';
import { Section } from './section';

type Found =
  | { readonly kind: 'nothing' | 'busy' }
  | { readonly kind: 'checked' | 'rebuilding'; readonly check: RollupCheck }
  | { readonly kind: 'refused'; readonly failure: Failure };

const days = (count: number): string => `${count.toLocaleString('en')} ${count === 1 ? 'day' : 'days'}`;

/** For admins: are the sums kept for reports those of the verdicts? If they are not, they are made anew. */
export function FigureCheck() {
  const [found, setFound] = useState<Found>({ kind: 'nothing' });
  const check = async () => {
    setFound({ kind: 'busy' });
    const answer = await call('checkRollups', undefined);
    setFound(answer.ok ? { kind: 'checked', check: answer.value } : { kind: 'refused', failure: answer });
  };
  const rebuild = async () => {
    setFound({ kind: 'busy' });
    const answer = await call('rebuildRollups', undefined);
    setFound(answer.ok ? { kind: 'rebuilding', check: answer.value } : { kind: 'refused', failure: answer });
  };
  const busy = found.kind === 'busy';
  return (
    <div className="figure-check no-print">
      <Section title="Are these figures true?">
        <p className="subtle">
          Long periods are read from sums by day, which are made from the verdicts of the tickets. They can be
          compared with these, and made anew.
        </p>
        <div className="row">
          <Button aria-disabled={busy} onClick={() => !busy && void check()}>
            Check the sums
          </Button>
          <Button look="subtle" aria-disabled={busy} onClick={() => !busy && void rebuild()}>
            Make them anew
          </Button>
        </div>
        <div role="status">{told(found)}</div>
        {found.kind === 'checked' && found.check.differences.length > 0 && (
          <ul>
            {found.check.differences.map(({ day, what }) => (
              <li key={`${day} ${what}`} dir="auto">
                {day}: {what}
              </li>
            ))}
          </ul>
        )}
        {found.kind === 'refused' && (
          <ProblemList failure={found.failure} lead="The sums could not be looked at." />
        )}
      </Section>
    </div>
  );
}

function told(found: Found): string {
  switch (found.kind) {
    case 'nothing':
    case 'refused':
      return '';
    case 'busy':
      return 'Looking at the sums…';
    case 'rebuilding':
      return `The sums of ${days(found.check.waiting)} are being made anew. Until then, reports read the verdicts themselves.`;
    case 'checked': {
      const { days: compared, differences, waiting } = found.check;
      const verdict =
        differences.length === 0
          ? `The sums of ${days(compared)} are those of the tickets.`
          : `The sums of ${days(compared)} were compared; these are wrong:`;
      return waiting === 0
        ? verdict
        : `Still to be summed up, and read from the verdicts: ${days(waiting)}. ${verdict}`;
    }
  }
}
