import type { makeResolver } from '@forge/resolver';
import { z } from 'zod';
import { compareProviders } from '../../app/compare-providers';
import type { ComplianceDefinitions } from '../../contract/definitions';
import { answer, projectOf } from '../answer';

const day = z.iso.date();
const comparePayload = z
  .object({ measureId: z.string().max(64).optional(), from: day, to: day })
  .refine(({ from, to }) => from <= to && daysBetween(from, to) <= 3_700, 'From the first day to the last.');

function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000;
}

/** Providers side by side, for whoever may see the project. */
export const providerFunctions: Parameters<
  typeof makeResolver<Pick<ComplianceDefinitions, 'compareProviders'>>
>[0] = {
  compareProviders: (request) =>
    answer(request, async () => {
      const { measureId, ...days } = comparePayload.parse(request.payload);
      const question = measureId === undefined ? days : { ...days, measureId };
      return compareProviders(projectOf(request), question, Date.now());
    }),
};
