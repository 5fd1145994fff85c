import type { GalleryScript } from '../../gallery/gallery-bridge';
import type { GalleryScreen } from '../../gallery/gallery-server';
import * as reports from '../../gallery/sample-report';
import * as credits from './sample-credits';
import { escalations, noEscalations } from './sample-escalations';
import * as figures from './sample-figures';
import { comparison, nothingCompared } from './sample-providers';

const ok = <T>(value: T) => ({ ok: true, value }) as const;

const context = {
  extension: { type: 'jira:projectPage', project: { id: '10000', key: 'HELP', type: 'service_desk' } },
};

const answers: GalleryScript['answers'] = {
  readComplianceChoices: ok(figures.choices),
  readCompliance: ok(figures.view),
  readMeasureReport: ok(figures.report),
  listTickets: ok(figures.tickets),
  listResolved: ok(figures.resolved),
  listAtRisk: ok(figures.atRisk),
  listReports: ok(reports.reportList),
  readReport: ok(reports.reportView),
  readCredits: ok(credits.credits),
  listEscalations: ok(escalations),
  compareProviders: ok(comparison),
};

const script = (change: GalleryScript['answers'] = {}): GalleryScript => ({
  context,
  answers: { ...answers, ...change },
});

const MEASURE = '/measure?agreement=acme-it-support&measure=time-to-resolution';
const REPORT = `/reports/acme-it-support/${reports.delivered.start}`;
const refused = (code: 'failed' | 'forbidden' | 'not-found', message: string) =>
  ({ ok: false, code, message }) as const;

const empty = {
  readCompliance: ok(figures.emptyView),
  readMeasureReport: ok(figures.emptyReport),
  listTickets: ok({ asOf: figures.asOf, tickets: [], next: null, hidden: 0, jql: '' }),
  listAtRisk: ok({ asOf: figures.asOf, tickets: [], next: null, hidden: 0, jql: '' }),
};

/** What can be looked at: a sample and the address it is opened at. */
export const scenes: Readonly<Record<string, { readonly route: string; readonly script: GalleryScript }>> = {
  overview: { route: '/', script: script() },
  'overview-admin': {
    route: '/',
    script: script({
      readComplianceChoices: ok({ ...figures.choices, mayAdminister: true }),
      checkRollups: ok({
        days: 92,
        differences: [{ day: '2026-11-12', what: 'Time to resolution: 40 met, and the rows say 41' }],
        waiting: 1,
      }),
      rebuildRollups: ok({ days: 0, differences: [], waiting: 93 }),
    }),
  },
  months: { route: '/?by=month&from=2026-01-01&to=2026-11-26&priority=1', script: script() },
  measure: { route: MEASURE, script: script() },
  'at-risk': { route: '/at-risk', script: script() },
  breaches: { route: '/breaches', script: script() },
  exclusions: { route: '/exclusions', script: script() },
  credits: { route: '/credits', script: script() },
  'credits-shares': { route: '/credits', script: script({ readCredits: ok(credits.sharesOnly) }) },
  'credits-quiet': { route: '/credits', script: script({ readCredits: ok(credits.quiet) }) },
  'credits-many': {
    route: '/credits',
    script: script({ readCredits: ok({ ...credits.credits, onlyFirst: 5_000 }) }),
  },
  'credits-none': { route: '/credits?agreement=globex', script: script() },
  escalations: { route: '/escalations', script: script() },
  'escalations-none': { route: '/escalations', script: script({ listEscalations: ok(noEscalations) }) },
  providers: { route: '/providers', script: script() },
  'providers-admin': {
    route: '/providers',
    script: script({ readComplianceChoices: ok({ ...figures.choices, mayAdminister: true }) }),
  },
  'providers-none': {
    route: '/providers',
    script: script({ compareProviders: ok(nothingCompared) }),
  },
  resolved: {
    route: '/?from=2026-10-01&to=2026-10-31&agreement=acme-it-support&list=resolved',
    script: script(),
  },
  reports: { route: '/reports', script: script() },
  report: { route: REPORT, script: script() },
  'report-drafting': { route: REPORT, script: script({ readReport: ok(reports.draftingView) }) },
  'report-refused': { route: REPORT, script: script({ readReport: ok(reports.refusedView) }) },
  'report-proved': {
    route: REPORT,
    script: script({
      reproduceReport: ok({
        state: 'same',
        progress: 1,
        frozenHash: reports.delivered.hash,
        replayedHash: reports.delivered.hash,
        differences: [],
      }),
    }),
  },
  'report-untrue': {
    route: REPORT,
    script: script({
      reproduceReport: ok({
        state: 'different',
        progress: 1,
        frozenHash: reports.delivered.hash,
        replayedHash: '0'.repeat(64),
        differences: ['measures time-to-resolution, net, met: 181 in the report, 180 now.'],
      }),
    }),
  },
  'reports-none': {
    route: '/reports',
    script: script({
      listReports: ok({ ...reports.reportList, reports: [], timeliness: [], agreements: [] }),
    }),
  },
  'reports-failed': {
    route: '/reports',
    script: script({ listReports: refused('failed', 'The store did not answer in time.') }),
  },
  'no-goal': { route: '/', script: script({ readCompliance: ok(figures.withWaiting) }) },
  'measure-no-goal': {
    route: MEASURE,
    script: script({ readMeasureReport: ok({ ...figures.report, measure: figures.waiting }) }),
  },
  'overview-empty': { route: '/', script: script(empty) },
  'measure-empty': { route: MEASURE, script: script(empty) },
  'breaches-none': { route: '/breaches/saved', script: script(empty) },
  'breaches-hidden': {
    route: '/breaches',
    script: script({ listTickets: ok({ asOf: figures.asOf, tickets: [], next: null, hidden: 3, jql: '' }) }),
  },
  'at-risk-none': { route: '/at-risk', script: script(empty) },
  'no-agreement': {
    route: '/',
    script: script({ readComplianceChoices: ok({ ...figures.choices, agreements: [], firstDay: null }) }),
  },
  'no-agreement-admin': {
    route: '/',
    script: script({
      readComplianceChoices: ok({ ...figures.choices, agreements: [], firstDay: null, mayAdminister: true }),
    }),
  },
  'measure-unknown': { route: '/measure', script: script() },
  'which-agreement': { route: '/measure?measure=time-to-resolution', script: script() },
  lost: { route: '/nowhere', script: script() },
  loading: { route: '/', script: script({ readCompliance: 'never' }) },
  opening: { route: '/', script: script({ readComplianceChoices: 'never' }) },
  failed: {
    route: '/',
    script: script({ readCompliance: refused('failed', 'The store did not answer in time.') }),
  },
  forbidden: {
    route: '/',
    script: script({ readComplianceChoices: refused('forbidden', 'You may not browse this project.') }),
  },
};

export const complianceGallery: GalleryScreen = {
  screen: 'compliance',
  // The manifest's content permission.
  permissions: { content: { styles: ['unsafe-inline'] } },
  samples: Object.fromEntries(Object.entries(scenes).map(([name, { script: of }]) => [name, of])),
};
