import { makeResolver, type Request } from '@forge/resolver';
import { z } from 'zod';
import { readGadget } from '../app/read-gadget';
import { readGadgetChoices } from '../app/read-gadget-choices';
import type { GadgetDefinitions } from '../contract/definitions';
import { agreementId, answer, id } from './answer';
import { given, grain } from './functions/compliance-query';

/** Kept with the dashboard, by whoever edits it: what it says beyond this is not looked at. */
const configuration = z.object({
  projectId: id.optional(),
  agreementId: agreementId.optional(),
  measureId: z.string().max(64).optional(),
  period: z.enum(['7d', '30d', '90d', '365d', 'this-month', 'last-month', 'this-quarter']).optional(),
  grain: grain.optional(),
});
const gadgetPayload = z.object({
  kind: z.enum(['attainment', 'at-risk', 'trend', 'providers']),
  configuration,
});

/** What it serves: all that the screens may call. */
export const functions = {
  readGadgetChoices: (request: Request) => answer(request, async () => readGadgetChoices(Date.now())),

  readGadget: (request: Request) =>
    answer(request, async () => {
      const { kind, configuration: kept } = gadgetPayload.parse(request.payload);
      return readGadget(kind, given(kept), Date.now());
    }),
};

/** Gadgets and widgets of dashboards, for all who may browse what they show in Jira. */
export const gadgetResolver = makeResolver<Pick<GadgetDefinitions, keyof GadgetDefinitions>>(functions);
