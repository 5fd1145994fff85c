import type { GadgetConfiguration, GadgetKind } from '../../src/contract/gadget';

/** Where this frame stands: what it shows, whether it is edited, and what is kept for it. */
export interface GadgetContext {
  readonly kind: GadgetKind;
  /** A gadget saves itself; of a widget the dashboard saves what the app says. */
  readonly host: 'gadget' | 'widget';
  readonly editing: boolean;
  /** null = it was never configured. */
  readonly configuration: GadgetConfiguration | null;
  /** Of a gadget: whose refresh is meant. */
  readonly gadgetId: string | null;
}

const KINDS: readonly GadgetKind[] = ['attainment', 'at-risk', 'trend', 'providers'];
const PERIODS = ['7d', '30d', '90d', '365d', 'this-month', 'last-month', 'this-quarter'] as const;

/**
 * Reads the context of a `jira:dashboardGadget` or a `dashboards:widget`; null for another module. The kept
 * configuration may be old or forged: what it says wrongly is left out.
 */
export function gadgetContext(context: unknown): GadgetContext | null {
  const { moduleKey, extension } = objectOf(context);
  const name = /^(gadget|widget)-(.+)$/.exec(String(moduleKey));
  const kind = KINDS.find((one) => one === name?.[2]);
  if (!name || !kind) return null;
  const { entryPoint, gadgetConfiguration, config, gadget } = objectOf(extension);
  const host = name[1] === 'widget' ? 'widget' : 'gadget';
  const kept = objectOf(host === 'widget' ? config : gadgetConfiguration);
  const { id } = objectOf(gadget);
  return {
    kind,
    host,
    editing: entryPoint === 'edit',
    configuration: Object.keys(kept).length === 0 ? null : configurationOf(kept),
    gadgetId: id === undefined ? null : String(id),
  };
}

function configurationOf(kept: Readonly<Record<string, unknown>>): GadgetConfiguration {
  const { period, grain, refresh } = kept;
  const named = (['projectId', 'agreementId', 'measureId'] as const).flatMap((key) => {
    const value = kept[key];
    return typeof value === 'string' && value !== '' ? [[key, value] as const] : [];
  });
  const known = PERIODS.find((one) => one === period);
  return {
    ...Object.fromEntries(named),
    ...(known ? { period: known } : {}),
    ...(grain === 'week' || grain === 'month' ? { grain } : {}),
    ...(typeof refresh === 'number' && Number.isInteger(refresh) && refresh > 0 ? { refresh } : {}),
  };
}

function objectOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
