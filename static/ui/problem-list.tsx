import type { Failure } from '../../src/contract';
import { Notice } from './notice';

/** Why an action was refused, with every fault by its path and what to do about it. */
export function ProblemList({ failure, lead }: { readonly failure: Failure; readonly lead: string }) {
  const faults = failure.faults ?? [];
  return (
    <div className="problems" role="alert">
      <Notice tone="danger">
        {lead} {failure.message}
      </Notice>
      {faults.length > 0 && (
        <ul>
          {faults.map(({ path, message, remedy }, i) => (
            <li key={i}>
              <code dir="auto">{path === '' ? 'The whole document' : path}</code>
              <span dir="auto">{message}</span>
              {remedy && (
                <span className="subtle" dir="auto">
                  {remedy}
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
