import type { GadgetChoices, GadgetKind } from '../../../src/contract/gadget';
import { measuresOf, type Draft } from './draft';
import { SelectField } from './select-field';

interface Props {
  readonly kind: GadgetKind;
  readonly choices: GadgetChoices;
  readonly draft: Draft;
  /** Saving was tried: what is missing is said. */
  readonly asked: boolean;
  readonly onChange: (draft: Draft) => void;
}

const PERIODS = [
  ['7d', 'Last 7 days'],
  ['30d', 'Last 30 days'],
  ['90d', 'Last 90 days'],
  ['365d', 'Last 365 days'],
  ['this-month', 'This month'],
  ['last-month', 'Last month'],
  ['this-quarter', 'This quarter'],
] as const;

const REFRESHES = [
  ['0', 'Never by itself'],
  ['5', 'Every 5 minutes'],
  ['15', 'Every 15 minutes'],
  ['30', 'Every 30 minutes'],
  ['60', 'Every hour'],
] as const;

const named = (list: readonly { readonly id: string; readonly name: string }[]) =>
  list.map(({ id, name }) => [id, name] as const);

/** What can be chosen for one kind of gadget. */
export function ConfigurationFields({ kind, choices, draft, asked, onChange }: Props) {
  const project = choices.projects.find(({ id }) => id === draft.projectId);
  const change = (part: Partial<Draft>): void => onChange({ ...draft, ...part });
  return (
    <>
      {kind === 'providers' ? (
        <SelectField
          label="Measure"
          hint="Measures that more than one agreement promises."
          options={named(choices.comparable)}
          none={choices.comparable.length === 0 ? 'There is none' : null}
          value={draft.measureId}
          problem={asked && draft.measureId === '' ? 'There is nothing to compare yet.' : undefined}
          onChange={(measureId) => change({ measureId })}
        />
      ) : (
        <>
          <SelectField
            label="Project"
            options={choices.projects.map(({ id, name, key }) => [id, `${name} (${key})`] as const)}
            none={project ? null : 'Choose a project'}
            required
            value={draft.projectId}
            problem={asked && !project ? 'Choose a project.' : undefined}
            onChange={(projectId) => change({ projectId, agreementId: '', measureId: '' })}
          />
          <SelectField
            label="Agreement"
            options={named(project?.agreements ?? [])}
            none="All agreements"
            value={draft.agreementId}
            onChange={(agreementId) => {
              const kept = measuresOf(project, agreementId).some(({ id }) => id === draft.measureId);
              change({ agreementId, measureId: kept ? draft.measureId : '' });
            }}
          />
          <SelectField
            label="Measure"
            options={named(measuresOf(project, draft.agreementId))}
            none="All measures"
            value={draft.measureId}
            onChange={(measureId) => change({ measureId })}
          />
        </>
      )}
      {kind !== 'at-risk' && (
        <SelectField
          label="Period"
          options={PERIODS}
          none={null}
          value={draft.period}
          onChange={(period) => change({ period })}
        />
      )}
      {kind === 'trend' && (
        <SelectField
          label="By"
          options={[
            ['week', 'Week'],
            ['month', 'Month'],
          ]}
          none={null}
          value={draft.grain}
          onChange={(grain) => change({ grain })}
        />
      )}
      <SelectField
        label="Refresh"
        options={REFRESHES}
        none={null}
        value={String(draft.refresh)}
        onChange={(refresh) => change({ refresh: Number(refresh) })}
      />
    </>
  );
}
