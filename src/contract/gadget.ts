import type { Instant } from '../engine/instant';
import type { AtRiskPage, Choice, ComplianceQuery, MeasureCompliance } from './compliance';
import type { ProviderComparison } from './money';

/** Gadgets of a dashboard. What they show is kept with the dashboard, so it may be old or forged. */

export type GadgetKind = 'attainment' | 'at-risk' | 'trend' | 'providers';

export interface GadgetConfiguration {
  readonly projectId?: string;
  readonly agreementId?: string;
  readonly measureId?: string;
  readonly period?: '7d' | '30d' | '90d' | '365d' | 'this-month' | 'last-month' | 'this-quarter';
  readonly grain?: 'week' | 'month';
  /** Minutes between refreshes; 0 = never by itself. */
  readonly refresh?: number;
}

export interface GadgetChoices {
  readonly projects: readonly (Choice & {
    readonly key: string;
    readonly agreements: readonly (Choice & { readonly measures: readonly Choice[] })[];
  })[];
  /** Measures that more than one agreement has. */
  readonly comparable: readonly Choice[];
}

export type GadgetView = {
  readonly asOf: Instant;
  readonly title: string;
  /** null = it spans projects. */
  readonly projectKey: string | null;
  /** What is counted, with the days of the period: the compliance page opens with the same. */
  readonly query: ComplianceQuery;
} & (
  | {
      readonly kind: 'attainment' | 'trend';
      readonly measures: readonly MeasureCompliance[];
      readonly grain: 'week' | 'month';
    }
  | { readonly kind: 'at-risk'; readonly page: AtRiskPage }
  | { readonly kind: 'providers'; readonly comparison: ProviderComparison }
);
