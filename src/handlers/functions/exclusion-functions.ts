import type { Request } from '@forge/resolver';
import { z } from 'zod';
import { decideExclusion } from '../../app/decide-exclusion';
import { listExclusions } from '../../app/list-exclusions';
import { previewExclusion } from '../../app/preview-exclusion';
import { EXCLUSION_KINDS, proposeExclusion } from '../../app/propose-exclusion';
import type { Place } from '../../contract/agreement';
import type { ExclusionProposal } from '../../contract/exclusion';
import { agreementId, answer, id, instant, projectOf, writing } from '../answer';
import { pushJobs } from '../queue';

// Sizes keep out what could only be an attack; what a proposal may say, the verbs tell with its remedy.
const text = writing(20_000);
const name = writing(500);

const evidence = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('link'), url: text, title: name }),
  z.object({ kind: z.literal('attachment'), attachmentId: name, fileName: name, issueKey: name }),
]);

const proposal: z.ZodType<ExclusionProposal> = z.object({
  agreementId,
  kind: z.enum(EXCLUSION_KINDS),
  clause: text,
  effect: z.enum(['time', 'cycle']),
  measures: z.array(name).max(500),
  when: text.nullable(),
  windows: z.array(z.object({ from: instant, to: instant })).max(1_000),
  during: name.nullable(),
  issueKey: name.nullable(),
  reason: text,
  evidence: z.array(evidence).max(500),
});

const proposePayload = z.object({ projectId: id.optional(), proposal });
const decidePayload = z.object({
  projectId: id.optional(),
  exclusionId: name,
  hash: name,
  decision: z.enum(['agree', 'decline', 'withdraw']),
  reason: writing(2_000).optional(),
});
const listPayload = z.object({ projectId: id.optional(), agreementId: agreementId.optional() });

/** Proposing and deciding: on every screen on which a representative can be. */
export function exclusionFunctions(place: Place) {
  return {
    proposeExclusion: (request: Request) =>
      answer(request, async (accountId) => {
        const given = proposePayload.parse(request.payload);
        const { projectId = projectOf(request) } = given;
        return proposeExclusion(projectId, given.proposal, { accountId, place }, pushJobs, Date.now());
      }),

    decideExclusion: (request: Request) =>
      answer(request, async (accountId) => {
        const { projectId = projectOf(request), ...decision } = decidePayload.parse(request.payload);
        return decideExclusion(projectId, decision, { accountId, place }, pushJobs, Date.now());
      }),
  };
}

/** Trying an exclusion on the project's tickets: for people who work in Jira. */
export function previewFunctions(place: Place) {
  return {
    previewExclusion: (request: Request) =>
      answer(request, async (accountId) => {
        const given = proposePayload.parse(request.payload);
        const { projectId = projectOf(request) } = given;
        return previewExclusion(projectId, given.proposal, { accountId, place }, Date.now());
      }),
  };
}

export function exclusionListFunctions(place: Place) {
  return {
    listExclusions: (request: Request) =>
      answer(request, async (accountId) => {
        const { projectId = projectOf(request), ...asked } = listPayload.parse(request.payload ?? {});
        return listExclusions({ projectId, ...asked }, { accountId, place }, Date.now());
      }),
  };
}
