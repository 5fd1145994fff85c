import type { ProviderComparison } from '../../../src/contract/money';
import { figuresCsv } from '../figures-csv';

/** A comparison as CSV: shares 0..1, times in working milliseconds, money in the currency. */
export function providersCsv({ asOf, measureName, from, to, providers }: ProviderComparison): string {
  return figuresCsv(
    ['Measure', 'From', 'To', 'Provider', 'Customer', 'Agreement', 'Project', 'Cases', 'Too few', 'Target', 'Met', 'Breached', 'Attainment', 'Low', 'High', 'Adjusted', 'Adjusted low', 'Adjusted high', 'Share compared', 'Median ms', 'p90 ms', 'Resolved', 'Currency', 'Fee', 'Credits', 'Cost per resolved', 'Late clocks left out'], // prettier-ignore
    providers.map((one) => {
      const money = (minor: number | null) => (minor === null ? null : minor / 10 ** one.decimals);
      return [
        measureName,
        from,
        to,
        one.provider,
        one.customer,
        one.agreementName,
        one.projectKey,
        one.cases,
        one.few ? 'yes' : 'no',
        one.target,
        one.counts.met,
        one.counts.breached,
        one.counts.share,
        one.range?.low ?? null,
        one.range?.high ?? null,
        one.adjusted?.share ?? null,
        one.adjusted?.low ?? null,
        one.adjusted?.high ?? null,
        one.adjusted?.covered ?? null,
        one.p50,
        one.p90,
        one.resolved,
        one.currency,
        money(one.feeMinor),
        money(one.creditsMinor),
        money(one.costPerResolvedMinor),
        one.onlyFirst === null ? 'no' : 'yes',
      ];
    }),
    { asOf },
  );
}
