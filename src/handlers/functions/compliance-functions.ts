import type { makeResolver } from '@forge/resolver';
import { z } from 'zod';
import { listAtRisk } from '../../app/list-at-risk';
import { listResolved } from '../../app/list-resolved';
import { listTickets } from '../../app/list-tickets';
import { readCompliance } from '../../app/read-compliance';
import { readComplianceChoices } from '../../app/read-compliance-choices';
import { readMeasureReport } from '../../app/read-measure-report';
import type { ComplianceDefinitions } from '../../contract/definitions';
import { answer, projectOf } from '../answer';
import { complianceQuery, drill, given, grain, measureQuery } from './compliance-query';

const figuresPayload = z.object({ query: complianceQuery, grain });
const measurePayload = z.object({ query: measureQuery, grain });
const after = z.string().max(500).optional();
const ticketsPayload = z.object({ query: complianceQuery, drill, after }).transform(given);
const resolvedPayload = z
  .object({ query: complianceQuery, of: z.enum(['resolved', 'reopened', 'rated']), after })
  .transform(given);
const atRiskPayload = z.object({ query: complianceQuery, after }).transform(given);

type Served = Pick<
  ComplianceDefinitions,
  | 'readComplianceChoices'
  | 'readCompliance'
  | 'readMeasureReport'
  | 'listTickets'
  | 'listResolved'
  | 'listAtRisk'
>;

/** Figures of a project and the tickets behind them, for all who may browse the project in Jira. */
export const complianceFunctions: Parameters<typeof makeResolver<Served>>[0] = {
  readComplianceChoices: (request) =>
    answer(request, async () => readComplianceChoices(projectOf(request), Date.now())),

  readCompliance: (request) =>
    answer(request, async () =>
      readCompliance(projectOf(request), figuresPayload.parse(request.payload), Date.now()),
    ),

  readMeasureReport: (request) =>
    answer(request, async () =>
      readMeasureReport(projectOf(request), measurePayload.parse(request.payload), Date.now()),
    ),

  listTickets: (request) =>
    answer(request, async () =>
      listTickets(projectOf(request), ticketsPayload.parse(request.payload), Date.now()),
    ),

  listResolved: (request) =>
    answer(request, async () =>
      listResolved(projectOf(request), resolvedPayload.parse(request.payload), Date.now()),
    ),

  listAtRisk: (request) =>
    answer(request, async () =>
      listAtRisk(projectOf(request), atRiskPayload.parse(request.payload), Date.now()),
    ),
};
