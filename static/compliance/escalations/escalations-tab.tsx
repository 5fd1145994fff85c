import type { EscalationFiring, EscalationPage } from '../../../src/contract/escalation';
import { Blank } from '../../ui/blank';
import { call } from '../../ui/call';
import { Loading } from '../../ui/loading';
import { Refused } from '../../ui/refused';
import { ExportButton } from '../export-button';
import { ListFoot } from '../list-foot';
import { figureRefusal } from '../refusal-words';
import { TabBar } from '../tab-bar';
import type { TabProps } from '../tab-props';
import { usePages, type AskPage } from '../use-pages';
import { EscalationTable } from './escalation-table';
import { escalationsCsv } from './escalations-csv';

const ask: AskPage<EscalationFiring, EscalationPage> = (after) =>
  call('listEscalations', after === undefined ? {} : { after });

/** What was done by itself when time ran out, newest first. */
export function EscalationsTab({ choices }: TabProps) {
  const pages = usePages('escalations', ask);
  const { first, state, failure, rows, hidden, hasMore, again } = pages;
  return (
    <>
      <TabBar asOf={choices.asOf} onRefresh={again}>
        <ExportButton
          fileName={`escalations-${choices.projectKey.toLowerCase()}.csv`}
          ask={ask}
          toCsv={(list) => escalationsCsv(list, choices.agreements)}
        />
      </TabBar>
      <p className="under-title subtle">
        What the agreements have done by itself, once for each cycle, on tickets you may see. The filters do
        not apply.
      </p>
      {state === 'loading' && <Loading label="Loading escalations" pieces={4} />}
      {state === 'refused' && failure && <Refused failure={failure} words={figureRefusal} onAgain={again} />}
      {first &&
        (rows.length === 0 && !hasMore ? (
          <Blank title={hidden > 0 ? 'Nothing you may see' : 'Nothing has been escalated yet'}>
            {hidden > 0
              ? `Jira does not show you the ${hidden} tickets.`
              : 'Escalations are written under Consequences in an agreement.'}
          </Blank>
        ) : (
          <>
            <EscalationTable rows={rows} asOf={choices.asOf} />
            <ListFoot pages={pages} one="escalation" />
          </>
        ))}
    </>
  );
}
