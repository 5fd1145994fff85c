import { scenarios as acrossTheNight } from './across-the-night.scenario';
import { scenarios as conversation } from './conversation.scenario';
import { scenarios as dueAtClosingTime } from './due-at-closing-time.scenario';
import { scenarios as escalations } from './escalations.scenario';
import { scenarios as exactlyAtTheLimit } from './exactly-at-the-limit.scenario';
import { scenarios as firstResponse } from './first-response.scenario';
import { scenarios as goalChanges } from './goal-changes.scenario';
import { scenarios as oneInstant } from './one-instant.scenario';
import { scenarios as reopen } from './reopen.scenario';
import { scenarios as resetAndCancel } from './reset-and-cancel.scenario';
import { scenarios as rulesChange } from './rules-change.scenario';
import { scenarios as severalAgreements } from './several-agreements.scenario';
import { scenarios as summerTime } from './summer-time.scenario';
import { scenarios as threeStates } from './three-states.scenario';
import { scenarios as waitingForOthers } from './waiting-for-others.scenario';
import { scenarios as whoseHours } from './whose-hours.scenario';
import type { Scenario } from './scenario';

/** Every scenario by the name of its file. */
export const allScenarios: Readonly<Record<string, readonly Scenario[]>> = {
  'across-the-night': acrossTheNight,
  conversation,
  'due-at-closing-time': dueAtClosingTime,
  escalations,
  'exactly-at-the-limit': exactlyAtTheLimit,
  'first-response': firstResponse,
  'goal-changes': goalChanges,
  'one-instant': oneInstant,
  reopen,
  'reset-and-cancel': resetAndCancel,
  'rules-change': rulesChange,
  'several-agreements': severalAgreements,
  'summer-time': summerTime,
  'three-states': threeStates,
  'waiting-for-others': waitingForOthers,
  'whose-hours': whoseHours,
};
