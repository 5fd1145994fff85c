import type { GadgetConfiguration, GadgetKind, GadgetView } from '../../../src/contract/gadget';
import type { GalleryScript } from '../../gallery/gallery-bridge';
import type { GalleryScreen } from '../../gallery/gallery-server';
import {
  atRisk,
  attainment,
  choices,
  hiddenClocks,
  noAgreement,
  noClock,
  nothingCounted,
  providers,
  trend,
  withoutGoal,
} from './sample-views';

const gadget = (kind: GadgetKind, gadgetConfiguration: GadgetConfiguration, extra: object = {}) => ({
  moduleKey: `gadget-${kind}`,
  extension: { gadgetConfiguration, dashboard: { id: '10000' }, gadget: { id: '7' }, ...extra },
});

const showing = (value: GadgetView): GalleryScript => ({
  context: gadget(value.kind, { projectId: '10000', measureId: 'time-to-resolution', refresh: 15 }),
  answers: { readGadget: { ok: true, value } },
});

const kept: GadgetConfiguration = {
  projectId: '10000',
  agreementId: 'acme-it-support',
  measureId: 'time-to-resolution',
  period: '90d',
  grain: 'month',
  refresh: 30,
};
const offered = { readGadgetChoices: { ok: true, value: choices } } as const;
const editing = (kind: GadgetKind, configuration: GadgetConfiguration): GalleryScript => ({
  context: gadget(kind, configuration, { entryPoint: 'edit' }),
  answers: offered,
});

/** Gadgets and widgets of every kind, in each of their states. */
export const gadgetGallery: GalleryScreen = {
  screen: 'gadget',
  samples: {
    attainment: showing(attainment),
    trend: showing(trend),
    'at-risk': showing(atRisk),
    providers: showing(providers),
    widget: {
      context: {
        moduleKey: 'widget-attainment',
        extension: { config: kept, context: { dashboardId: '1', widgetId: '8' } },
      },
      answers: { readGadget: { ok: true, value: attainment } },
    },
    'not-set-up': { context: gadget('attainment', {}), answers: {} },
    'no-agreement': showing(noAgreement),
    'nothing-counted': showing(nothingCounted),
    'no-goal': showing(withoutGoal),
    'no-clock': showing(noClock),
    'hidden-clocks': showing(hiddenClocks),
    'not-shared': {
      context: gadget('trend', kept),
      answers: {
        readGadget: {
          ok: false,
          code: 'not-found',
          message: 'There is no such project, or you may not see it.',
        },
      },
    },
    'no-such-kind': { context: { moduleKey: 'gadget-of-tomorrow', extension: {} }, answers: {} },
    'edit-new': editing('trend', {}),
    'edit-kept': editing('trend', kept),
    'edit-at-risk': editing('at-risk', kept),
    'edit-providers': editing('providers', { measureId: 'time-to-resolution' }),
    'edit-nothing': {
      context: gadget('trend', {}, { entryPoint: 'edit' }),
      answers: { readGadgetChoices: { ok: true, value: { projects: [], comparable: [] } } },
    },
    'edit-widget': {
      context: {
        moduleKey: 'widget-attainment',
        extension: { context: { dashboardId: '1', widgetId: '8' }, entryPoint: 'edit' },
      },
      answers: offered,
    },
  },
};
