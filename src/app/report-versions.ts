import type { AgreementDocument } from '../agreement/document';
import type { Instant, Interval } from '../engine/instant';
import {
  readAgreementVersion,
  versionsOfProject,
  type CompiledAgreement,
  type PublishedVersion,
} from '../storage/agreement-version';
import { endsAgreement } from './compile-version';
import { agreementDocument } from './shown-text';

/** The version that a report gives account of, with what it says. */
export interface ReportedVersion {
  readonly published: PublishedVersion;
  readonly document: AgreementDocument;
  /** All versions of the agreement that were published by then, in order. */
  readonly versions: readonly PublishedVersion[];
}

/** The versions of a project's agreements that were published before an instant, by agreement. */
export async function versionsPublishedBefore(
  projectId: string,
  before: Instant,
): Promise<ReadonlyMap<string, readonly PublishedVersion[]>> {
  const byAgreement = new Map<string, PublishedVersion[]>();
  for (const one of await versionsOfProject(projectId)) {
    if (one.publishedAt >= before) continue;
    const { id } = one.compiled.agreement;
    byAgreement.set(id, [...(byAgreement.get(id) ?? []), one]);
  }
  return byAgreement;
}

/** Was an agreement in force at any time within a span? It ends by a version without measures, and may begin again. */
export function inForceWithin(versions: readonly CompiledAgreement[], { start, end }: Interval): boolean {
  return versions.some(
    (version, index) =>
      !endsAgreement(version) &&
      version.agreement.effectiveFrom < end &&
      (versions[index + 1]?.agreement.effectiveFrom ?? Infinity) > start,
  );
}

/** The last version with something to measure that was in force before an instant; null = there is none. */
export async function reportedVersion(
  projectId: string,
  versions: readonly PublishedVersion[],
  before: Instant,
): Promise<ReportedVersion | null> {
  const published = versions.findLast(
    ({ compiled }) => compiled.agreement.effectiveFrom < before && !endsAgreement(compiled),
  );
  if (!published) return null;
  const { id, version } = published.compiled.agreement;
  const found = await readAgreementVersion(projectId, id, version);
  const document = found && agreementDocument(found.document);
  return document ? { published, document, versions } : null;
}
