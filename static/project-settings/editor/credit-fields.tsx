import { useId } from 'react';
import type { AgreementDraft } from '../../../src/contract/document';
import { Button } from '../../ui/button';
import { ChoiceField, type Choice } from './choice-field';
import { useEditor } from './editor-context';
import { Field, ProblemsAt } from './field';
import { ListMoves } from './list-moves';
import { NumberField } from './number-field';
import { TextField } from './text-field';
import { useListEdit } from './use-list-edit';

export type Credit = NonNullable<NonNullable<AgreementDraft['consequences']>['credits']>[number];
type Way = 'tiers' | 'shortfall' | 'perBreach';

interface Props {
  readonly path: string;
  readonly index: number;
  readonly count: number;
  readonly measures: readonly Choice[];
  readonly credit: Credit;
  readonly onRemove: () => void;
}

const WAYS: readonly { readonly value: Way; readonly label: string }[] = [
  { value: 'tiers', label: 'By steps of attainment' },
  { value: 'shortfall', label: 'What is missing of the target' },
  { value: 'perBreach', label: 'For each late ticket, by how late it is' },
];

/** What each way begins with. */
const FRESH: Readonly<Record<Way, object>> = {
  tiers: { tiers: [{ below: '90%', credit: '5%' }] },
  shortfall: { shortfall: true },
  perBreach: { perBreach: { amount: 100, per: '1h' } },
};

const wayOf = (credit: Credit): Way =>
  credit.perBreach !== undefined ? 'perBreach' : credit.shortfall !== undefined ? 'shortfall' : 'tiers';

/** The service credit of one measure. */
export function CreditFields({ path, index, count, measures, credit, onRemove }: Props) {
  const { session } = useEditor();
  const headingId = useId();
  const of = `, credit ${index + 1}`;
  const way = wayOf(credit);
  const choose = (next: Way): void => {
    const weighed = next === 'perBreach' || credit.weight === undefined ? {} : { weight: credit.weight };
    session.edit(path, { measure: credit.measure, ...weighed, ...FRESH[next] });
  };
  return (
    <div className="row-card" role="group" aria-labelledby={headingId} data-path={path}>
      <div className="row-head">
        <strong id={headingId}>Credit {index + 1}</strong>
        <ListMoves name={`credit ${index + 1}`} index={index} count={count} onRemove={onRemove} />
      </div>
      <ChoiceField path={`${path}.measure`} label="Measure" of={of} choices={measures} />
      <ProblemsAt path={path} />
      <Field path={`${path}.${way}`} label="How it is worked out" of={of}>
        {(control) => (
          <select
            {...control}
            className="input input-medium"
            value={way}
            onChange={({ target }) => choose(target.value as Way)}
          >
            {WAYS.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        )}
      </Field>
      {way === 'tiers' && <Tiers path={path} count={credit.tiers?.length ?? 0} of={of} />}
      {way === 'shortfall' && (
        <p className="subtle">Of 98% promised and 75% achieved, 23% of the fee is credited.</p>
      )}
      {way === 'perBreach' && <Penalty path={`${path}.perBreach`} of={of} />}
      {way !== 'perBreach' && (
        <TextField
          path={`${path}.weight`}
          label="Weight"
          of={of}
          hint="How much of this credit counts, such as 60%. Empty: all of it."
          placeholder="100%"
          width="short"
          optional
        />
      )}
    </div>
  );
}

function Tiers({ path, count, of }: { readonly path: string; readonly count: number; readonly of: string }) {
  const edit = useListEdit(`${path}.tiers`, false);
  return (
    <>
      {Array.from({ length: count }, (_, tier) => (
        <div key={tier} className="side-by-side">
          <TextField
            path={`${path}.tiers[${tier}].below`}
            label="When less than this is met"
            of={`, step ${tier + 1}${of}`}
            placeholder="95%"
            width="short"
          />
          <TextField
            path={`${path}.tiers[${tier}].credit`}
            label="Share of the fee"
            of={`, step ${tier + 1}${of}`}
            placeholder="5%"
            width="short"
          />
          <ListMoves
            name={`step ${tier + 1}${of}`}
            index={tier}
            count={count}
            keptBecause={count === 1 ? 'A credit needs at least one step.' : undefined}
            onRemove={() => edit.remove(tier, 'the step')}
          />
          <ProblemsAt path={`${path}.tiers[${tier}]`} />
        </div>
      ))}
      <p className="subtle">The worst step reached holds; steps are not added up.</p>
      <Button look="subtle" onClick={() => edit.add({ below: '80%', credit: '10%' }, 'a step')}>
        Add a step<span className="visually-hidden">{of}</span>
      </Button>
    </>
  );
}

function Penalty({ path, of }: { readonly path: string; readonly of: string }) {
  return (
    <div className="side-by-side">
      <NumberField path={`${path}.amount`} label="Amount" of={of} hint="In the currency of the fee." />
      <TextField
        path={`${path}.per`}
        label="For each"
        of={of}
        hint="Working time beyond the goal; parts in proportion."
        placeholder="1h"
        width="short"
      />
      <TextField
        path={`${path}.free`}
        label="Free time of each ticket"
        of={of}
        hint="So much lateness costs nothing."
        placeholder="30m"
        width="short"
        optional
      />
    </div>
  );
}
