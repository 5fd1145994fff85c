/** The agreement document as people write it; the shape is defined once, in src/agreement/document.ts. */
export type {
  AgreementDocument,
  AgreementDraft,
  CalendarDocument,
  ConsequencesDocument,
  ExclusionDocument,
  MeasureDocument,
} from '../agreement/document';
