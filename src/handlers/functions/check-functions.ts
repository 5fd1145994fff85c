import type { makeResolver } from '@forge/resolver';
import { z } from 'zod';
import { checkDraft } from '../../app/check-draft';
import { countTickets } from '../../app/count-tickets';
import { findPeople } from '../../app/find-people';
import { measureQuality } from '../../app/measure-quality';
import { readProjectFacts } from '../../app/read-project-facts';
import { tryCalendar } from '../../app/try-calendar';
import type { SettingsDefinitions } from '../../contract/definitions';
import type { AgreementDraft } from '../../contract/document';
import { answer, projectOf, writing } from '../answer';

/** A person waits: what has been read by then must do. */
const READING_MS = 10_000;

// The document is looked at by the verbs, which tell every fault of it.
const document = z.record(z.string(), z.unknown()).transform((values) => values as unknown as AgreementDraft);
const draftPayload = z.object({
  agreementId: z.string().max(64),
  content: z.union([z.object({ text: z.string() }).strict(), z.object({ document }).strict()]),
});
const peoplePayload = z.object({ query: writing(200) });
const countPayload = z.object({ jql: writing(20_000) });
const calendarPayload = z.object({
  calendar: z.unknown(),
  start: z.string().max(40),
  within: z.string().max(40),
});

type Served = Pick<
  SettingsDefinitions,
  'checkDraft' | 'measureQuality' | 'readProjectFacts' | 'findPeople' | 'countTickets' | 'tryCalendar'
>;

/** What the editor asks while somebody writes; the project's administrators only. */
export const checkFunctions: Parameters<typeof makeResolver<Served>>[0] = {
  checkDraft: (request) =>
    answer(request, async () => {
      const { content } = draftPayload.parse(request.payload);
      return checkDraft({ projectId: projectOf(request), content }, Date.now());
    }),

  measureQuality: (request) =>
    answer(request, async () => {
      const { content } = draftPayload.parse(request.payload);
      const now = Date.now();
      const hasTime = () => Date.now() - now < READING_MS;
      return measureQuality({ projectId: projectOf(request), content, hasTime }, now);
    }),

  readProjectFacts: (request) =>
    answer(request, async () => readProjectFacts(projectOf(request), Date.now())),

  findPeople: (request) =>
    answer(request, async () => {
      const { query } = peoplePayload.parse(request.payload);
      return findPeople({ projectId: projectOf(request), query }, Date.now());
    }),

  countTickets: (request) =>
    answer(request, async () => {
      const { jql } = countPayload.parse(request.payload);
      return countTickets({ projectId: projectOf(request), jql }, Date.now());
    }),

  tryCalendar: (request) =>
    answer(request, async () =>
      tryCalendar({ ...calendarPayload.parse(request.payload), projectId: projectOf(request) }),
    ),
};
