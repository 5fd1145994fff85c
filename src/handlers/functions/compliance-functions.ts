import type { makeResolver } from '@forge/resolver';
import { z } from 'zod';
import { readCompliance } from '../../app/read-compliance';
import { readComplianceChoices } from '../../app/read-compliance-choices';
import type { ComplianceDefinitions } from '../../contract/definitions';
import { answer, projectOf } from '../answer';
import { complianceQuery, grain } from './compliance-query';

const figuresPayload = z.object({ query: complianceQuery, grain });

type Served = Pick<ComplianceDefinitions, 'readComplianceChoices' | 'readCompliance'>;

/** Figures of a project and the tickets behind them, for all who may browse the project in Jira. */
export const complianceFunctions: Parameters<typeof makeResolver<Served>>[0] = {
  readComplianceChoices: (request) =>
    answer(request, async () => readComplianceChoices(projectOf(request), Date.now())),

  readCompliance: (request) =>
    answer(request, async () =>
      readCompliance(projectOf(request), figuresPayload.parse(request.payload), Date.now()),
    ),
};
