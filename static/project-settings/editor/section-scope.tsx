import { useEffect, useState } from 'react';
import type { TicketCount } from '../../../src/contract/draft';
import { call } from '../../ui/call';
import { ConditionField } from './condition-field';
import { useValue } from './editor-context';
import { sentence } from './field';
import { SectionFrame } from './section-frame';

const COUNT_AFTER_MS = 600;

type Counted =
  | { readonly state: 'counting' }
  | { readonly state: 'counted'; readonly jql: string; readonly answer: TicketCount }
  | { readonly state: 'failed'; readonly message: string };

/** Which tickets the agreement is for. */
export function SectionScope() {
  const jql = useValue<string>('scope') ?? '';
  return (
    <SectionFrame
      id="scope"
      about="Which tickets of this project the agreement is for. Left empty: all of them."
    >
      <ConditionField
        path="scope"
        label="Tickets it is for (JQL)"
        none="All tickets of the project"
        lines={3}
        hint="No JQL? Pick the values from lists instead."
      />
      <ScopeCount jql={jql} />
    </SectionFrame>
  );
}

function ScopeCount({ jql }: { readonly jql: string }) {
  const [counted, setCounted] = useState<Counted>({ state: 'counting' });
  useEffect(() => {
    let current = true;
    setCounted({ state: 'counting' });
    const timer = setTimeout(() => {
      void call('countTickets', { jql }).then((answer) => {
        if (!current) return;
        setCounted(
          answer.ok
            ? { state: 'counted', jql, answer: answer.value }
            : { state: 'failed', message: answer.message },
        );
      });
    }, COUNT_AFTER_MS);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [jql]);
  return (
    <div role="status" className="count">
      <CountWords counted={counted} />
    </div>
  );
}

function CountWords({ counted }: { readonly counted: Counted }) {
  switch (counted.state) {
    case 'counting':
      return <p className="subtle">Counting tickets…</p>;
    case 'failed':
      return <p className="subtle">The tickets could not be counted: {counted.message}</p>;
    case 'counted': {
      const { count, faults } = counted.answer;
      if (count === null) return <JqlFaults jql={counted.jql} faults={faults} />;
      const words = count === 1 ? '1 ticket matches' : `${count.toLocaleString('en')} tickets match`;
      return (
        <p>
          <strong>{words}</strong> at present.{count === 0 ? ' Is this what you mean?' : ''}
        </p>
      );
    }
  }
}

/** The JQL with the place of each fault marked. */
function JqlFaults({ jql, faults }: { readonly jql: string; readonly faults: TicketCount['faults'] }) {
  return (
    <ul className="stack">
      {faults.map(({ start, end, message, remedy }, index) => (
        <li key={index}>
          <code className="jql-fault">
            {jql.slice(0, start)}
            <mark>{jql.slice(start, Math.max(end, start + 1)) || '␣'}</mark>
            {jql.slice(Math.max(end, start + 1))}
          </code>
          <p className="tone-danger problem-text">
            {sentence(message)} {remedy}
          </p>
        </li>
      ))}
    </ul>
  );
}
