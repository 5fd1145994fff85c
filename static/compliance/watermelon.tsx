import WarningIcon from '@atlaskit/icon/core/warning';
import type { ComplianceQuery, WatermelonSign } from '../../src/contract/compliance';
import { useDrill } from './drill';
import type { Question } from './question';

interface Props {
  readonly signs: readonly WatermelonSign[];
  readonly query: ComplianceQuery;
}

/** Green outside, red inside: signs that customers are not served as well as the figures say. */
export function Watermelon({ signs, query }: Props) {
  const open = useDrill();
  if (signs.length === 0) return null;
  return (
    <section className="watermelon tone-warning" aria-labelledby="watermelon-title">
      <h2 id="watermelon-title">
        <WarningIcon label="" /> What customers may feel all the same
      </h2>
      <ul>
        {signs.map(({ kind, text }) => {
          const question = questionOf(kind, query);
          return (
            <li key={kind}>
              {text}{' '}
              <button type="button" className="figure-link no-print" onClick={() => open(question)}>
                {question.title}
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function questionOf(kind: WatermelonSign['kind'], query: ComplianceQuery): Question {
  switch (kind) {
    case 'reopened':
      return { title: 'Tickets reopened', query, resolved: 'reopened' };
    case 'satisfaction':
      return { title: 'Tickets rated', query, resolved: 'rated' };
    case 'customer-wait':
      return {
        title: 'Tickets with customers',
        query,
        drill: { holder: { kind: 'customer', id: '' } },
      };
  }
}
