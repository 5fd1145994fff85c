import type { Choice, ComplianceChoices } from '../../src/contract/compliance';
import { Button } from '../ui/button';
import { Field } from '../ui/field';
import { sayZone } from '../ui/say-instant';
import { filtersOf, type Named } from './filters-of';
import { useNavigation } from './navigation';
import { PeriodFields } from './period-fields';
import { dayKeeper } from './query-of';

/** Measures of the agreement chosen; of all of them, each once. */
function measuresOf({ agreements }: ComplianceChoices, agreementId: string | undefined): readonly Choice[] {
  const measures = agreements
    .filter((one) => agreementId === undefined || one.agreementId === agreementId)
    .flatMap((one) => one.measures);
  return [...new Map(measures.map((one) => [one.id, one])).values()];
}

/** What the figures are narrowed to; every choice is in the address. */
export function FilterBar({ choices }: { readonly choices: ComplianceChoices }) {
  const { address, navigate } = useNavigation();
  const { filters } = address;
  const used = filtersOf(address.page);
  if (used.length === 0) return null;
  const keeper = dayKeeper(choices, filters);
  const offers: Readonly<Record<Named, { label: string; all: string; of: readonly Choice[] }>> = {
    agreementId: {
      label: 'Agreement',
      all: 'All agreements',
      of: choices.agreements.map(({ agreementId, name }) => ({ id: agreementId, name })),
    },
    measureId: {
      label: 'Measure',
      // One is compared at a time.
      all: address.page === 'providers' ? 'Most often promised' : 'All measures',
      of: measuresOf(choices, filters.agreementId),
    },
    priority: { label: 'Priority', all: 'All priorities', of: choices.priorities },
    requestType: { label: 'Request type', all: 'All request types', of: choices.requestTypes },
    organization: { label: 'Organization', all: 'All organizations', of: choices.organizations },
    assignee: { label: 'Assignee', all: 'All assignees', of: choices.assignees },
  };
  const choose = (name: Named, value: string): void => {
    const chosen = value === '' ? undefined : value;
    const orphan =
      name === 'agreementId' && !measuresOf(choices, chosen).some(({ id }) => id === filters.measureId);
    navigate({ filters: { [name]: chosen, ...(orphan ? { measureId: undefined } : {}) } });
  };
  const narrowed = used.filter((name) => name !== 'period' && filters[name] !== undefined);
  return (
    <div className="filters filter-bar" role="group" aria-label="Filters">
      {used.includes('period') && keeper && (
        <PeriodFields
          period={filters.period}
          today={keeper.today}
          zone={sayZone(keeper.timeZone, choices.asOf)}
          onChange={(period) => navigate({ filters: { period } })}
        />
      )}
      {used.map((name) => {
        if (name === 'period') return null;
        const { label, all, of } = offers[name];
        const value = filters[name] ?? '';
        // One choice narrows nothing down; but what is chosen can be taken back.
        if (of.length < 2 && value === '') return null;
        return (
          <Field key={name} label={label}>
            {(props) => (
              <select
                {...props}
                className="field-input"
                value={value}
                onChange={(event) => choose(name, event.target.value)}
              >
                <option value="">{all}</option>
                {of.map((one) => (
                  <option key={one.id} value={one.id}>
                    {one.name}
                  </option>
                ))}
                {value !== '' && !of.some(({ id }) => id === value) && (
                  <option value={value}>No longer there ({value})</option>
                )}
              </select>
            )}
          </Field>
        );
      })}
      {narrowed.length > 0 && (
        <Button
          look="subtle"
          onClick={() => navigate({ filters: Object.fromEntries(narrowed.map((name) => [name, undefined])) })}
        >
          Clear filters
        </Button>
      )}
    </div>
  );
}
