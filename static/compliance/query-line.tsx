import type { ComplianceChoices, ComplianceQuery } from '../../src/contract/compliance';
import { usePlace } from '../ui/place-context';
import { sayDays } from '../ui/say-day';
import { sayZone } from '../ui/say-instant';
import { dayKeeper } from './query-of';
import { useNavigation } from './navigation';

/** The days of the period in words, and in print what the figures are narrowed to. */
export function QueryLine({
  choices,
  query,
}: {
  readonly choices: ComplianceChoices;
  readonly query: ComplianceQuery;
}) {
  const { locale } = usePlace();
  const { address } = useNavigation();
  const keeper = dayKeeper(choices, address.filters);
  const named = (of: readonly { readonly id: string; readonly name: string }[], id: string | undefined) =>
    id === undefined ? [] : [of.find((one) => one.id === id)?.name ?? id];
  const narrowed = [
    ...named(
      choices.agreements.map(({ agreementId, name }) => ({ id: agreementId, name })),
      query.agreementId,
    ),
    ...named(
      choices.agreements.flatMap(({ measures }) => measures),
      query.measureId,
    ),
    ...named(choices.priorities, query.priority),
    ...named(choices.requestTypes, query.requestType),
    ...named(choices.organizations, query.organization),
    ...named(choices.assignees, query.assignee),
  ];
  return (
    <p className="query-line">
      {sayDays(query.from, query.to, locale)}
      {keeper && `, days in ${sayZone(keeper.timeZone, choices.asOf)}`}
      {narrowed.length > 0 && <span className="print-only"> · {narrowed.join(' · ')}</span>}
    </p>
  );
}
