import { useEffect, useRef, useState } from 'react';
import type { AgreementSummary } from '../../src/contract/agreement';
import { call } from '../ui/call';
import { ExclusionForm, type AgreementChoice } from '../ui/exclusion-form';
import { flag } from '../ui/flag';
import { readCalendars } from './read-calendars';

interface Props {
  readonly agreements: readonly AgreementSummary[];
  readonly onProposed: () => void;
  readonly onCancel: () => void;
}

type Parts = Pick<AgreementChoice, 'measures' | 'calendars'>;

/** The form, with the measures and calendars of the agreement that is picked. */
export function ProposeExclusion({ agreements, onProposed, onCancel }: Props) {
  const [picked, setPicked] = useState(agreements[0]?.agreementId ?? '');
  const [parts, setParts] = useState<Readonly<Record<string, Parts>>>({});
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  useEffect(() => {
    let current = true;
    const version = agreements.find((a) => a.agreementId === picked)?.version;
    void (async () => {
      // The version in force: a proposal that is open has no clocks to take time out of.
      const result = await call('readAgreement', {
        agreementId: picked,
        ...(version == null ? {} : { version }),
      });
      if (!current || !result.ok) return;
      const calendars = await readCalendars(result.value.shown?.document ?? '');
      if (current)
        setParts((known) => ({ ...known, [picked]: { measures: result.value.measures, calendars } }));
    })();
    return () => {
      current = false;
    };
  }, [picked, agreements]);
  return (
    <section className="aside-box" aria-labelledby="propose-exclusion">
      <h2 id="propose-exclusion" ref={heading} tabIndex={-1}>
        Propose exclusion
      </h2>
      <ExclusionForm
        agreements={agreements.map(({ agreementId, name }) => ({
          agreementId,
          name,
          ...(parts[agreementId] ?? { measures: [], calendars: [] }),
        }))}
        onAgreement={setPicked}
        onPreview={(proposal) => call('previewExclusion', { proposal })}
        onPropose={async (proposal) => {
          const result = await call('proposeExclusion', { proposal });
          if (!result.ok) return result;
          const exclusion = result.value;
          flag(exclusion.state === 'agreed' ? 'Exclusion agreed' : 'Exclusion proposed', {
            description:
              exclusion.state === 'agreed'
                ? 'Tickets are being replayed with it.'
                : 'Until it is agreed, the clock still runs.',
          });
          onProposed();
          return null;
        }}
        onCancel={onCancel}
      />
    </section>
  );
}
