import { useId, type ReactNode } from 'react';
import { useProblems } from './editor-context';
import { isError, type Problem } from './problems';

/** What a control of a field needs to be found, named and explained. */
export interface ControlProps {
  readonly id: string;
  readonly 'data-path': string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
}

interface Props {
  readonly path: string;
  readonly label: string;
  /** The label is in the table's head already: say it only. */
  /** Said after the label, where several fields have the same one: ", goal Urgent". */
  readonly of?: string;
  readonly labelHidden?: boolean;
  readonly hint?: ReactNode;
  readonly optional?: boolean;
  /** Shows problems of parts that have no field of their own, too. */
  readonly within?: boolean;
  readonly children: (control: ControlProps) => ReactNode;
}

/** A control with its label, its hint and what the linter says about it. */
export function Field({
  path,
  label,
  of,
  labelHidden = false,
  hint,
  optional = false,
  within = false,
  children,
}: Props) {
  const id = useId();
  const problems = useProblems(path, within);
  const described = [hint !== undefined && `${id}-hint`, problems.length > 0 && `${id}-problems`].filter(
    (part) => part !== false,
  );
  return (
    <div className="edit-field">
      <label htmlFor={id} className={labelHidden ? 'visually-hidden' : 'field-label'}>
        {label}
        {of !== undefined && <span className="visually-hidden">{of}</span>}
        {optional && !labelHidden && <span className="subtle"> (optional)</span>}
      </label>
      {children({
        id,
        'data-path': path,
        'aria-describedby': described.length > 0 ? described.join(' ') : undefined,
        'aria-invalid': problems.some(isError) ? true : undefined,
      })}
      {hint !== undefined && (
        <div id={`${id}-hint`} className="edit-hint">
          {hint}
        </div>
      )}
      <ProblemLines id={`${id}-problems`} problems={problems} />
    </div>
  );
}

/** Problems where they are: what is wrong and what to do. */
export function ProblemLines({
  id,
  problems,
}: {
  readonly id?: string;
  readonly problems: readonly Problem[];
}) {
  if (problems.length === 0) return null;
  return (
    <ul id={id} className="problem-lines">
      {problems.map((problem, index) => (
        <li key={index} className={isError(problem) ? 'tone-danger' : 'tone-warning'}>
          <strong>{isError(problem) ? 'Error: ' : 'Warning: '}</strong>
          {sentence(problem.message)} {problem.remedy}
        </li>
      ))}
    </ul>
  );
}

/** Problems of a path that has no control. */
export function ProblemsAt({ path }: { readonly path: string }) {
  return <ProblemLines problems={useProblems(path)} />;
}

/** Text as a sentence; one that ends within a quotation has ended. */
export const sentence = (text: string): string => (/[.!?][”"]?$/.test(text) ? text : `${text}.`);
