import { FaultList } from '../agreement/fault-list';
import type { Names } from '../agreement/names';
import type { Fault } from '../contract';
import type { ExclusionProposal } from '../contract/exclusion';
import type { Agreement, Exclusion } from '../engine/agreement';
import { mergeIntervals } from '../engine/interval';
import { ALWAYS, type Predicate } from '../engine/predicate';

export type CompiledExclusion =
  | { readonly ok: true; readonly exclusion: Exclusion }
  | { readonly ok: false; readonly faults: readonly Fault[] };

const LONGEST_CLAUSE = 200;
const LONGEST_REASON = 2_000;
const LONGEST_URL = 2_000;
const MOST_WINDOWS = 100;
const MOST_EVIDENCE = 20;

/**
 * Makes a proposed exclusion ready to evaluate under a version of its agreement, or tells all of its faults at
 * once. `names` null = it has no JQL.
 */
export function compileExclusion(
  exclusionId: string,
  proposal: ExclusionProposal,
  agreement: Agreement,
  names: Names | null,
): CompiledExclusion {
  const faults = new FaultList();
  textFaults(proposal, faults);
  windowFaults(proposal, faults);
  referenceFaults(proposal, agreement, faults);
  evidenceFaults(proposal, faults);
  const when = predicateOf(proposal.when, names, faults);
  if (faults.all().length > 0) return { ok: false, faults: faults.all() };
  const windows = proposal.windows.map(({ from, to }) => ({ start: from, end: to }));
  return {
    ok: true,
    exclusion: {
      id: exclusionId,
      clause: proposal.clause.trim(),
      agreementId: agreement.id,
      effect: proposal.effect,
      measures: proposal.measures,
      windows: windows.length === 0 ? null : mergeIntervals(windows),
      during: agreement.calendars.find(({ id }) => id === proposal.during) ?? null,
      when,
    },
  };
}

function textFaults({ clause, reason }: ExclusionProposal, faults: FaultList): void {
  if (clause.trim() === '')
    faults.add(['clause'], 'The clause is missing.', 'Name the clause of the agreement it rests on.');
  if (clause.length > LONGEST_CLAUSE)
    faults.add(['clause'], `A clause has at most ${LONGEST_CLAUSE} characters.`, 'Shorten it.');
  if (reason.trim() === '') faults.add(['reason'], 'The reason is missing.', 'Say what happened.');
  if (reason.length > LONGEST_REASON)
    faults.add(['reason'], `A reason has at most ${LONGEST_REASON} characters.`, 'Shorten it.');
}

function windowFaults({ windows, issueKey, during, when }: ExclusionProposal, faults: FaultList): void {
  if (windows.length === 0 && issueKey === null && during === null && when === null)
    faults.add(
      ['windows'],
      'Nothing says when it holds: it would take out everything for ever.',
      'Give a window, hours, a condition or a ticket.',
    );
  if (windows.length > MOST_WINDOWS)
    faults.add(['windows'], `There are at most ${MOST_WINDOWS} windows.`, 'Propose the others apart.');
  for (const [index, { from, to }] of windows.entries())
    if (from >= to)
      faults.add(['windows', index, 'to'], 'It ends before it begins.', 'Give an end after the start.');
}

function referenceFaults(
  { measures, during }: ExclusionProposal,
  agreement: Agreement,
  faults: FaultList,
): void {
  for (const [index, measureId] of measures.entries())
    if (!agreement.measures.some(({ id }) => id === measureId))
      faults.add(
        ['measures', index],
        `“${agreement.name}” has no measure “${measureId}”.`,
        'Choose one of its measures.',
      );
  if (during !== null && !agreement.calendars.some(({ id }) => id === during))
    faults.add(
      ['during'],
      `“${agreement.name}” has no calendar “${during}”.`,
      'Choose one of its calendars, or all hours.',
    );
}

function evidenceFaults({ evidence, issueKey }: ExclusionProposal, faults: FaultList): void {
  if (evidence.length > MOST_EVIDENCE)
    faults.add(['evidence'], `There are at most ${MOST_EVIDENCE} pieces of evidence.`, 'Leave some out.');
  for (const [index, piece] of evidence.entries()) {
    if (piece.kind === 'link' && piece.url.length > LONGEST_URL)
      faults.add(
        ['evidence', index, 'url'],
        `An address has at most ${LONGEST_URL} characters.`,
        'Shorten it.',
      );
    else if (piece.kind === 'link' && !isWebAddress(piece.url))
      faults.add(
        ['evidence', index, 'url'],
        'This is no address of a web page.',
        'Give an address that begins with https:// or http://.',
      );
    if (piece.kind === 'attachment' && piece.issueKey !== issueKey)
      faults.add(
        ['evidence', index],
        'This attachment is not of the ticket that the exclusion is for.',
        'Attach it to the ticket, or give a link.',
      );
  }
}

/** Shown as a link to both sides: nothing but the web, no scripts. */
function isWebAddress(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol } = new URL(url);
  return protocol === 'https:' || protocol === 'http:';
}

function predicateOf(jql: string | null, names: Names | null, faults: FaultList): Predicate {
  if (jql === null) return ALWAYS;
  if (jql.trim() === '') {
    faults.add(['when'], 'The condition is empty.', 'Write JQL, or leave the condition out.');
    return ALWAYS;
  }
  const reading = names?.parseJql(jql);
  if (reading?.ok) return reading.predicate;
  for (const { reason, remedy, start } of reading?.faults ?? [])
    faults.add(['when'], `${reason} (at character ${start + 1})`, remedy);
  return ALWAYS;
}
