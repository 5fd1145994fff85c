import type { IssuePanelView, PublishedAgreement, Result } from '../contract';
import type {
  AgreementList,
  AgreementView,
  AuditPage,
  AuditVerdict,
  ExportedAgreement,
  ProjectSettings,
  ProposalView,
} from './agreement';
import type {
  AtRiskPage,
  ComplianceChoices,
  ComplianceQuery,
  ComplianceView,
  Drill,
  ResolvedKind,
  ResolvedPage,
  MeasureReport,
  RollupCheck,
  TicketPage,
} from './compliance';
import type { CalendarDocument } from './document';
import type {
  AgreementSource,
  CalendarTrial,
  CreationChoices,
  DraftCheck,
  DraftContent,
  DraftView,
  MeasureQuality,
  PersonFact,
  ProjectFacts,
  TicketCount,
} from './draft';
import type {
  ExclusionPreview,
  ExclusionProposal,
  ExclusionView,
  IncidentDeclaration,
  IncidentView,
} from './exclusion';
import type { EscalationPage } from './escalation';
import type { GadgetChoices, GadgetConfiguration, GadgetKind, GadgetView } from './gadget';
import type { CreditsView, ProviderComparison } from './money';
import type { PortalAgreements, PortalAgreementView, PortalRequestView } from './portal';
import type { ReportNote, ReportReproduction, ServiceReportList, ServiceReportView } from './service-report';
import type { WhatIfChangePage, WhatIfDirection, WhatIfTicket, WhatIfView } from './what-if';

/**
 * Resolver functions by screen: payload in, result out. The project and the issue are taken from the context
 * of the module, or named in the payload where a screen spans projects; either way they come from the browser
 * and are checked with Jira as the caller before anything is read or written.
 */

/** Signing and exclusions: on every screen on which a representative can be. */
export interface SigningDefinitions {
  /** Signs for the side whose representative the caller is. `hash` is of the text the caller has seen. */
  signAgreement: (payload: AgreementRef & { hash: string }) => Result<ProposalView>;
  declineAgreement: (payload: AgreementRef & { hash: string; reason: string }) => Result<ProposalView>;
  proposeExclusion: (payload: { projectId?: string; proposal: ExclusionProposal }) => Result<ExclusionView>;
  /** Replays tickets with it; at most some seconds' worth. Not for customers of the portal: see `tickets`. */
  previewExclusion: (payload: {
    projectId?: string;
    proposal: ExclusionProposal;
  }) => Result<ExclusionPreview>;
  decideExclusion: (payload: {
    projectId?: string;
    exclusionId: string;
    hash: string;
    decision: 'agree' | 'decline' | 'withdraw';
    /** Needed to decline and withdraw. */
    reason?: string;
  }) => Result<ExclusionView>;
}

export interface AgreementRef {
  projectId?: string;
  agreementId: string;
}

/** The panel on a ticket, for people who work in Jira. */
export interface PanelDefinitions extends SigningDefinitions {
  /** One invoke draws the whole panel. The issue is taken from the context, checked as the caller. */
  readIssuePanel: (payload: undefined) => Result<IssuePanelView>;
  /** Installs the starter agreement into the project of the context; project admins only. */
  installStarterAgreement: (payload: { projectId?: string } | undefined) => Result<PublishedAgreement>;
  /** Declares the issue of the context a major incident with a window, or changes that. Agents and admins. */
  declareIncident: (payload: IncidentDeclaration) => Result<IncidentView>;
  revokeIncident: (payload: { rowVersion: number }) => Result<null>;
}

/** Reading agreements: project settings and the project page, for all who may browse the project in Jira. */
export interface ReadingDefinitions extends SigningDefinitions {
  listAgreements: (payload: undefined) => Result<AgreementList>;
  /** `version` absent: the open proposal, else what is in force. */
  readAgreement: (payload: { agreementId: string; version?: number }) => Result<AgreementView>;
  /** A published version as it was signed. */
  exportAgreement: (payload: { agreementId: string; version: number }) => Result<ExportedAgreement>;
  /** The same, as HTML ready to print. `version` absent: the open proposal, else what is in force. */
  printAgreement: (payload: { agreementId: string; version?: number }) => Result<ExportedAgreement>;
  listExclusions: (payload: { agreementId?: string } | undefined) => Result<readonly ExclusionView[]>;
}

