import { SectionFrame } from './section-frame';
import { PartyFields } from './party-fields';

/** Who promises, who is promised, and who may sign for each. */
export function SectionParties() {
  return (
    <SectionFrame
      id="parties"
      about="Who promises and who is promised. Representatives speak and sign for their side; nobody can stand on both sides."
    >
      <div className="two-columns">
        <PartyFields
          side="provider"
          title="Provider"
          about="Keeps the promise: your service team or company."
        />
        <PartyFields
          side="customer"
          title="Customer"
          about="Is promised: a company, a department, everybody who raises tickets."
        />
      </div>
    </SectionFrame>
  );
}
