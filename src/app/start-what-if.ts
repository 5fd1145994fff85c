import type { Failure, Result } from '../contract';
import type { WhatIfView } from '../contract/what-if';
import type { Instant } from '../engine/instant';
import { countIssues } from '../jira/count-issues';
import { readPersonName } from '../jira/read-person';
import { readParticipantsField } from '../jira/read-participants-field';
import { readAgreementDraft } from '../storage/agreement-draft';
import { agreementsOfProject } from '../storage/agreement-version';
import { agreedExclusions } from '../storage/exclusion';
import { claimWhatIfRun, readWhatIfRun, type WhatIfRun, type WhatIfRunWithRules } from '../storage/what-if';
import { recordAudit } from './audit';
import { compileVersion, type CompiledVersion } from './compile-version';
import type { PushJobs } from './job';
import { agreedPeriods, stretchesOf } from './priced-periods';
import { conflict, invalid, notFound, refuseUnlessAdministers } from './refuse';
import { whatIfJob } from './what-if-job';
import { whatIfJql } from './what-if-jql';
import { creditTermsOf, inForceFromTheBeginning, type WhatIfRules } from './what-if-rules';
import { emptyTally } from './what-if-tally';
import { whatIfView } from './what-if-view';

/** What is tried, over how much of the past, and who wants to know. */
export interface WhatIfQuestion {
  readonly projectId: string;
  readonly agreementId: string;
  /** Tickets changed or resolved in the last so many days. */
  readonly days: number;
  /** Who asks. */
  readonly accountId: string;
}

const DAY_MS = 86_400_000;
// A statement to Forge SQL may have 1 MiB.
const MOST_BYTES = 1_000_000;

/**
 * Begins to replay the project's past tickets under the saved draft, beside the published versions. Only for
 * the project's administrators, and one at a time in a project. The run keeps the draft as it is now.
 */
export async function startWhatIf(
  question: WhatIfQuestion,
  push: PushJobs,
  now: Instant,
): Promise<Result<WhatIfView>> {
  const { projectId, agreementId } = question;
  const refusal = await refuseUnlessAdministers(projectId);
  if (refusal) return refusal;
  const draft = await readAgreementDraft(projectId, agreementId);
  if (!draft) return notFound('agreement');
  const previous = await readWhatIfRun(projectId);
  if (previous?.state === 'running') return underWay(previous);
  const compiled = await compileVersion(projectId, { text: draft.document, version: 0 }, null);
  if (!compiled.ok)
    return invalid('The draft cannot be tried while it has faults. Mend them first.', compiled.faults);

  const run = await newRun(question, compiled, previous, now);
  if (Buffer.byteLength(JSON.stringify([run.rules, run.tally])) > MOST_BYTES)
    return invalid('The draft is too large to be tried. Split it into several agreements.');
  if (!(await claimWhatIfRun(run, previous))) return overtaken(projectId);
  await recordAudit(projectId, entryOf(question, run), now);
  try {
    await push([whatIfJob(run)]);
  } catch (error) {
    // It has begun: the sweep finds that nothing is heard of it.
    console.error(error);
  }
  return { ok: true, value: whatIfView(run) };
}

async function newRun(
  { projectId, agreementId, days, accountId }: WhatIfQuestion,
  { compiled, document }: CompiledVersion & { ok: true },
  previous: WhatIfRun | null,
  now: Instant,
): Promise<WhatIfRunWithRules> {
  const since = now - days * DAY_MS;
  const [published, agreed, startedByName, participantsField, total] = await Promise.all([
    agreementsOfProject(projectId),
    agreedExclusions(projectId, null),
    readPersonName(accountId),
    readParticipantsField(),
    countIssues(whatIfJql({ projectId, since, startedAt: now }), 'app'),
  ]);
  const own = published.filter(({ agreement }) => agreement.id === agreementId);
  const before = stretchesOf(await agreedPeriods({ projectId, agreementId }, own, { since, now }));
  const rules: WhatIfRules = {
    draft: inForceFromTheBeginning(compiled),
    versions: own.map(({ agreement }) => agreement.version),
    agreed: agreed
      .map(({ exclusion }) => exclusion)
      .filter((exclusion) => exclusion.agreementId === agreementId)
      .map(({ id }) => id),
    participantsField,
    credits: { before, after: creditTermsOf(document) },
  };
  const rowVersion = (previous?.rowVersion ?? 0) + 1;
  return {
    projectId,
    // Row versions never come back in a project: no two runs of it bear one id.
    runId: `run-${rowVersion}`,
    agreementId,
    state: 'running',
    rules: JSON.stringify(rules),
    tally: JSON.stringify(emptyTally({ document, compiled }, own)),
    since,
    page: null,
    done: 0,
    total,
    startedAt: now,
    startedBy: accountId,
    startedByName,
    beatAt: now,
    finishedAt: null,
    problem: null,
    rowVersion,
  };
}

/** Somebody else was faster. */
async function overtaken(projectId: string): Promise<Failure> {
  const other = await readWhatIfRun(projectId);
  return other?.state === 'running' ? underWay(other) : conflict('Somebody else has just used the what-if.');
}

function underWay(run: WhatIfRun): Failure {
  const { agreementName, startedBy, startedAt } = whatIfView(run);
  const since = `${new Date(startedAt).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
  return conflict(
    `${startedBy} started a what-if of “${agreementName}” on ${since}. One can run at a time in a project: wait for it, or cancel it.`,
  );
}

function entryOf({ agreementId, days }: WhatIfQuestion, { runId, startedBy, startedByName }: WhatIfRun) {
  return {
    actor: { accountId: startedBy, name: startedByName },
    action: 'what-if-started',
    subject: `agreement:${agreementId}`,
    text: `started a what-if of the draft on the tickets of the last ${days === 1 ? 'day' : `${days} days`}`,
    facts: { runId, days },
  };
}
