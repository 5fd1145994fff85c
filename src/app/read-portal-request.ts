import type { Result } from '../contract';
import type { ExclusionView } from '../contract/exclusion';
import type { PortalRequestView } from '../contract/portal';
import type { Instant } from '../engine/instant';
import { foldHistory } from '../jira/issue-history';
import { readIssue } from '../jira/read-issue';
import { readRequest } from '../jira/read-request';
import { agreementsOfProject } from '../storage/agreement-version';
import { agreedExclusions } from '../storage/exclusion';
import { readProjectSetting } from '../storage/project-setting';
import { partiesOf, sideOf, versionAt } from './agreement-at';
import { agreementsBinding } from './agreement-viewer';
import { evaluateIssue } from './evaluate-issue';
import { exclusionForCustomers, timerForCustomers } from './for-customers';
import { timerViews } from './panel-view';
import { proposedOn } from './proposed-exclusions';
import { notFound } from './refuse';
import { soonest } from './wake-up';

/**
 * What a customer sees of one of their requests, replayed on the spot: Jira says first whether it is theirs.
 * Of agreements between the provider's own teams and with its suppliers they see nothing, unless they are
 * bound by them, nor of what the project hides in the portal.
 */
export async function readPortalRequest(
  requestKey: string,
  accountId: string,
  now: Instant,
): Promise<Result<PortalRequestView>> {
  const request = await readRequest(requestKey);
  const issue = request ? await readIssue(request.issueId) : null;
  if (!request || !issue) return notFound('ticket');
  const { projectId } = issue;
  const bound = (await agreementsBinding(accountId)).filter((one) => one.projectId === projectId);
  const hidden = new Set((await readProjectSetting(projectId))?.hiddenInPortal ?? []);
  const isShown = (agreementId: string, measureId: string) =>
    !hidden.has(agreementId) && !hidden.has(`${agreementId}/${measureId}`);
  const withoutHidden = (exclusion: ExclusionView): ExclusionView => ({
    ...exclusion,
    measures: exclusion.measures.filter((measureId) => isShown(exclusion.agreementId, measureId)),
  });
  const versions = (await agreementsOfProject(projectId)).filter(
    ({ agreement: { id, kind } }) =>
      !hidden.has(id) && (kind === 'sla' || bound.some(({ agreementId }) => agreementId === id)),
  );
  const agreed = await agreedExclusions(projectId, issue.id);
  const history = foldHistory(issue);
  const instant = Math.max(now, history.entries.at(-1)?.at ?? now);
  const results = evaluateIssue(history, versions, agreed, instant).filter(({ agreementId, measureId }) =>
    isShown(agreementId, measureId),
  );
  const timers = timerViews(versions, results, instant);
  const ids = [...new Set(timers.map(({ agreementId }) => agreementId))];

  const viewer = {
    accountId,
    place: 'portal-request' as const,
    administer: false,
    agent: false,
    agreements: new Set(ids),
  };
  const agreements: PortalRequestView['agreements'][number][] = [];
  const sides = new Map<string, Awaited<ReturnType<typeof partiesOf>>>();
  for (const id of ids) {
    const version = versionAt(versions, id, instant);
    if (!version) continue;
    const parties = await partiesOf(projectId, version);
    sides.set(id, parties);
    agreements.push({
      projectId,
      agreementId: id,
      name: version.agreement.name,
      representative: sideOf(parties, viewer) === 'customer',
      measures: version.agreement.measures
        .filter((measure) => isShown(id, measure.id))
        .map((measure) => ({ measureId: measure.id, name: measure.name })),
    });
  }
  const proposed = await proposedOn(projectId, history, { versions, agreed }, results, viewer, instant);
  return {
    ok: true,
    value: {
      requestKey: issue.key,
      asOf: instant,
      nextChangeAt: soonest(results.map(({ nextChangeAt }) => nextChangeAt)),
      timers: timers.map(timerForCustomers),
      proposed: proposed.flatMap(({ exclusion, wouldExclude }) => {
        const parties = sides.get(exclusion.agreementId) ?? null;
        return parties && ids.includes(exclusion.agreementId)
          ? [{ exclusion: withoutHidden(exclusionForCustomers(exclusion, parties, viewer)), wouldExclude }]
          : [];
      }),
      agreements,
    },
  };
}
