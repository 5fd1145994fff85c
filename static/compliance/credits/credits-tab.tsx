import { Blank } from '../../ui/blank';
import { TabBar } from '../tab-bar';
import type { TabProps } from '../tab-props';
import { AgreementCredits } from './agreement-credits';

/** What missed targets cost, agreement by agreement: what will be owed if nothing moves, and the statements. */
export function CreditsTab({ choices, query, below, navigate }: TabProps) {
  const priced = choices.agreements.filter(
    ({ agreementId, hasCredits }) =>
      hasCredits && (query.agreementId === undefined || query.agreementId === agreementId),
  );
  const [chosenAgreement, chosenPeriod] = below;
  return (
    <>
      <TabBar asOf={null} />
      {priced.length === 0 && (
        <Blank
          title={
            query.agreementId === undefined
              ? 'No agreement has service credits'
              : 'This agreement has no service credits'
          }
        >
          What a missed target costs is written under Consequences, in the agreements of the project settings.
        </Blank>
      )}
      <div className="measure-report">
        {priced.map((agreement) => (
          <AgreementCredits
            key={agreement.agreementId}
            agreement={agreement}
            period={chosenAgreement === agreement.agreementId ? Number(chosenPeriod) : null}
            onPeriod={(start) => navigate({ below: [agreement.agreementId, String(start)] })}
          />
        ))}
      </div>
    </>
  );
}
