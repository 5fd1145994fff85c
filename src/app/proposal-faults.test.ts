import type { CompiledAgreement } from '../storage/agreement-version';
import { successionFaults } from './proposal-faults';

const at = (text: string) => Date.parse(text);
const from = (text: string) =>
  ({
    agreement: { version: 2, effectiveFrom: at(text) },
    parties: { provider: { timeZone: 'Europe/London' } },
  }) as CompiledAgreement;
const NOW = '2026-11-24T10:40Z';

it.each<[string, string, string | null, string | null]>([
  ['a first version reaches back', '2026-01-01T00:00Z', null, null],
  ['a follow-up of today, whose day has begun', '2026-11-24T00:00Z', '2026-09-01T00:00Z', null],
  ['a follow-up of today after another of today', '2026-11-24T00:00Z', '2026-11-24T10:39Z', null],
  ['a follow-up of yesterday', '2026-11-23T00:00Z', '2026-09-01T00:00Z', 'cannot take effect in the past'],
  [
    'a follow-up at the very moment of the one before',
    '2026-11-24T00:00Z',
    NOW,
    'Version 2 took effect at this very moment; two cannot begin at once.',
  ],
  [
    'a follow-up before one that is still to come',
    '2026-11-25T00:00Z',
    '2026-12-01T09:00Z',
    'Version 2 takes effect only on 1 December 2026, 09:00 (Europe/London).',
  ],
])('%s', (_, next, latest, message) => {
  const faults = successionFaults(from(next), latest === null ? null : from(latest), at(NOW));
  expect(faults.map((fault) => fault.path)).toEqual(message === null ? [] : ['effectiveFrom']);
  if (message !== null) expect(faults[0]?.message).toContain(message);
});