/** The settings page; project admins only. */
export interface SettingsDefinitions extends ReadingDefinitions {
  readCreationChoices: (payload: undefined) => Result<CreationChoices>;
  createAgreement: (payload: { source: AgreementSource }) => Result<DraftView>;
  /** Makes a draft from the newest version when there is none yet. */
  readDraft: (payload: { agreementId: string }) => Result<DraftView>;
  /** `conflict` when somebody saved after `revision` was read: nothing is overwritten. */
  saveDraft: (payload: { agreementId: string; revision: number; content: DraftContent }) => Result<DraftView>;
  deleteDraft: (payload: { agreementId: string; revision: number }) => Result<null>;
  exportDraft: (payload: { agreementId: string }) => Result<ExportedAgreement>;
  /** Looks at a text without saving it. */
  checkDraft: (payload: { agreementId: string; content: DraftContent }) => Result<DraftCheck>;
  measureQuality: (payload: { agreementId: string; content: DraftContent }) => Result<MeasureQuality>;
  readProjectFacts: (payload: undefined) => Result<ProjectFacts>;
  findPeople: (payload: { query: string }) => Result<readonly PersonFact[]>;
  countTickets: (payload: { jql: string }) => Result<TicketCount>;
  /** `start`: local date and time in the calendar's zone, `2026-12-24T15:30`; `within`: `8h`. */
  tryCalendar: (payload: {
    calendar: CalendarDocument;
    start: string;
    within: string;
  }) => Result<CalendarTrial>;
  /** Freezes the draft as the next version. `effectiveFrom` replaces the date in the document. */
  proposeAgreement: (payload: {
    agreementId: string;
    revision: number;
    effectiveFrom?: string;
    note?: string;
  }) => Result<ProposalView>;
  withdrawProposal: (payload: { agreementId: string; hash: string }) => Result<ProposalView>;
  /** Proposes a former version anew in one step; in force at once where the provider alone approves. */
  restoreVersion: (payload: {
    agreementId: string;
    version: number;
    effectiveFrom: string;
  }) => Result<ProposalView>;
  /** Proposes that the agreement ends. `from`: a date or an instant. */
  retireAgreement: (payload: { agreementId: string; from: string }) => Result<ProposalView>;
  readSettings: (payload: undefined) => Result<ProjectSettings>;
  saveSettings: (payload: { settings: ProjectSettings }) => Result<ProjectSettings>;
  readAudit: (payload: { before?: number } | undefined) => Result<AuditPage>;
  verifyAudit: (payload: undefined) => Result<AuditVerdict>;
  /** Of the saved draft. `conflict` while another one runs in the project. */
  startWhatIf: (payload: { agreementId: string; days?: number }) => Result<WhatIfView>;
  /** The last one of the project; null = there was none. */
  readWhatIf: (payload: undefined) => Result<WhatIfView | null>;
  cancelWhatIf: (payload: { runId: string }) => Result<WhatIfView>;
  readWhatIfChanges: (payload: {
    runId: string;
    direction?: WhatIfDirection;
    after?: string;
  }) => Result<WhatIfChangePage>;
  readWhatIfTicket: (payload: { runId: string; issueId: string }) => Result<WhatIfTicket>;
}

/** The portal: customers, their own requests and the agreements of their organizations. */
export interface PortalDefinitions extends Omit<SigningDefinitions, 'previewExclusion'> {
  /** The request is taken from the context. */
  readPortalRequest: (payload: undefined) => Result<PortalRequestView>;
  readMyAgreements: (payload: undefined) => Result<PortalAgreements>;
  /** `version` absent: the open proposal, else what is in force. */
  readPortalAgreement: (payload: {
    projectId: string;
    agreementId: string;
    version?: number;
  }) => Result<PortalAgreementView>;
}

/** Names a service report; `projectId` only where a screen spans projects. */
export interface ReportRef extends AgreementRef {
  periodStart: number;
}

/** Reading and signing service reports: on the compliance page and in the portal. */
export interface ServiceReportDefinitions {
  listReports: (payload: undefined) => Result<ServiceReportList>;
  readReport: (payload: ReportRef) => Result<ServiceReportView>;
  /** As HTML ready to print: the same bytes every time until notes or signatures change. */
  printReport: (payload: ReportRef) => Result<ExportedAgreement>;
  signReport: (payload: ReportRef & { hash: string }) => Result<ServiceReportView>;
  writeReportNote: (
    payload: ReportRef & {
      noteId?: string;
      rowVersion?: number;
      kind: ReportNote['kind'];
      text: string;
      owner?: string;
      dueAt?: number | null;
      done?: boolean;
    },
  ) => Result<ServiceReportView>;
}

/** The compliance page; for all who may browse the project in Jira. */
export interface ComplianceDefinitions extends ServiceReportDefinitions {
  readComplianceChoices: (payload: undefined) => Result<ComplianceChoices>;
  readCompliance: (payload: { query: ComplianceQuery; grain: 'week' | 'month' }) => Result<ComplianceView>;
  readMeasureReport: (payload: { query: ComplianceQuery; grain: 'week' | 'month' }) => Result<MeasureReport>;
  /** 50 a page, latest verdict first. */
  listTickets: (payload: { query: ComplianceQuery; drill: Drill; after?: string }) => Result<TicketPage>;
  /** 50 a page, last resolved first. */
  listResolved: (payload: {
    query: ComplianceQuery;
    of: ResolvedKind;
    after?: string;
  }) => Result<ResolvedPage>;
  /** 50 a page. Period filters do not apply: it is about now. */
  listAtRisk: (payload: { query: ComplianceQuery; after?: string }) => Result<AtRiskPage>;
  /** 50 a page, newest first. */
  listEscalations: (payload: { after?: string } | undefined) => Result<EscalationPage>;
  readCredits: (payload: { agreementId: string }) => Result<CreditsView>;
  compareProviders: (payload: { measureId?: string; from: string; to: string }) => Result<ProviderComparison>;
  /** Drafts the report of a past period now. Administrators and the one who writes it. */
  draftReport: (payload: ReportRef) => Result<ServiceReportView>;
  /** Replays a frozen report; asks again until it is no longer `running`. */
  reproduceReport: (payload: ReportRef) => Result<ReportReproduction>;
  /** Compares roll-ups with the rows, some days at a time. Administrators only. */
  checkRollups: (payload: undefined) => Result<RollupCheck>;
  rebuildRollups: (payload: undefined) => Result<RollupCheck>;
}

/** Gadgets on dashboards. */
export interface GadgetDefinitions {
  readGadgetChoices: (payload: undefined) => Result<GadgetChoices>;
  readGadget: (payload: { kind: GadgetKind; configuration: GadgetConfiguration }) => Result<GadgetView>;
}

/** All of them, for the screens' one way to call. */
export type Definitions = PanelDefinitions &
  SettingsDefinitions &
  PortalDefinitions &
  ComplianceDefinitions &
  GadgetDefinitions;
