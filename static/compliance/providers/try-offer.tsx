import type { ComplianceChoices } from '../../../src/contract/compliance';
import { Section } from '../section';
import { SettingsLink } from '../settings-link';

interface Props {
  readonly choices: Pick<ComplianceChoices, 'projectKey' | 'agreements' | 'mayAdminister'>;
  /** What is compared. */
  readonly measureId: string;
}

/** Where an offer is tried on the tickets of the last year: a page for project admins. */
export function TryOffer({ choices: { projectKey, agreements, mayAdminister }, measureId }: Props) {
  const having = agreements.filter(({ measures }) => measures.some(({ id }) => id === measureId));
  const offered = having.length > 0 ? having : agreements;
  return (
    <Section title="Would another offer have been met?">
      {mayAdminister ? (
        <>
          <p>
            Write the offer as a draft of an agreement, then try it with What-if on 365 days of tickets: each
            measure says whether it would have been kept, and whether the cases are enough to say so.
          </p>
          <ul className="no-print">
            {offered.map(({ agreementId, name }) => (
              <li key={agreementId}>
                <SettingsLink
                  projectKey={projectKey}
                  path={`/agreements/${encodeURIComponent(agreementId)}/what-if`}
                >
                  What-if of <span dir="auto">{name}</span>
                </SettingsLink>
              </li>
            ))}
          </ul>
        </>
      ) : (
        <p>
          A project admin can try it: the offer is written as a draft of an agreement in the project settings,
          under Service level agreements, and tried there with What-if on 365 days of tickets.
        </p>
      )}
    </Section>
  );
}
