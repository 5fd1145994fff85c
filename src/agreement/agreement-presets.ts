import type { AgreementPresetId } from '../contract/draft';
import type { AgreementDraft } from './document';
import { customerSupport } from './starting-points/customer-support';
import { hr } from './starting-points/hr';
import { internalOla } from './starting-points/internal-ola';
import { itServiceDesk } from './starting-points/it-service-desk';
import { outsourcedProvider } from './starting-points/outsourced-provider';
import type { PresetInput } from './starting-points/project-outline';

interface AgreementPreset {
  readonly id: AgreementPresetId;
  readonly name: string;
  /** What it promises, in a sentence. */
  readonly about: string;
}

/** Whole agreements to start from, in the order in which they are offered. */
export const AGREEMENT_PRESETS: readonly AgreementPreset[] = [
  {
    id: 'it-service-desk',
    name: 'IT service desk',
    about:
      'First response, resolution and follow-up by priority, around the clock for the highest; reported monthly.',
  },
  {
    id: 'hr',
    name: 'HR',
    about: 'One goal for every request: an answer within a working day, done within a working week.',
  },
  {
    id: 'customer-support',
    name: 'Customer support',
    about:
      'Long support hours, an answer to every message, and news every two hours while a ticket has the highest priority.',
  },
  {
    id: 'outsourced-provider',
    name: 'Outsourced provider',
    about:
      'A contract with a supplier: strict targets, service credits with tiers and a cap, and how long the customer took.',
  },
  {
    id: 'internal-ola',
    name: 'Internal OLA',
    about: 'Between teams of one house: a quick first answer and a limit on working time, without credits.',
  },
];

const WRITERS: Readonly<Record<AgreementPresetId, (input: PresetInput) => AgreementDraft>> = {
  'it-service-desk': itServiceDesk,
  hr,
  'customer-support': customerSupport,
  'outsourced-provider': outsourcedProvider,
  'internal-ola': internalOla,
};

/** A valid agreement fitted to a project's own statuses and priorities, meant to be edited before it is signed. */
export function agreementPreset(id: AgreementPresetId, input: PresetInput): AgreementDraft {
  return WRITERS[id](input);
}
