import type { ProviderFigures } from '../contract/money';
import { creditOf } from '../engine/credit';
import type { Instant, Interval, Millis } from '../engine/instant';
import { agreementsOfProject, type CompiledAgreement } from '../storage/agreement-version';
import { runningTimers } from '../storage/running-timer';
import type { ComparedSide, ComparedSpan } from './compared-sides';
import { endsAgreement } from './compile-version';
import { penaltyClocks } from './costly-clocks';
import {
  ALL_PERIODS,
  creditContractOf,
  pricedPeriods,
  type CreditContract,
  type PricedPeriod,
} from './credit-contract';
import { keptInPeriods, type CreditScope } from './kept-in-periods';
import { runningCycles, type LateCycle } from './running-cycles';

export type ProviderMoney = Pick<
  ProviderFigures,
  'creditsMinor' | 'feeMinor' | 'currency' | 'decimals' | 'onlyFirst'
>;

const NO_MONEY: ProviderMoney = {
  creditsMinor: null,
  feeMinor: null,
  currency: null,
  decimals: 0,
  onlyFirst: null,
};
/** Late clocks with a penalty that are read: that there are more is said. */
const MOST_RUNNING = 5_000;

/**
 * Fee and credits of a span, of the time that is over and in which the agreement was in force: a reporting
 * period that lies in it in part, or is still going on, counts in proportion. Each period is reckoned by its own
 * terms, as its credit statement is; what may be earned back later is not taken off. No sum where no fee is
 * agreed, or where fees are in several currencies.
 */
export async function providerMoney(
  { project: { projectId }, terms: { agreementId, compiled }, levels }: ComparedSide,
  span: ComparedSpan,
  now: Instant,
  most = MOST_RUNNING,
): Promise<ProviderMoney> {
  const published = await agreementsOfProject(projectId);
  const contract = await creditContractOf(projectId, agreementId, published, ALL_PERIODS, now);
  const paid = timesInForce(published, agreementId, { start: span.start, end: Math.min(span.end, now) });
  const periods = contract === null ? [] : pricedPeriods(contract, (period) => within(paid, period) > 0);
  const fees = periods.flatMap(({ consequences }) => consequences?.fee ?? []);
  const fee = fees[0] ?? compiled.agreement.consequences?.fee;
  if (!contract || !fee || fees.some(({ currency }) => currency !== fee.currency)) return NO_MONEY;
  const scope = { projectId, agreementId, levels };
  const { late, cutOff } = await lateIn(scope, periods, { contract, most }, now);
  const owed = await owedIn(scope, periods, contract, late);
  let [feeMinor, creditsMinor] = [0, 0];
  for (const [index, period] of periods.entries()) {
    const part = within(paid, period) / (period.end - period.start);
    feeMinor += (period.consequences?.fee?.amountMinor ?? 0) * part;
    creditsMinor += (owed[index] ?? 0) * part;
  }
  return {
    creditsMinor: Math.round(creditsMinor),
    feeMinor: Math.round(feeMinor),
    currency: fee.currency,
    decimals: fee.decimals,
    onlyFirst: cutOff ? most : null,
  };
}

/** Cycles on the clock that are late and have a penalty in their period, the earliest first: at most so many. */
async function lateIn(
  scope: CreditScope,
  periods: readonly PricedPeriod[],
  { contract, most }: { readonly contract: CreditContract; readonly most: number },
  now: Instant,
): Promise<{ readonly late: readonly LateCycle[]; readonly cutOff: boolean }> {
  const over = penaltyClocks(periods).map((clocks) => ({ ...clocks, end: Math.min(now, clocks.end) }));
  const timers = await runningTimers(scope, over, most + 1);
  return {
    late: runningCycles(timers.slice(0, most), contract.versions, now).filter(({ lateMs }) => lateMs > 0),
    cutOff: timers.length > most,
  };
}

/** Of each period, in minor units. */
async function owedIn(
  scope: CreditScope,
  periods: readonly PricedPeriod[],
  { timeZone }: CreditContract,
  late: readonly LateCycle[],
): Promise<readonly number[]> {
  if (periods.length === 0) return [];
  const kept = await keptInPeriods(scope, periods, timeZone, late);
  return periods.map(({ consequences }, index) =>
    consequences === null ? 0 : (creditOf(kept[index] ?? new Map(), consequences).amountMinor ?? 0),
  );
}

/** A version without measures ends the agreement until the next one. */
function timesInForce(
  published: readonly CompiledAgreement[],
  agreementId: string,
  { start, end }: Interval,
): readonly Interval[] {
  const own = published.filter(({ agreement }) => agreement.id === agreementId);
  return own
    .map((version, index) => ({
      ends: endsAgreement(version),
      start: Math.max(start, version.agreement.effectiveFrom),
      end: Math.min(end, own[index + 1]?.agreement.effectiveFrom ?? Infinity),
    }))
    .filter((time) => !time.ends && time.start < time.end);
}

/** How much of a period lies in the times. */
function within(times: readonly Interval[], { start, end }: Interval): Millis {
  return times.reduce(
    (sum, time) => sum + Math.max(0, Math.min(end, time.end) - Math.max(start, time.start)),
    0,
  );
}
