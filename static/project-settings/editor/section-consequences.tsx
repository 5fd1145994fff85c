import type { AgreementDraft } from '../../../src/contract/document';
import { Button } from '../../ui/button';
import { CreditFields, type Credit } from './credit-fields';
import { CreditTies } from './credit-ties';
import { useEditor, useList, useValue } from './editor-context';
import { EscalationList } from './escalation-list';
import { ProblemsAt } from './field';
import { ListMoves } from './list-moves';
import { NumberField } from './number-field';
import { SectionFrame } from './section-frame';
import { TextField } from './text-field';
import { useListEdit } from './use-list-edit';
import { useMeasureOptions } from './use-measure-options';

type Consequences = NonNullable<AgreementDraft['consequences']>;

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
          When a measure is kept too badly in a reporting period, the customer gets a part of the fee back.
        </p>
        <ProblemsAt path="consequences.credits" />
        {credits.map((credit, index) => (
          <CreditFields
            key={index}
            path={`consequences.credits[${index}]`}
            index={index}
            count={credits.length}
            measures={measures}
            credit={credit}
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
        {credits.length > 0 && <CreditTies credits={credits} />}
      </fieldset>
      <EscalationList />
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
        <NumberField path="consequences.fee.amount" label="Fee" />
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
