import type { Fault, PublishedAgreement, Result } from '../contract';
import { parseAgreement, type ParsedAgreement } from '../agreement/parse-agreement';
import type { Instant } from '../engine/instant';
import { readNames } from '../jira/read-names';
import { administersProject } from '../jira/permissions';
import {
  addAgreementVersion,
  agreementsOfProject,
  type CompiledAgreement,
} from '../storage/agreement-version';
import type { PushJobs } from './job';

/** What is published, where, and by whom (account id). */
export interface Publication {
  readonly projectId: string;
  /** JSON or YAML text. */
  readonly document: string;
  readonly publishedBy: string;
}

const LONGEST_DOCUMENT = 200_000;
// A statement to Forge SQL may have 1 MiB; the document goes in twice, as text and compiled.
const MOST_BYTES_OF_A_VERSION = 1_000_000;
// Its answers may have 4 MiB, and a refresh reads all versions of a project at once.
const MOST_BYTES_OF_A_PROJECT = 3_800_000;

/**
 * Publishes a document as a new, immutable version of its agreement in the project, and queues the project's
 * issues. Only for the project's administrators: Jira is asked. All faults are answered at once.
 */
export async function publishAgreement(
  publication: Publication,
  push: PushJobs,
  now: Instant,
): Promise<Result<PublishedAgreement>> {
  const { projectId, document, publishedBy } = publication;
  if (!(await administersProject(projectId)))
    return {
      ok: false,
      code: 'forbidden',
      message: 'Only administrators of the project may publish an agreement.',
    };
  if (document.length > LONGEST_DOCUMENT) return invalid([tooLong(document.length)]);

  const parsed = parseAgreement(document, await readNames(projectId));
  if (!parsed.ok) return invalid(parsed.faults);
  const compiled = compiledOf(parsed);
  const published = await agreementsOfProject(projectId);
  const faults = [
    ...successionFaults(compiled, published, now),
    ...sizeFaults(document, compiled, published),
  ];
  if (faults.length > 0) return invalid(faults);

  const { id, version, name, effectiveFrom } = compiled.agreement;
  if (!(await addAgreementVersion({ projectId, document, compiled, publishedAt: now, publishedBy }))) {
    const message = `Somebody else has just published version ${version} of “${name}”. Look at it first.`;
    return { ok: false, code: 'conflict', message };
  }
  try {
    await push([{ job: { v: 1, kind: 'reconcile-project', projectId }, delayMs: 0 }]);
  } catch (error) {
    // It is published; events and the daily reconcile bring the tickets to it.
    console.error(error);
  }
  return { ok: true, value: { agreementId: id, version, name, effectiveFrom } };
}

function compiledOf({ agreement, exclusions, document }: ParsedAgreement & { ok: true }): CompiledAgreement {
  const { provider, customer } = document.parties;
  return {
    agreement,
    exclusions,
    parties: {
      provider: { name: provider.name, timeZone: provider.timeZone },
      customer: { name: customer.name, timeZone: customer.timeZone },
    },
  };
}

/** A version follows the one before it, and never reaches back behind what was already in force. */
function successionFaults(
  { agreement }: CompiledAgreement,
  published: readonly CompiledAgreement[],
  now: Instant,
): Fault[] {
  const latest = published
    .map((other) => other.agreement)
    .filter((other) => other.id === agreement.id)
    .sort((a, b) => b.version - a.version)[0];
  if (!latest) return [];
  const faults: Fault[] = [];
  if (agreement.version <= latest.version) {
    const message = `Version ${latest.version} of “${latest.name}” is published already; versions never change.`;
    faults.push({ path: 'version', message, remedy: `Write version: ${latest.version + 1}.` });
  }
  if (agreement.effectiveFrom < now) {
    faults.push({
      path: 'effectiveFrom',
      message: 'A new version cannot take effect in the past: it would change verdicts that are closed.',
      remedy: 'Write a date that is still to come.',
    });
  } else if (agreement.effectiveFrom <= latest.effectiveFrom) {
    faults.push({
      path: 'effectiveFrom',
      message: `Version ${latest.version} takes effect later, on ${new Date(latest.effectiveFrom).toISOString()}.`,
      remedy: 'Write a later date.',
    });
  }
  return faults;
}

/** What could not be stored, or not be read again: versions are for ever, so it is refused now or never. */
function sizeFaults(
  document: string,
  compiled: CompiledAgreement,
  published: readonly CompiledAgreement[],
): Fault[] {
  const fault = (message: string, remedy: string): Fault => ({ path: '', message, remedy });
  if (bytesOf([document, JSON.stringify(compiled)]) > MOST_BYTES_OF_A_VERSION)
    return [fault('The agreement is too large to be stored.', 'Split it into several agreements.')];
  if (bytesOf([...published, compiled].map((version) => JSON.stringify(version))) > MOST_BYTES_OF_A_PROJECT)
    return [
      fault(
        'The agreements of this project, with all their versions, are too large.',
        'Write a shorter one.',
      ),
    ];
  return [];
}

/** As they travel: text within JSON. */
function bytesOf(texts: readonly string[]): number {
  return Buffer.byteLength(JSON.stringify(texts));
}

function invalid(faults: readonly Fault[]): Result<never> {
  const count = faults.length === 1 ? 'one fault' : `${faults.length} faults`;
  return { ok: false, code: 'invalid', message: `The agreement was not published: it has ${count}.`, faults };
}

function tooLong(length: number): Fault {
  return {
    path: '',
    message: `The document has ${length} characters; the limit is ${LONGEST_DOCUMENT}.`,
    remedy: 'Split it into several agreements.',
  };
}
