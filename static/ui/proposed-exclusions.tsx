import type { Result } from '../../src/contract';
import type { ExclusionPreview, ExclusionView, ProposedExclusionView } from '../../src/contract/exclusion';
import { sayDuration } from './duration';
import { ExclusionCard } from './exclusion-card';
import { ExclusionDecision } from './exclusion-decision';
import { flag } from './flag';

interface Props {
  readonly proposed: readonly ProposedExclusionView[];
  readonly level: 2 | 3;
  /** Names of measures by id. */
  readonly measureNames: Readonly<Record<string, string>>;
  /** Absent: this screen has no preview. */
  readonly onPreview?: (exclusion: ExclusionView) => Promise<Result<ExclusionPreview>>;
  /** Something was decided, or has changed meanwhile: read the ticket anew. */
  readonly onChanged: () => void;
}

const done = { agree: 'Agreed', decline: 'Declined', withdraw: 'Withdrawn' } as const;

/** What an exclusion would take out of this ticket's timers, in one sentence. */
export function wouldExcludeWords(would: ProposedExclusionView['wouldExclude']): string {
  const parts = would.map(({ measureName, ms, leftOut }) =>
    leftOut
      ? `${measureName} would be left out of compliance`
      : `${sayDuration(ms)} of ${measureName} would not count`,
  );
  return parts.length === 0 ? '' : `Once it is agreed: ${parts.join('; ')}.`;
}

/** Exclusions that wait for a signature and would change this ticket; the timers above do not heed them. */
export function ProposedExclusions({ proposed, level, measureNames, onPreview, onChanged }: Props) {
  if (proposed.length === 0) return null;
  const Heading = `h${level}` as const;
  return (
    <section className="proposed">
      <Heading>Proposed exclusions ({proposed.length})</Heading>
      {proposed.map(({ exclusion, wouldExclude }) => (
        <ExclusionCard
          key={exclusion.exclusionId}
          exclusion={exclusion}
          level={level === 2 ? 3 : 4}
          measureNames={measureNames}
        >
          {wouldExclude.length > 0 && <p>{wouldExcludeWords(wouldExclude)}</p>}
          <ExclusionDecision
            exclusion={exclusion}
            projectId={exclusion.projectId}
            {...(onPreview && { onPreview: () => onPreview(exclusion) })}
            onDecided={(_, decision) => {
              flag(`${done[decision]}: ${exclusion.clause}`);
              onChanged();
            }}
            onStale={onChanged}
          />
        </ExclusionCard>
      ))}
    </section>
  );
}
