import { ChoiceField } from './choice-field';
import { ProblemsAt } from './field';
import { SectionFrame } from './section-frame';
import { TextField } from './text-field';

const KINDS = [
  { value: 'sla', label: 'Service level agreement (with a customer)' },
  { value: 'ola', label: 'Operational level agreement (between teams of one house)' },
  { value: 'underpinning-contract', label: 'Underpinning contract (from a supplier)' },
];

/** Name and kind. */
export function SectionBasics() {
  return (
    <SectionFrame
      id="basics"
      about="What people will call this agreement. The date it takes effect is set when it is proposed."
    >
      <ProblemsAt path="" />
      <TextField path="name" label="Name" hint="Both parties see it, such as IT support for Acme Retail." />
      <ChoiceField path="kind" label="Kind" choices={KINDS} usual="sla" width="full" />
      {(['accord', 'id', 'version', 'effectiveFrom'] as const).map((key) => (
        <ProblemsAt key={key} path={key} />
      ))}
    </SectionFrame>
  );
}
