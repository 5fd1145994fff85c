import type { CreditPeriod, CreditsView, ExposureView } from '../../../src/contract/money';
import { asOf, counts } from './sample-figures';

const at = (text: string) => Date.parse(text);

const exposure: ExposureView = {
  asOf,
  nowMinor: 94_000,
  steps: [
    {
      at: at('2026-11-26T16:10Z'),
      owedMinor: 124_000,
      tickets: [{ issueKey: 'HELP-131', measureName: 'Time to resolution' }],
    },
    {
      at: at('2026-11-27T15:30Z'),
      owedMinor: 190_000,
      tickets: [
        { issueKey: 'HELP-128', measureName: 'Time to resolution' },
        { issueKey: null, measureName: 'Time to resolution' },
        { issueKey: null, measureName: 'Time to first response' },
      ],
    },
    { at: at('2026-11-28T00:00Z'), owedMinor: 206_000, tickets: [] },
    {
      at: at('2026-11-30T10:00Z'),
      owedMinor: 288_000,
      tickets: [{ issueKey: 'HELP-140', measureName: 'Time to first response' }],
    },
  ],
  endOfWeek: at('2026-11-30T00:00Z'),
  endOfWeekMinor: 206_000,
  endOfPeriod: at('2026-12-01T00:00Z'),
  endOfPeriodMinor: 288_000,
  sentence: 'If nothing moves, €2,060.00 by Friday, and €2,880.00 by 30 November.',
};

const november: CreditPeriod = {
  start: at('2026-11-01T00:00Z'),
  end: at('2026-12-01T00:00Z'),
  current: true,
  feeMinor: 2_400_000,
  owedMinor: 94_000,
  owedShare: 0.039167,
  capped: false,
  measures: [
    { measureId: 'response', name: 'Time to first response', counts: counts(176, 10), target: 0.95, share: 0.0015, amountMinor: 3_600, waived: 'Counted once, with Time to resolution' },
    { measureId: 'resolution', name: 'Time to resolution', counts: counts(140, 25), target: 0.9, share: 0.03, amountMinor: 72_000, waived: null },
    { measureId: 'restore', name: 'Time to restore', counts: counts(8, 2), target: null, share: 0.009167, amountMinor: 22_000, waived: null },
  ],
  lines: [
    { kind: 'measure', text: 'Time to first response: target 95% − 176 of 186 met = 94.6237% × weight 40%', share: 0.001505, amountMinor: 3_613 },
    { kind: 'waived', text: 'Time to first response: counted once, with Time to resolution', share: -0.001505, amountMinor: -3_613 },
    { kind: 'measure', text: 'Time to resolution: 140 of 165 met = 84.8485%, below 90%: 5% × weight 60%', share: 0.03, amountMinor: 72_000 },
    { kind: 'measure', text: 'Time to restore: 2 late, together by 2 hours 12 minutes beyond the 30 minutes that each is free of × EUR 100.00 per 1 hour', share: 0.009167, amountMinor: 22_000 },
    { kind: 'sum', text: 'Sum', share: 0.039167, amountMinor: 94_000 },
    { kind: 'earn-back', text: 'Time to resolution can still be earned back: 0 of 3 following periods kept so far', share: null, amountMinor: null },
    { kind: 'owed', text: 'Owed for this period', share: 0.039167, amountMinor: 94_000 },
  ],
}; // prettier-ignore

const october: CreditPeriod = {
  ...november,
  start: at('2026-10-01T00:00Z'),
  end: at('2026-11-01T00:00Z'),
  current: false,
  owedMinor: 288_000,
  owedShare: 0.12,
  capped: true,
  measures: november.measures.map((one) => ({ ...one, waived: null })),
  lines: [
    { kind: 'measure', text: 'Time to first response: target 95% − 120 of 180 met = 66.6667% × weight 40%', share: 0.113333, amountMinor: 272_000 },
    { kind: 'measure', text: '=HYPERLINK("http://evil.example"): 70 of 100 met = 70%, below 80%: 10% × weight 60%', share: 0.06, amountMinor: 144_000 },
    { kind: 'sum', text: 'Sum', share: 0.173333, amountMinor: 416_000 },
    { kind: 'cap', text: 'Cut at the cap of 12%', share: 0.12, amountMinor: 288_000 },
    { kind: 'owed', text: 'Owed for this period', share: 0.12, amountMinor: 288_000 },
  ],
}; // prettier-ignore

const september: CreditPeriod = {
  ...november,
  start: at('2026-08-31T23:00Z'),
  end: at('2026-10-01T00:00Z') - 3_600_000,
  current: false,
  owedMinor: 0,
  owedShare: 0,
  measures: november.measures.map((one) => ({ ...one, counts: counts(0, 0), share: 0, amountMinor: 0, waived: null })), // prettier-ignore
  lines: [
    { kind: 'measure', text: 'Time to first response: nothing was counted', share: 0, amountMinor: 0 },
    { kind: 'owed', text: 'Owed for this period', share: 0, amountMinor: 0 },
  ],
};

export const credits: CreditsView = {
  agreementId: 'acme-it-support',
  onlyFirst: null,
  agreementName: 'IT support for Acme Retail',
  currency: 'EUR',
  decimals: 2,
  periods: [november, october, september],
  exposure,
};

/** Credits of a fee that is agreed elsewhere. */
export const sharesOnly: CreditsView = {
  ...credits,
  currency: null,
  periods: credits.periods.map((period) => ({
    ...period,
    feeMinor: null,
    owedMinor: null,
    measures: period.measures.map((one) => ({ ...one, amountMinor: null })),
    lines: period.lines.map((line) => ({ ...line, amountMinor: null })),
  })),
  exposure: null,
};

/** Nothing is late and nothing will be. */
export const quiet: CreditsView = {
  ...credits,
  periods: [{ ...september, start: november.start, end: november.end, current: true }],
  exposure: {
    ...exposure,
    nowMinor: 0,
    steps: [],
    endOfWeekMinor: 0,
    endOfPeriodMinor: 0,
    sentence: 'If nothing moves, nothing will be owed for this period, which ends on 30 November.',
  },
};
