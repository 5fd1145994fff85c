import express, { Router } from 'express';
import type { LocalJira } from './jira/local-jira-api';
import { personOf } from './session';

/** Jira's REST API as the chosen person: what `requestJira` of a page reaches. */
export function productRoutes(jira: LocalJira): Router {
  const router = Router();
  router.use(express.text({ type: () => true, limit: '6mb' }));
  router.use('/rest', async (request, response) => {
    const user = personOf(request, jira);
    if (!user) {
      response
        .status(401)
        .json({ errorMessages: ['Nobody is chosen. Open the start page first.'], errors: {} });
      return;
    }
    const headers = Object.fromEntries(
      Object.entries(request.headers).flatMap(([name, value]) =>
        typeof value === 'string' ? [[name, value]] : [],
      ),
    );
    const answer = await jira.fetchAsPerson({
      identity: { as: 'user', accountId: user.accountId },
      method: request.method,
      path: request.originalUrl,
      headers,
      body: typeof request.body === 'string' && request.body !== '' ? request.body : undefined,
    });
    response.status(answer.status);
    answer.headers.forEach((value, name) => response.set(name, value));
    response.send(Buffer.from(await answer.arrayBuffer()));
  });
  return router;
}
