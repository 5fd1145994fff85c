import { useRef, useState } from 'react';
import type { IssuePanelView } from '../../src/contract';
import type { ExclusionProposal } from '../../src/contract/exclusion';
import { Button } from '../ui/button';
import { call } from '../ui/call';
import { ExclusionForm } from '../ui/exclusion-form';
import { flag } from '../ui/flag';
import { measureNames } from '../ui/measure-names';
import { proposalOf } from '../ui/proposal-of';
import { ProposedExclusions } from '../ui/proposed-exclusions';

interface Props {
  readonly view: IssuePanelView;
  readonly onChanged: () => void;
}

/** What is proposed for this ticket, and where somebody proposes that something shall not count. */
export function Exclusions({ view, onChanged }: Props) {
  const [proposing, setProposing] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const { agreements, attachments } = view.proposing;
  const close = (): void => {
    setProposing(false);
    // The form goes: who was in it goes on where it was opened.
    requestAnimationFrame(() => opener.current?.focus());
  };
  const propose = async (proposal: ExclusionProposal) => {
    const result = await call('proposeExclusion', { proposal });
    if (!result.ok) return result;
    flag(`Proposed: ${proposal.clause}`, { description: 'The clock runs until it is agreed.' });
    close();
    onChanged();
    return null;
  };
  return (
    <>
      <ProposedExclusions
        proposed={view.proposed}
        level={2}
        measureNames={measureNames(agreements)}
        onPreview={(exclusion) => call('previewExclusion', { proposal: proposalOf(exclusion) })}
        onChanged={onChanged}
      />
      {agreements.length > 0 && !proposing && (
        <div>
          <Button look="subtle" ref={opener} onClick={() => setProposing(true)}>
            Propose an exclusion
          </Button>
        </div>
      )}
      {proposing && (
        <section className="proposed" aria-labelledby="propose-title">
          <h2 id="propose-title">Propose an exclusion for {view.issueKey}</h2>
          <ExclusionForm
            agreements={agreements}
            issueKey={view.issueKey}
            attachments={attachments}
            onPropose={propose}
            onPreview={(proposal) => call('previewExclusion', { proposal })}
            onCancel={close}
          />
        </section>
      )}
    </>
  );
}
