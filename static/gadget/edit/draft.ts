import type { GadgetChoices, GadgetConfiguration, GadgetKind } from '../../../src/contract/gadget';

/** What a form says; '' = everything, or nothing chosen yet. */
export interface Draft {
  readonly projectId: string;
  readonly agreementId: string;
  readonly measureId: string;
  readonly period: NonNullable<GadgetConfiguration['period']>;
  readonly grain: 'week' | 'month';
  readonly refresh: number;
}

/** How a form begins: as it was kept, as far as it can still be chosen; else with what there is one of. */
export function firstDraft(
  kind: GadgetKind,
  kept: GadgetConfiguration | null,
  { projects, comparable }: GadgetChoices,
): Draft {
  const only = projects.length === 1 ? projects[0] : undefined;
  const project = projects.find(({ id }) => id === kept?.projectId) ?? only;
  const agreement = project?.agreements.find(({ id }) => id === kept?.agreementId);
  const offered = kind === 'providers' ? comparable : measuresOf(project, agreement?.id ?? '');
  const measure = offered.find(({ id }) => id === kept?.measureId);
  return {
    projectId: project?.id ?? '',
    agreementId: agreement?.id ?? '',
    measureId: measure?.id ?? (kind === 'providers' ? (comparable[0]?.id ?? '') : ''),
    period: kept?.period ?? (kind === 'trend' ? '90d' : '30d'),
    grain: kept?.grain ?? 'week',
    refresh: kept?.refresh ?? 15,
  };
}

/** The measures of one agreement of a project, or of all, each once. */
export function measuresOf(
  project: GadgetChoices['projects'][number] | undefined,
  agreementId: string,
): readonly { readonly id: string; readonly name: string }[] {
  const chosen = project?.agreements.filter(({ id }) => agreementId === '' || id === agreementId) ?? [];
  const all = chosen.flatMap(({ measures }) => measures);
  return all.filter(({ id }, i) => all.findIndex((one) => one.id === id) === i);
}

/** What a dashboard is to keep; null = the form is not finished. Without `refresh` it is never by itself. */
export function toKeep(kind: GadgetKind, draft: Draft): GadgetConfiguration | null {
  const { projectId, agreementId, measureId, period, grain, refresh } = draft;
  if (kind === 'providers' ? measureId === '' : projectId === '') return null;
  return {
    ...(kind === 'providers' ? {} : { projectId }),
    ...(kind === 'providers' || agreementId === '' ? {} : { agreementId }),
    ...(measureId === '' ? {} : { measureId }),
    ...(kind === 'at-risk' ? {} : { period }),
    ...(kind === 'trend' ? { grain } : {}),
    ...(refresh > 0 ? { refresh } : {}),
  };
}
