import type { Result, TimerView } from '../../../src/contract';
import type { PortalRequestView } from '../../../src/contract/portal';
import { aCycle } from '../../gallery/sample-cycle';
import { anExclusion } from '../../gallery/sample-exclusion';
import type { GalleryScreen } from '../../gallery/gallery-server';

const HOUR = 3_600_000;
const london = 'London office hours';
const until = '2026-11-23T15:30:00Z';
const asOf = Date.parse(until);

function timer(id: string, name: string, current: TimerView['current']): TimerView {
  return {
    key: `acme-it-support ${id}`,
    agreementId: 'acme-it-support',
    agreementName: 'IT support for Acme Retail',
    agreementVersion: 1,
    measureId: id,
    measureName: name,
    provider: { name: 'Northwind IT', timeZone: 'Europe/London' },
    customer: { name: 'Acme Retail', timeZone: 'America/New_York' },
    // The portal is not told how a number comes about.
    current: { ...current, segments: [] },
    earlier: [],
    earlierOmitted: 0,
  };
}

const running = aCycle({
  pieces: [['running', '2026-11-23T12:30:00Z', london, '']],
  until,
  phase: 'running',
  goalMs: 8 * HOUR,
  ahead: [
    [until, '2026-11-23T17:30:00Z'],
    ['2026-11-24T09:00:00Z', '2026-11-24T12:30:00Z'],
    ['2026-11-24T13:30:00Z', '2026-11-24T17:30:00Z'],
  ],
});
const late = aCycle({
  pieces: [['running', '2026-11-23T09:00:00Z', london, '']],
  until,
  phase: 'running',
  goalMs: 4 * HOUR,
  ahead: [[until, '2026-11-23T17:30:00Z']],
});
const paused = aCycle({
  pieces: [
    ['running', '2026-11-23T09:00:00Z', london, ''],
    ['paused', '2026-11-23T10:40:00Z', 'Waiting for customer', ''],
  ],
  until,
  phase: 'paused',
  goalMs: 8 * HOUR,
});

const request = (change: Partial<PortalRequestView>): Result<PortalRequestView> => ({
  ok: true,
  value: {
    requestKey: 'ACME-150',
    asOf,
    nextChangeAt: null,
    timers: [],
    proposed: [],
    agreements: [
      {
        projectId: '10000',
        agreementId: 'acme-it-support',
        name: 'IT support for Acme Retail',
        representative: false,
        measures: [
          { measureId: 'time-to-first-response', name: 'Time to first response' },
          { measureId: 'time-to-resolution', name: 'Time to resolution' },
        ],
      },
    ],
    ...change,
  },
});

const representative = request({}).ok
  ? [{ ...(request({}) as { value: PortalRequestView }).value.agreements[0], representative: true }]
  : [];

/** A request in the portal in each of its states. */
export const requestGallery: GalleryScreen = {
  screen: 'portal-request',
  samples: {
    timers: {
      answers: {
        readPortalRequest: request({
          timers: [
            timer('time-to-first-response', 'Time to first response', late),
            timer('time-to-resolution', 'Time to resolution', running),
          ],
        }),
      },
    },
    paused: {
      answers: {
        readPortalRequest: request({ timers: [timer('time-to-resolution', 'Time to resolution', paused)] }),
      },
    },
    representative: {
      answers: {
        readPortalRequest: request({
          timers: [timer('time-to-resolution', 'Time to resolution', running)],
          agreements: representative as PortalRequestView['agreements'],
          proposed: [
            {
              exclusion: anExclusion({ issueKey: 'ACME-150', when: null }),
              wouldExclude: [{ measureName: 'Time to resolution', ms: 2 * HOUR, leftOut: false }],
            },
          ],
        }),
        decideExclusion: { ok: true, value: anExclusion({ state: 'agreed' }) },
        proposeExclusion: { ok: true, value: anExclusion() },
      },
    },
    unpromised: { answers: { readPortalRequest: request({ agreements: [] }) } },
    hidden: { answers: { readPortalRequest: request({}) } },
    gone: {
      answers: { readPortalRequest: { ok: false, code: 'not-found', message: 'There is no such request.' } },
    },
    loading: { answers: { readPortalRequest: 'never' } },
  },
};
