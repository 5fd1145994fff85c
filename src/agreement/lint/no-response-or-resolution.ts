import type { Finding } from '../../contract/draft';
import type { LintSubject } from './lint-subject';
import { isResponse } from './measure-kind';

/** An agreement that measures neither how soon somebody answers nor how soon the ticket is done. */
export function noResponseOrResolution({ agreement }: LintSubject): readonly Finding[] {
  const ends = agreement.measures.some(
    (measure) =>
      isResponse(measure) ||
      measure.stop.some(({ on }) => on === 'entered-status' || on === 'left-status') ||
      measure.stop.some((moment) => moment.on === 'field' && moment.field === 'resolution'),
  );
  if (ends) return [];
  return [
    {
      rule: 'no-response-or-resolution',
      severity: 'warning',
      path: 'measures',
      message:
        'No measure tells how soon a ticket is answered or resolved, which is what customers wait for.',
      remedy: 'Add time-to-first-response or time-to-resolution.',
      counterExample: null,
    },
  ];
}
