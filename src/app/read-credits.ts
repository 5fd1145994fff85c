import type { Result } from '../contract';
import type { CreditsView } from '../contract/money';
import type { Exclusion } from '../engine/agreement';
import type { Instant } from '../engine/instant';
import { existingIssueIds } from '../jira/existing-issue-ids';
import { visibleSecurityLevels } from '../jira/visible-security-levels';
import { agreementsOfProject, type CompiledAgreement } from '../storage/agreement-version';
import { agreedExclusions } from '../storage/exclusion';
import { runningTimers, type RunningTimer } from '../storage/running-timer';
import { clocksToCome, penaltyClocks } from './costly-clocks';
import { creditContractOf, type PricedPeriod } from './credit-contract';
import { creditPeriod } from './credit-period';
import { exclusionsBeside, exclusionsOf } from './exclusions-of';
import { exposureView, type ExposureQuestion } from './exposure-view';
import { keptInPeriods, type CreditScope } from './kept-in-periods';
import { notFound, refuseUnlessBrowses } from './refuse';
import { runningCycles } from './running-cycles';
import { withForeseen } from './with-foreseen';

/** The current period and a year of months before it. */
const MOST_PERIODS = 13;
/** Of the clocks that can cost something, so many of the current period are read, and as many of those before it. */
const MOST_RUNNING = 5_000;
/** Of tickets that will break, so many are named. */
const MOST_NAMED = 100;
const NO_ISSUE = '';

/** Credit statements of an agreement and what will be owed if nothing moves; for all who may browse the project. */
export async function readCredits(
  { projectId, agreementId }: { readonly projectId: string; readonly agreementId: string },
  now: Instant,
): Promise<Result<CreditsView>> {
  const refusal = await refuseUnlessBrowses(projectId);
  if (refusal) return refusal;
  const [published, levels] = await Promise.all([
    agreementsOfProject(projectId),
    visibleSecurityLevels(projectId),
  ]);
  const view = await creditsView({ projectId, agreementId, levels }, published, now);
  return view ? { ok: true, value: view } : notFound('agreement');
}

/** The same for a caller that has asked Jira what the viewer may see; null = there is no such agreement. */
export async function creditsView(
  scope: CreditScope,
  published: readonly CompiledAgreement[],
  now: Instant,
  most = MOST_RUNNING,
): Promise<CreditsView | null> {
  const { projectId, agreementId } = scope;
  const contract = await creditContractOf(projectId, agreementId, published, MOST_PERIODS, now);
  if (contract === null) return null;
  const { name, timeZone, periods, versions } = contract;
  const priced = periods.map((period) => {
    const terms = contract.termsOf(period);
    return { ...period, terms, consequences: terms?.consequences ?? null };
  });
  const [latest, ...earlier] = priced;
  const fee = priced.find(({ terms }) => terms?.consequences.fee)?.terms?.consequences.fee ?? null;
  const head = { agreementId, agreementName: name, currency: fee?.currency ?? null, decimals: fee?.decimals ?? 2, onlyFirst: null }; // prettier-ignore
  if (!latest || priced.every(({ terms }) => terms === null)) return { ...head, periods: [], exposure: null };

  const { timers, cutOff } = await timersOf(scope, { earlier, latest }, most);
  const figures = { ...head, onlyFirst: cutOff ? most : null };
  const running = runningCycles(timers, versions, now);
  const kept = await keptInPeriods(scope, priced, timeZone, running.filter(({ lateMs }) => lateMs > 0)); // prettier-ignore
  const statements = priced.flatMap(({ start, end, terms }, index) => {
    if (terms === null) return [];
    const current = end > now;
    const after = kept.slice(0, index).filter((_, place) => (priced[place]?.end ?? Infinity) <= now);
    const account = {
      period: { start, end },
      current,
      kept: kept[index] ?? new Map(),
      after: after.reverse(),
    };
    return [creditPeriod(account, terms)];
  });
  if (latest.end <= now || latest.terms === null) return { ...figures, periods: statements, exposure: null };
  const { consequences, measures } = latest.terms;
  const inPeriod = withForeseen(
    running.filter(({ breachTime }) => breachTime >= latest.start),
    await exclusionsOfAll(scope, published),
    { start: now, end: latest.end },
  );
  const question: Omit<ExposureQuestion, 'keyOf'> = {
    consequences,
    period: { start: latest.start, end: latest.end },
    timeZone,
    kept: kept[0] ?? new Map(),
    running: inPeriod,
    nameOf: (id) => measures.find(({ measureId }) => measureId === id)?.name ?? id,
  };
  const shown = await keysShown(inPeriod.filter(({ lateMs }) => lateMs === 0).map(({ timer }) => timer));
  return { ...figures, periods: statements, exposure: exposureView({ ...question, keyOf: shown }, now) };
}

/** What both sides agreed to exclude for every ticket, in an agreement and beside it. */
async function exclusionsOfAll(
  { projectId, agreementId }: CreditScope,
  published: readonly CompiledAgreement[],
): Promise<readonly Exclusion[]> {
  const agreed = await agreedExclusions(projectId, NO_ISSUE);
  const all = [...exclusionsOf(published), ...exclusionsBeside(agreed, NO_ISSUE)];
  return all.filter((exclusion) => exclusion.agreementId === agreementId);
}

/** Those that can cost something. The current period's are read apart: what has long been late takes no place of theirs. */
async function timersOf(
  scope: CreditScope,
  { earlier, latest }: { readonly earlier: readonly PricedPeriod[]; readonly latest: PricedPeriod },
  most: number,
): Promise<{ readonly timers: readonly RunningTimer[]; readonly cutOff: boolean }> {
  const read = await Promise.all([
    runningTimers(scope, penaltyClocks(earlier), most + 1),
    runningTimers(scope, [...penaltyClocks([latest]), ...clocksToCome(latest)], most + 1),
  ]);
  return {
    timers: read.flatMap((timers) => timers.slice(0, most)),
    cutOff: read.some(({ length }) => length > most),
  };
}

/** Jira is asked, as the viewer, which of the tickets that break first they may see. */
async function keysShown(
  timers: readonly { readonly issueId: string; readonly issueKey: string }[],
): Promise<(issueId: string) => string | null> {
  const first = [...new Map(timers.map(({ issueId, issueKey }) => [issueId, issueKey]))].slice(0, MOST_NAMED);
  const seen = first.length === 0 ? new Set<string>() : await existingIssueIds(first.map(([id]) => id), { as: 'user' }); // prettier-ignore
  const keys = new Map(first.filter(([id]) => seen.has(id)));
  return (issueId) => keys.get(issueId) ?? null;
}
