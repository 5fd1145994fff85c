import type { AgreementSummary } from '../../src/contract/agreement';
import { hasDraftChanges } from './draft-changes';

const draft = (revision: number, updatedAt: number): AgreementSummary['draft'] => ({
  revision,
  updatedAt,
  updatedBy: 'Priya Nair',
});
const proposedAt = (at: number) => ({ proposedAt: at }) as AgreementSummary['proposal'];

it.each<[string, AgreementSummary['draft'], AgreementSummary['proposal'], boolean]>([
  ['no draft', null, null, false],
  ['a draft that was only opened', draft(1, 20), null, false],
  ['a draft that was written on', draft(2, 20), null, true],
  ['a draft that was proposed as it is', draft(2, 20), proposedAt(20), false],
  ['a draft that was written on after it was proposed', draft(3, 21), proposedAt(20), true],
])('%s has changes or not', (_, written, proposal, expected) => {
  expect(hasDraftChanges({ draft: written, proposal })).toBe(expected);
});
