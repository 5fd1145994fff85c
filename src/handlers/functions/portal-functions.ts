import type { Request } from '@forge/resolver';
import { z } from 'zod';
import { readPortalRequest } from '../../app/read-portal-request';
import { answer } from '../answer';

const requestContext = z.object({
  extension: z.object({ request: z.object({ key: z.string().regex(/^[A-Za-z][A-Za-z0-9_]*-\d+$/) }) }),
});

/** The panel on a request. Its key comes from the browser: whether it is the caller's, Jira is asked. */
export const portalRequestFunctions = {
  readPortalRequest: (request: Request) =>
    answer(request, async (accountId) => {
      const { extension } = requestContext.parse(request.context);
      return readPortalRequest(extension.request.key, accountId, Date.now());
    }),
};
