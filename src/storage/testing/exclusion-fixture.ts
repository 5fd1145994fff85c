import { ALWAYS } from '../../engine/predicate';
import type { StoredExclusion } from '../exclusion';
import type { IncidentWindow } from '../incident-window';

export function anExclusionRow(given: Partial<StoredExclusion> = {}): StoredExclusion {
  return {
    projectId: '10000',
    exclusionId: 'x1',
    agreementId: 'acme',
    content: '{"clause":"4.2 “Supplier”"}',
    hash: 'a'.repeat(64),
    compiled: {
      id: 'x1',
      clause: '4.2 “Supplier”',
      agreementId: 'acme',
      effect: 'time',
      measures: [],
      windows: [{ start: 1, end: 2 }],
      during: null,
      when: ALWAYS,
    },
    issueId: null,
    state: 'proposed',
    origin: 'person',
    proposedAt: 1,
    proposedBy: 'agent',
    proposedByName: 'Ana Agent',
    decidedAt: null,
    decision: null,
    rowVersion: 1,
    ...given,
  };
}

export function anIncident(given: Partial<IncidentWindow> = {}): IncidentWindow {
  return {
    projectId: '10000',
    issueId: '10001',
    issueKey: 'ITS-1',
    agreementId: 'acme',
    clause: '4.3 Major incident',
    reason: 'The data centre is dark',
    start: 1,
    end: null,
    declaredAt: 2,
    declaredBy: 'agent',
    declaredByName: 'Ana Agent',
    rowVersion: 0,
    ...given,
  };
}
