import {
  createContext,
  useCallback,
  useContext,
  useRef,
  useState,
  type ComponentType,
  type ReactNode,
} from 'react';
import type { ComplianceChoices } from '../../src/contract/compliance';
import { flag } from '../ui/flag';
import type { Question } from './question';

type Dialog = ComponentType<{
  readonly choices: ComplianceChoices;
  readonly question: Question;
  readonly onClose: () => void;
}>;

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
  // Loaded when the first number is opened: most people only read the page.
  const dialog = useRef<Dialog | null>(null);
  const open = useCallback((asked: Question) => {
    void import('./drill-dialog').then(
      ({ DrillDialog }) => {
        dialog.current = DrillDialog;
        setQuestion(asked);
      },
      () =>
        flag('The tickets could not be opened', {
          type: 'error',
          description: 'The page may have been updated meanwhile. Load it anew.',
        }),
    );
  }, []);
  const Shown = dialog.current;
  return (
    <DrillContext.Provider value={open}>
      {children}
      {question && Shown && <Shown choices={choices} question={question} onClose={() => setQuestion(null)} />}
    </DrillContext.Provider>
  );
}

type NumberProps = Question & { readonly count: number };

/** A number that opens its tickets; nothing to open where there are none. */
export function DrillNumber({ count, ...question }: NumberProps) {
  const open = useDrill();
  const said = count.toLocaleString('en');
  if (count === 0) return <>{said}</>;
  return (
    <button type="button" className="figure-link" onClick={() => open(question)}>
      {said}
      <span className="visually-hidden"> tickets, {question.title}</span>
    </button>
  );
}
