import { useState } from 'react';
import type { AgreementView, ProposalView } from '../../src/contract/agreement';
import { approvalNotice, shortHash } from '../ui/agreement-words';
import { Button } from '../ui/button';
import { call } from '../ui/call';
import { flag } from '../ui/flag';
import { Notice } from '../ui/notice';
import { placeIn } from '../ui/place';
import { usePlace } from '../ui/place-context';
import { sayDate, sayMoment } from '../ui/say-date';
import { SignBox } from '../ui/sign-box';
import { SignatureList } from '../ui/signature-list';
import { partiesOf } from './agreement-chips';
import { Dialog } from './dialog';
import { Link } from './navigation';
import { useScreen } from './screen';

interface Props {
  readonly agreement: AgreementView;
  readonly proposal: ProposalView;
  readonly onChanged: () => void;
}

/** The open proposal: whose signature it waits for, and where the viewer gives theirs. */
export function ProposalPanel({ agreement, proposal, onChanged }: Props) {
  const place = usePlace();
  const { kind } = useScreen();
  const [withdrawing, setWithdrawing] = useState(false);
  const { agreementId, name, customer, shown } = agreement;
  const parties = partiesOf(agreement);
  const notice = approvalNotice(proposal.approval, customer);
  // Whoever signs has the text before them.
  const isShown = shown?.what === 'proposal' || proposal.kind === 'retire';
  return (
    <section className="aside-box" aria-labelledby="proposal">
      <h2 id="proposal">
        {proposal.kind === 'retire'
          ? `Its end on ${sayDate(proposal.effectiveFrom, placeIn(place, agreement.timeZone))} is proposed`
          : `Version ${proposal.version} is proposed`}
      </h2>
      <p className="subtle">
        By {proposal.proposedBy}, {sayMoment(proposal.proposedAt, place)}
        {proposal.kind === 'version' &&
          `. In force from ${sayDate(proposal.effectiveFrom, placeIn(place, agreement.timeZone))} once signed`}
        . Text <code title={proposal.hash}>{shortHash(proposal.hash)}</code>
      </p>
      {proposal.note && <p dir="auto">“{proposal.note}”</p>}
      {notice && <Notice tone="warning">{notice}</Notice>}
      <SignatureList signatures={proposal.signatures} waitingFor={proposal.waitingFor} parties={parties} />
      {isShown ? (
        <SignBox
          key={proposal.hash}
          agreement={{ agreementId }}
          name={name}
          timeZone={agreement.timeZone}
          proposal={proposal}
          parties={parties}
          onDecided={(decided, decision) => {
            flag(decisionWords(decided, decision, name));
            onChanged();
          }}
          onStale={onChanged}
        />
      ) : (
        <p>
          <Link to={{ page: 'agreement', agreementId }}>Read what is proposed</Link>
        </p>
      )}
      {kind === 'settings' && (
        <div>
          <Button onClick={() => setWithdrawing(true)}>Withdraw…</Button>
        </div>
      )}
      {withdrawing && (
        <Dialog
          title="Withdraw the proposal?"
          action="Withdraw"
          doing="Withdrawing…"
          danger
          onClose={() => setWithdrawing(false)}
          onAct={async () => {
            const result = await call('withdrawProposal', { agreementId, hash: proposal.hash });
            if (!result.ok) return result;
            flag('Proposal withdrawn', { description: 'Signatures already given are void.' });
            onChanged();
            return null;
          }}
        >
          <p>
            Signatures already given become void. The proposal stays in the record; the draft can be changed
            and proposed again.
          </p>
        </Dialog>
      )}
    </section>
  );
}

function decisionWords(proposal: ProposalView, decision: 'signed' | 'declined', name: string): string {
  if (decision === 'declined') return 'Proposal declined';
  if (proposal.state !== 'published') return 'Signed';
  return proposal.kind === 'retire'
    ? `Signed: “${name}” ends`
    : `Signed: version ${proposal.version} is agreed`;
}
