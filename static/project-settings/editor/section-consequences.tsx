import { useId } from 'react';
import type { AgreementDraft } from '../../../src/contract/document';
import { Button } from '../../ui/button';
import { ChoiceField } from './choice-field';
import { useEditor, useList, useValue } from './editor-context';
import { Field, ProblemsAt } from './field';
import { ListMoves } from './list-moves';
import { SectionFrame } from './section-frame';
import { TextField } from './text-field';
import { useListEdit } from './use-list-edit';
import { useMeasureOptions } from './use-measure-options';

type Consequences = NonNullable<AgreementDraft['consequences']>;
type Credit = NonNullable<Consequences['credits']>[number];

/** What follows when the promise is not kept. */
export function SectionConsequences() {
  const credits = useList<Credit>('consequences.credits');
  const actions = useList<string>('consequences.actions');
  const measures = useMeasureOptions();
  const creditEdit = useListEdit('consequences.credits');
  const actionEdit = useListEdit('consequences.actions');
  const { session } = useEditor();
  const there = useValue<Consequences>('consequences');
  const free = measures.find(({ value }) => !credits.some(({ measure }) => measure === value)) ?? measures[0];
  return (
    <SectionFrame
      id="consequences"
      about="What a missed target costs, and what else follows. A promise without a consequence is a wish."
    >
      <Fee />
      <fieldset className="group" data-path="consequences.credits">
        <legend>Service credits</legend>
        <p className="subtle">
          When less than a share of the cycles of a measure is met, the customer gets a share of the fee back.
          The worst step reached holds.
        </p>
        <ProblemsAt path="consequences.credits" />
        {credits.map((credit, index) => (
          <CreditFields
            key={index}
            path={`consequences.credits[${index}]`}
            index={index}
            count={credits.length}
            measures={measures}
            tiers={credit.tiers?.length ?? 0}
            onRemove={() => creditEdit.remove(index, 'the service credit')}
          />
        ))}
        <Button
          onClick={() =>
            creditEdit.add(
              { measure: free?.value ?? '', tiers: [{ below: '90%', credit: '5%' }] },
              'a service credit',
            )
          }
        >
          Add a service credit
        </Button>
        {credits.length > 0 && (
          <TextField
            path="consequences.cap"
            label="All credits of a period together are at most"
            hint="A share of the fee, such as 20%."
            placeholder="20%"
            width="short"
            optional
          />
        )}
      </fieldset>
      <fieldset className="group" data-path="consequences.actions">
        <legend>What else follows</legend>
        {actions.map((_, index) => (
          <div key={index} className="row-head">
            <TextField
              path={`consequences.actions[${index}]`}
              label={`Action ${index + 1}`}
              placeholder="The provider presents a plan within ten working days."
            />
            <ListMoves
              name={`action ${index + 1}`}
              index={index}
              count={actions.length}
              onMove={(to) => actionEdit.move(index, to, `action ${index + 1}`)}
              onRemove={() => actionEdit.remove(index, `action ${index + 1}`)}
            />
          </div>
        ))}
        <Button onClick={() => actionEdit.add('', 'an action')}>Add an action</Button>
      </fieldset>
      {there !== undefined && (
        <Button look="subtle" onClick={() => session.edit('consequences', undefined)}>
          No consequences
        </Button>
      )}
    </SectionFrame>
  );
}

function Fee() {
  const { session } = useEditor();
  const fee = useValue<Consequences['fee']>('consequences.fee');
  const amount = useValue<number>('consequences.fee.amount');
  if (fee === undefined) {
    return (
      <Button onClick={() => session.edit('consequences.fee', { amount: 0, currency: 'EUR' })}>
        Add what the service costs
      </Button>
    );
  }
  return (
    <fieldset className="group">
      <legend>What the service costs per reporting period</legend>
      <div className="side-by-side">
        <Field path="consequences.fee.amount" label="Fee">
          {(control) => (
            <input
              {...control}
              className="input input-short"
              type="number"
              min="0"
              step="any"
              value={amount ?? ''}
              onChange={({ target }) =>
                session.edit('consequences.fee.amount', target.value === '' ? 0 : target.valueAsNumber)
              }
            />
          )}
        </Field>
        <TextField
          path="consequences.fee.currency"
          label="Currency"
          hint="Three letters, such as EUR."
          width="short"
        />
      </div>
      <ProblemsAt path="consequences.fee" />
      <Button look="subtle" onClick={() => session.edit('consequences.fee', undefined)}>
        No fee
      </Button>
    </fieldset>
  );
}

interface CreditProps {
  readonly path: string;
  readonly index: number;
  readonly count: number;
  readonly measures: Parameters<typeof ChoiceField>[0]['choices'];
  readonly tiers: number;
  readonly onRemove: () => void;
}

function CreditFields({ path, index, count, measures, tiers, onRemove }: CreditProps) {
  const edit = useListEdit(`${path}.tiers`, false);
  const headingId = useId();
  const of = `, credit ${index + 1}`;
  return (
    <div className="row-card" role="group" aria-labelledby={headingId} data-path={path}>
      <div className="row-head">
        <strong id={headingId}>Credit {index + 1}</strong>
        <ListMoves name={`credit ${index + 1}`} index={index} count={count} onRemove={onRemove} />
      </div>
      <ChoiceField path={`${path}.measure`} label="Measure" of={of} choices={measures} />
      <ProblemsAt path={path} />
      <ProblemsAt path={`${path}.tiers`} />
      {Array.from({ length: tiers }, (_, tier) => (
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
            count={tiers}
            keptBecause={tiers === 1 ? 'A credit needs at least one step.' : undefined}
            onRemove={() => edit.remove(tier, 'the step')}
          />
          <ProblemsAt path={`${path}.tiers[${tier}]`} />
        </div>
      ))}
      <Button look="subtle" onClick={() => edit.add({ below: '80%', credit: '10%' }, 'a step')}>
        Add a step<span className="visually-hidden">{of}</span>
      </Button>
    </div>
  );
}
