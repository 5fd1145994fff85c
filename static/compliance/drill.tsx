import { createContext, lazy, Suspense, useCallback, useContext, useState, type ReactNode } from 'react';
import type { ComplianceChoices } from '../../src/contract/compliance';
import type { Question } from './question';

/** Loaded when the first number is opened: most people only read the page. */
const DrillDialog = lazy(async () => ({ default: (await import('./drill-dialog')).DrillDialog }));

const DrillContext = createContext<((question: Question) => void) | null>(null);

/** Opens the list of the tickets behind a number. */
export function useDrill(): (question: Question) => void {
  const open = useContext(DrillContext);
  if (!open) throw new Error('There is no DrillProvider around this.');
  return open;
}

interface Props {
  readonly choices: ComplianceChoices;
  readonly children: ReactNode;
}

/** Numbers inside lead to their tickets, which open over the page. */
export function DrillProvider({ choices, children }: Props) {
  const [question, setQuestion] = useState<Question | null>(null);
  const open = useCallback((asked: Question) => setQuestion(asked), []);
  return (
    <DrillContext.Provider value={open}>
      {children}
      {question && (
        <Suspense fallback={null}>
          <DrillDialog choices={choices} question={question} onClose={() => setQuestion(null)} />
        </Suspense>
      )}
    </DrillContext.Provider>
  );
}

interface NumberProps extends Question {
  readonly count: number;
}

/** A number that opens its tickets; nothing to open where there are none. */
export function DrillNumber({ count, title, query, drill }: NumberProps) {
  const open = useDrill();
  const said = count.toLocaleString('en');
  if (count === 0) return <>{said}</>;
  return (
    <button type="button" className="figure-link" onClick={() => open({ title, query, drill })}>
      {said}
      <span className="visually-hidden"> tickets, {title}</span>
    </button>
  );
}
