import ModalDialog, { ModalBody, ModalHeader, ModalTitle } from '@atlaskit/modal-dialog';
import type { ComplianceChoices } from '../../src/contract/compliance';
import { usePlace } from '../ui/place-context';
import { sayDays } from '../ui/say-day';
import { ExportButton } from './export-button';
import type { Question } from './question';
import { TicketList, ticketsOf } from './ticket-list';
import { isOfOneMeasure } from './ticket-table';
import { ticketsCsv } from './tickets-csv';

interface Props {
  readonly choices: ComplianceChoices;
  readonly question: Question;
  readonly onClose: () => void;
}

/** The tickets behind a number, over the page. */
export function DrillDialog({ choices, question: { title, query, drill }, onClose }: Props) {
  const { locale } = usePlace();
  return (
    <ModalDialog onClose={onClose} shouldScrollInViewport={false} width="x-large">
      <ModalHeader hasCloseButton>
        <ModalTitle>{title}</ModalTitle>
      </ModalHeader>
      <ModalBody>
        <div className="drill">
          <div className="drill-head">
            <p className="subtle">{sayDays(query.from, query.to, locale)}</p>
            <ExportButton
              fileName={`tickets-${choices.projectKey.toLowerCase()}-${query.from}-${query.to}.csv`}
              ask={ticketsOf(query, drill)}
              toCsv={ticketsCsv}
            />
          </div>
          <TicketList
            query={query}
            drill={drill}
            label={title}
            ofOneMeasure={isOfOneMeasure(choices, query)}
            none="No ticket is behind this number any more"
          />
        </div>
      </ModalBody>
    </ModalDialog>
  );
}
