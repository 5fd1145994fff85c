import type { Drill } from '../../src/contract/compliance';
import { Button } from '../ui/button';
import { ExportButton } from './export-button';
import { TabBar } from './tab-bar';
import type { TabProps } from './tab-props';
import { TicketList, ticketsOf } from './ticket-list';
import { isOfOneMeasure } from './ticket-table';
import { ticketsCsv } from './tickets-csv';

const LOOKS = [
  {
    name: 'net',
    file: 'breaches',
    text: 'Net',
    drill: { verdict: 'breached' },
    about: 'What counts as breached, with the agreed exclusions applied.',
    none: 'No breach in this period',
  },
  {
    name: 'gross',
    file: 'breaches-gross',
    text: 'Gross',
    drill: { verdict: 'breached', gross: true },
    about: 'What would count as breached if nothing had been excluded.',
    none: 'No breach in this period, exclusions or not',
  },
  {
    name: 'saved',
    file: 'saved-breaches',
    text: 'Saved by exclusions',
    drill: { verdict: 'saved' },
    about: 'Breached gross, but not net: an agreed exclusion made the difference.',
    none: 'No exclusion turned a breach in this period',
  },
] as const satisfies readonly {
  name: string;
  file: string;
  text: string;
  drill: Drill;
  about: string;
  none: string;
}[];

/** What was not kept, and why. */
export function BreachesTab({ choices, query, below, navigate }: TabProps) {
  const look = LOOKS.find(({ name }) => name === below[0]) ?? LOOKS[0];
  return (
    <>
      <TabBar period={{ choices, query }} asOf={null}>
        <ExportButton
          key={JSON.stringify([query, look.name])}
          fileName={`${look.file}-${choices.projectKey.toLowerCase()}-${query.from}-${query.to}.csv`}
          ask={ticketsOf(query, look.drill)}
          toCsv={ticketsCsv}
        />
      </TabBar>
      <div className="row no-print" role="group" aria-label="Breaches">
        {LOOKS.map(({ name, text }) => (
          <Button
            key={name}
            className="toggle"
            aria-pressed={name === look.name}
            onClick={() => navigate({ below: name === 'net' ? [] : [name] })}
          >
            {text}
          </Button>
        ))}
      </div>
      <p className="under-title subtle">{look.about}</p>
      <TicketList
        query={query}
        drill={look.drill}
        label={`Breaches, ${look.text.toLowerCase()}`}
        ofOneMeasure={isOfOneMeasure(choices, query)}
        none={look.none}
      />
    </>
  );
}
