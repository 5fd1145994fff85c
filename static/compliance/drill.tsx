import {
  createContext,
  useContext,
  useEffect,
  useMemo,
  useState,
  type ComponentType,
  type ReactNode,
} from 'react';
import type { ComplianceChoices } from '../../src/contract/compliance';
import { flag } from '../ui/flag';
import { listedBy } from './listed-by';
import { useNavigation } from './navigation';
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

/** Numbers inside lead to their tickets, which open over the page; so does an address that names a list. */
export function DrillProvider({ choices, children }: Props) {
  const { address, navigate } = useNavigation();
  const [asked, setAsked] = useState<Question | null>(null);
  const listed = useMemo(() => listedBy(choices, address), [choices, address]);
  const question = asked ?? listed;
  // Loaded when the first list is opened: most people only read the page.
  const [Shown, setShown] = useState<Dialog | null>(null);
  useEffect(() => {
    if (question === null || Shown !== null) return;
    import('./drill-dialog').then(
      ({ DrillDialog }) => setShown(() => DrillDialog),
      () => {
        setAsked(null);
        flag('The tickets could not be opened', {
          type: 'error',
          description: 'The page may have been updated meanwhile. Load it anew.',
        });
      },
    );
  }, [question, Shown]);
  const close = () => (asked === null ? navigate({}) : setAsked(null));
  return (
    <DrillContext.Provider value={setAsked}>
      {children}
      {question && Shown && <Shown choices={choices} question={question} onClose={close} />}
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
