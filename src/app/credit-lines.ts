import { durationWords } from '../agreement/duration-words';
import { listed } from '../agreement/listed';
import { moneyWords } from '../agreement/money-words';
import type { StatementLine } from '../contract/money';
import { WHOLE, type Consequences, type CreditRule, type PartsPerMillion } from '../engine/consequences';
import type { CreditStatement, MeasureCredit } from '../engine/credit';

type NameOf = (measureId: string) => string;

/** The arithmetic of a statement, line by line, ready to read; the last line is what is owed. */
export function creditLines(
  statement: CreditStatement,
  consequences: Consequences,
  nameOf: NameOf,
): readonly StatementLine[] {
  const { measures } = statement;
  const line = (
    kind: StatementLine['kind'],
    text: string,
    share: PartsPerMillion,
    amountMinor: number | null,
  ): StatementLine => ({ kind, text, share: share / WHOLE, amountMinor });
  const ofMeasures = measures.flatMap((credit, index) => {
    const rule = consequences.credits[index];
    if (rule === undefined) throw new Error(`No rule gives the credit of ${credit.measureId}`);
    const text = `${nameOf(credit.measureId)}: ${ruleWords(credit, rule, consequences)}`;
    const own = line('measure', text, credit.share, credit.amountMinor);
    if (credit.countedWith === null) return [own];
    const with_ = `${nameOf(credit.measureId)}: counted once, with ${nameOf(credit.countedWith)}`;
    return [own, line('waived', with_, -credit.share, credit.amountMinor === null ? null : -credit.amountMinor)]; // prettier-ignore
  });
  return [
    ...ofMeasures,
    ...(measures.length > 1 ? [line('sum', 'Sum', statement.uncapped, statement.uncappedMinor)] : []),
    ...(statement.capped ? [line('cap', capWords(consequences), statement.cappedShare, statement.cappedMinor)] : []), // prettier-ignore
    ...earnBackLines(statement, consequences, nameOf, line),
    line('owed', 'Owed for this period', statement.share, statement.amountMinor),
  ];
}

/** Why a measure's credit is not owed, or not yet for good; null = it is owed, or there is none. */
export function waivedWords(
  { countedWith, earnBack }: MeasureCredit,
  { earnBack: terms }: Consequences,
  nameOf: NameOf,
): string | null {
  if (countedWith !== null) return `Counted once, with ${nameOf(countedWith)}`;
  if (earnBack?.state !== 'earned' || terms === undefined) return null;
  return terms.back === WHOLE ? 'Earned back' : `${percent(terms.back)} of it earned back`;
}

function ruleWords(credit: MeasureCredit, rule: CreditRule, { fee }: Consequences): string {
  const { met, counted, chargedMs, tier } = credit;
  if (counted === 0) return 'nothing was counted';
  if ('perBreach' in rule) {
    const { amountMinor, perMs, freeMs } = rule.perBreach;
    const breached = counted - met;
    if (breached === 0) return `${met} of ${counted} met, none late`;
    const free = freeMs === 0 ? '' : ` beyond the ${durationWords(freeMs)} that each is free of`;
    const money =
      fee === null ? '' : ` × ${moneyWords(amountMinor, fee.currency)} per ${durationWords(perMs)}`;
    return `${breached} late, together by ${durationWords(chargedMs)}${free}${money}`;
  }
  const achieved = `${met} of ${counted} met = ${percent((met / counted) * WHOLE)}`;
  const weight = rule.weight === undefined ? '' : ` × weight ${percent(rule.weight)}`;
  if ('shortfallBelow' in rule) {
    const target = percent(rule.shortfallBelow);
    if (credit.share === 0) return `${achieved}, the target of ${target} is met`;
    return `target ${target} − ${achieved}${weight}`;
  }
  if (tier === null) return `${achieved}, no tier is reached`;
  return `${achieved}, below ${percent(tier.below)}: ${percent(tier.credit)}${weight}`;
}

function capWords({ cap }: Consequences): string {
  return cap === null ? 'Never more than the fee' : `Cut at the cap of ${percent(cap)}`;
}

function earnBackLines(
  { measures, earnedBack, earnedBackMinor }: CreditStatement,
  { earnBack }: Consequences,
  nameOf: NameOf,
  line: (kind: 'earn-back', text: string, share: number, amountMinor: number | null) => StatementLine,
): readonly StatementLine[] {
  if (earnBack === undefined) return [];
  const periods = earnBack.periods === 1 ? 'the period after it' : `each of the ${earnBack.periods} periods after it`; // prettier-ignore
  const earned = measures.filter((credit) => credit.earnBack?.state === 'earned');
  const part = earnBack.back === WHOLE ? '' : `, ${percent(earnBack.back)} of it`;
  const names = listed(earned.map(({ measureId }) => nameOf(measureId)), 'and'); // prettier-ignore
  return [
    ...(earned.length === 0
      ? []
      : [line('earn-back', `Earned back${part}: ${names} did better in ${periods}`, -earnedBack, earnedBackMinor === null ? null : -earnedBackMinor)]), // prettier-ignore
    ...measures.flatMap((credit) => {
      if (credit.earnBack?.state !== 'open') return [];
      const { kept, needed } = credit.earnBack;
      const text = `${nameOf(credit.measureId)} can still be earned back: ${kept} of ${needed} following periods kept so far`; // prettier-ignore
      return [{ ...line('earn-back', text, 0, 0), share: null, amountMinor: null }];
    }),
  ];
}

/** With as many decimals as it needs, four at most. */
function percent(share: PartsPerMillion): string {
  return `${Number((share / 10_000).toFixed(4))}%`;
}
