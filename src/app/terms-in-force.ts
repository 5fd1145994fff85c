import type { AgreementDocument } from '../agreement/document';
import { targetOf } from '../agreement/target-of';
import { measureId } from '../agreement/text/names-of';
import type { Measure } from '../engine/agreement';
import type { Instant } from '../engine/instant';
import { promisesTime } from '../engine/promises-time';
import {
  agreementsOfProject,
  readAgreementVersion,
  type CompiledAgreement,
} from '../storage/agreement-version';
import { agreementDocument } from './shown-text';

/** What reports need of an agreement: the text in force, or that in force last where it has ended. */
export interface AgreementTerms {
  readonly agreementId: string;
  readonly compiled: CompiledAgreement;
  readonly document: AgreementDocument | null;
  readonly measures: readonly MeasureTerms[];
  /** Measures that only earlier versions had; what they promised is over. */
  readonly former: readonly MeasureTerms[];
}

export interface MeasureTerms {
  readonly measureId: string;
  readonly name: string;
  /** 0..1. */
  readonly target: number | null;
  readonly hasGoal: boolean;
}

/** Of every agreement of a project that is or was in force, by id. */
export async function termsInForce(projectId: string, now: Instant): Promise<readonly AgreementTerms[]> {
  const inForce = new Map<string, CompiledAgreement>();
  const measured = new Map<string, Map<string, Measure>>();
  for (const version of await agreementsOfProject(projectId)) {
    const { id, effectiveFrom, measures } = version.agreement;
    // An agreement ends by a version without measures.
    if (effectiveFrom > now || measures.length === 0) continue;
    inForce.set(id, version);
    const known = measured.get(id) ?? new Map<string, Measure>();
    for (const measure of measures) known.set(measure.id, measure);
    measured.set(id, known);
  }
  return Promise.all(
    [...inForce.values()].map((compiled) =>
      termsOf(projectId, compiled, [...(measured.get(compiled.agreement.id)?.values() ?? [])]),
    ),
  );
}

/** What a published version says; `ever` = the measures that this or an earlier version had. */
export async function termsOf(
  projectId: string,
  compiled: CompiledAgreement,
  ever: readonly Measure[] = compiled.agreement.measures,
): Promise<AgreementTerms> {
  const { id, version, measures } = compiled.agreement;
  const text = (await readAgreementVersion(projectId, id, version))?.document;
  const document = text === undefined ? null : agreementDocument(text);
  const targets = new Map((document?.measures ?? []).map((one) => [measureId(one), targetOf(one)] as const));
  return {
    agreementId: id,
    compiled,
    document,
    measures: measures.map((measure) => measureTerms(measure, targets.get(measure.id) ?? null)),
    former: ever
      .filter((former) => !measures.some((one) => one.id === former.id))
      .map((measure) => measureTerms(measure, null)),
  };
}

function measureTerms(measure: Measure, target: number | null): MeasureTerms {
  return { measureId: measure.id, name: measure.name, target, hasGoal: promisesTime(measure) };
}
