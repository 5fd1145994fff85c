import type { AgreementOutline } from '../agreement/agreement-outline';
import type { Result } from '../contract';
import type { ExclusionView } from '../contract/exclusion';
import type { Instant } from '../engine/instant';
import { existingIssueIds } from '../jira/existing-issue-ids';
import { agreementsOfProject, type CompiledAgreement } from '../storage/agreement-version';
import { exclusionsOfProject, type StoredExclusion } from '../storage/exclusion';
import { exclusionSubject, signaturesOf } from '../storage/signature';
import { partiesOf, sideOf, versionAt } from './agreement-at';
import { maySee, viewerOf, type AgreementViewer, type Caller } from './agreement-viewer';
import { contentOf } from './exclusion-content';
import { exclusionView, mayWithdraw, standInFor } from './exclusion-view';
import { notFound } from './refuse';
import { standingExclusions } from './standing-exclusions';

/** The list is for people: what is older is in the log. */
const MOST = 500;

/**
 * The exclusions of a project's agreements, or of one of them: the clauses of the versions in force, then what
 * was proposed beside them, the newest first, whatever became of it.
 */
export async function listExclusions(
  { projectId, agreementId }: { readonly projectId: string; readonly agreementId?: string | undefined },
  caller: Caller,
  now: Instant,
): Promise<Result<readonly ExclusionView[]>> {
  const viewer = await viewerOf(projectId, caller);
  if (!viewer) return notFound('project');
  const versions = await agreementsOfProject(projectId);
  if (agreementId !== undefined && !(maySee(viewer, agreementId) && has(versions, agreementId)))
    return notFound('agreement');
  const views = await exclusionsSeen(projectId, agreementId ?? null, versions, viewer, now);
  return { ok: true, value: views };
}

function has(versions: readonly CompiledAgreement[], agreementId: string): boolean {
  return versions.some(({ agreement }) => agreement.id === agreementId);
}

/** What the viewer sees of them; `agreementId` null = of all agreements they may know of. */
export async function exclusionsSeen(
  projectId: string,
  agreementId: string | null,
  versions: readonly CompiledAgreement[],
  viewer: AgreementViewer,
  now: Instant,
): Promise<readonly ExclusionView[]> {
  const ids = [...new Set(versions.map(({ agreement }) => agreement.id))].filter(
    (id) => maySee(viewer, id) && (agreementId === null || id === agreementId),
  );
  const inForce = ids.flatMap((id) => versionAt(versions, id, now) ?? []);
  const standing = await Promise.all(inForce.map((version) => standingExclusions(projectId, version)));
  const proposed = (await exclusionsOfProject(projectId, MOST)).filter((one) =>
    ids.includes(one.agreementId),
  );
  const shown = await thoseShown(projectId, proposed, inForce, viewer);
  return [...standing.flat(), ...(await viewsOf(projectId, shown, versions, viewer, now))];
}

/**
 * For people in Jira: what concerns a single ticket is for those whom Jira shows the ticket, who decide about it
 * or who proposed it. What customers see of it, the portal knows.
 */
async function thoseShown(
  projectId: string,
  exclusions: readonly StoredExclusion[],
  inForce: readonly CompiledAgreement[],
  viewer: AgreementViewer,
): Promise<readonly StoredExclusion[]> {
  const issueIds = [...new Set(exclusions.flatMap(({ issueId }) => issueId ?? []))];
  if (viewer.agreements !== null || issueIds.length === 0) return exclusions;
  const visible = await existingIssueIds(issueIds, { as: 'user' });
  const parties = new Map<string, AgreementOutline | null>();
  for (const version of inForce) parties.set(version.agreement.id, await partiesOf(projectId, version));
  const decides = (one: StoredExclusion): boolean => {
    const own = parties.get(one.agreementId) ?? null;
    return (sideOf(own, viewer) ?? standInFor(contentOf(one).approval, own, viewer)) !== null;
  };
  return exclusions.filter(
    (one) =>
      one.issueId === null ||
      visible.has(one.issueId) ||
      one.proposedBy === viewer.accountId ||
      mayWithdraw(one, viewer) ||
      decides(one),
  );
}

/** Proposed ones with their signatures: one look-up for all of them. */
export async function viewsOf(
  projectId: string,
  exclusions: readonly StoredExclusion[],
  versions: readonly CompiledAgreement[],
  viewer: AgreementViewer,
  now: Instant,
): Promise<readonly ExclusionView[]> {
  if (exclusions.length === 0) return [];
  const signatures = await signaturesOf(
    projectId,
    exclusions.map(({ exclusionId }) => exclusionSubject(exclusionId)),
  );
  const known = new Map<string, Awaited<ReturnType<typeof partiesOf>>>();
  for (const id of new Set(exclusions.map((one) => one.agreementId))) {
    const version = versionAt(versions, id, now);
    known.set(id, version ? await partiesOf(projectId, version) : null);
  }
  return exclusions.map((exclusion) => {
    const { agreementId, exclusionId } = exclusion;
    const own = signatures.filter(({ subject }) => subject === exclusionSubject(exclusionId));
    const name = versionAt(versions, agreementId, now)?.agreement.name ?? agreementId;
    return exclusionView(exclusion, own, name, known.get(agreementId) ?? null, viewer);
  });
}
