import ModalDialog, { ModalBody, ModalHeader, ModalTitle } from '@atlaskit/modal-dialog';
import type { ComplianceChoices } from '../../src/contract/compliance';
import { usePlace } from '../ui/place-context';
import { sayDays } from '../ui/say-day';
import { ExportButton } from './export-button';
import type { Question } from './question';
import { ResolvedList, resolvedOf } from './resolved-list';
import { TicketList, ticketsOf } from './ticket-list';
import { isOfOneMeasure } from './ticket-table';
import { resolvedCsv, ticketsCsv } from './tickets-csv';

interface Props {
  readonly choices: ComplianceChoices;
  readonly question: Question;
  readonly onClose: () => void;
}

const NONE = 'No ticket is behind this number any more';

/** The tickets behind a number, over the page. */
export function DrillDialog({ choices, question, onClose }: Props) {
  const { title, query } = question;
  const { locale } = usePlace();
  const fileName = `tickets-${choices.projectKey.toLowerCase()}-${query.from}-${query.to}.csv`;
  return (
    <ModalDialog onClose={onClose} shouldScrollInViewport={false} width="x-large">
      <ModalHeader hasCloseButton>
        <ModalTitle>{title}</ModalTitle>
      </ModalHeader>
      <ModalBody>
        <div className="drill">
          <div className="drill-head">
            <p className="subtle">{sayDays(query.from, query.to, locale)}</p>
            {'resolved' in question ? (
              <ExportButton
                fileName={fileName}
                ask={resolvedOf(query, question.resolved)}
                toCsv={resolvedCsv}
              />
            ) : (
              <ExportButton fileName={fileName} ask={ticketsOf(query, question.drill)} toCsv={ticketsCsv} />
            )}
          </div>
          {'resolved' in question ? (
            <ResolvedList query={query} of={question.resolved} label={title} none={NONE} />
          ) : (
            <TicketList
              query={query}
              drill={question.drill}
              label={title}
              ofOneMeasure={isOfOneMeasure(choices, query)}
              none={NONE}
            />
          )}
        </div>
      </ModalBody>
    </ModalDialog>
  );
}
