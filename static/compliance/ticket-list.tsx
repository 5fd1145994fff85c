import type { ReactNode } from 'react';
import type { ComplianceQuery, Drill, TicketRow } from '../../src/contract/compliance';
import { Blank } from '../ui/blank';
import { call } from '../ui/call';
import { Loading } from '../ui/loading';
import { Refused, type RefusalWords } from '../ui/refused';
import { ListFoot } from './list-foot';
import { TicketTable } from './ticket-table';
import { usePages, type AskPage, type Pages } from './use-pages';

const refusal: RefusalWords = {
  notFound: { title: 'Project not found', text: 'It was deleted, or you may no longer see it.' },
  forbidden: { title: 'You can’t see these tickets', text: 'Ask a project admin for access.' },
  failed: 'The tickets could not be loaded',
};

/** Asks for the tickets behind a number. */
export const ticketsOf =
  (query: ComplianceQuery, drill: Drill): AskPage<TicketRow> =>
  (after) =>
    call('listTickets', after === undefined ? { query, drill } : { query, drill, after });

interface Props {
  readonly query: ComplianceQuery;
  readonly drill: Drill;
  readonly label: string;
  readonly ofOneMeasure: boolean;
  /** Said when there is none. */
  readonly none: string;
}

/** The tickets behind a number, latest verdict first. */
export function TicketList({ query, drill, label, ofOneMeasure, none }: Props) {
  const pages = usePages(JSON.stringify([query, drill]), ticketsOf(query, drill));
  return (
    <ListOf pages={pages} one="verdict" none={none}>
      <TicketTable label={label} rows={pages.rows} ofOneMeasure={ofOneMeasure} />
    </ListOf>
  );
}

interface ListProps<T> {
  readonly pages: Pages<T>;
  readonly one: string;
  readonly none: string;
  /** The rows so far. */
  readonly children: ReactNode;
}

/** A list of tickets while it loads, where it is refused, where there are none, and its foot. */
export function ListOf<T>({ pages, one, none, children }: ListProps<T>) {
  const { state, failure, rows, hidden, hasMore } = pages;
  if (state === 'loading') return <Loading label="Loading tickets" />;
  if (state === 'refused' && failure)
    return <Refused failure={failure} words={refusal} onAgain={pages.again} />;
  if (rows.length === 0 && !hasMore)
    return hidden > 0 ? (
      <Blank title="Nothing you may see">
        {`Jira does not show you the ${hidden === 1 ? 'ticket' : `${hidden} tickets`} behind this number.`}
      </Blank>
    ) : (
      <Blank title={none} />
    );
  return (
    <>
      {rows.length > 0 && children}
      <ListFoot pages={pages} one={one} />
    </>
  );
}
