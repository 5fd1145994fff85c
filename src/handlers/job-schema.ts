import { z } from 'zod';
import type { Job } from '../app/job';

const id = z.string().regex(/^\d+$/);

/** A job as it comes out of the queue, where one of an older deployment may still lie. */
export const jobSchema: z.ZodType<Job> = z.discriminatedUnion('kind', [
  z.object({
    v: z.literal(1),
    kind: z.literal('refresh'),
    issues: z.array(z.object({ issueId: id, projectId: id.optional() })).max(50),
  }),
  z.object({
    v: z.literal(1),
    kind: z.literal('reconcile-project'),
    projectId: id,
    page: z.string().optional(),
  }),
  z.object({
    v: z.literal(1),
    kind: z.literal('find-deleted'),
    projectId: id,
    share: z.int().min(0).max(6),
    after: id.optional(),
  }),
  z.object({
    v: z.literal(1),
    kind: z.literal('what-if'),
    projectId: id,
    runId: z.string(),
    step: z.int(),
  }),
  z.object({
    v: z.literal(1),
    kind: z.literal('replay-exclusion'),
    projectId: id,
    exclusionId: z.string().max(64),
    after: id.optional(),
  }),
  z.object({ v: z.literal(1), kind: z.literal('propose-for-links'), issueIds: z.array(id).max(100) }),
  z.object({ v: z.literal(1), kind: z.literal('roll-up'), projectId: id }),
  z.object({ v: z.literal(1), kind: z.literal('begin-reports'), projectId: id }),
  z.object({
    v: z.literal(1),
    kind: z.literal('service-report'),
    projectId: id,
    agreementId: z.string().max(64),
    periodStart: z.int(),
    step: z.int(),
  }),
  z.object({ v: z.literal(1), kind: z.enum(['sweep', 'reconcile']) }),
  z.object({ v: z.literal(1), kind: z.literal('remove-project'), projectId: id }),
  z.object({ v: z.literal(1), kind: z.literal('migrate'), missing: z.boolean().optional() }),
]);
