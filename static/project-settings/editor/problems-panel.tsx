import { Button } from '../../ui/button';
import { goTo, useEditor, useStore } from './editor-context';
import { sentence } from './field';
import { countWords, isError, type Problem } from './problems';
import { SECTIONS, sectionOf } from './sections';

/** More than this is not read; the first ones are mended first. */
const MOST_SHOWN = 100;

/** Everything the linter has to say, errors first; each line leads to its field. */
export function ProblemsPanel() {
  const { session } = useEditor();
  const { problems, checking, failure } = useStore(session.check, (state) => state);
  return (
    <section aria-labelledby="problems-heading" className="all-problems" id="problems">
      <h2 id="problems-heading" tabIndex={-1}>
        Problems
      </h2>
      <p role="status" className="subtle">
        {failure !== null
          ? `The agreement could not be checked: ${failure}`
          : checking
            ? 'Checking…'
            : problems.all.length === 0
              ? 'No problems found: it can be proposed.'
              : `${countWords(problems.all)}. ${problems.all.some(isError) ? 'Errors must be mended before it can be proposed.' : 'It can be proposed all the same.'}`}
      </p>
      <ul className="stack">
        {problems.all.slice(0, MOST_SHOWN).map((problem, index) => (
          <ProblemCard key={index} problem={problem} />
        ))}
      </ul>
      {problems.all.length > MOST_SHOWN && (
        <p className="subtle">and {problems.all.length - MOST_SHOWN} more.</p>
      )}
    </section>
  );
}

function ProblemCard({ problem }: { readonly problem: Problem }) {
  const { view } = useEditor();
  const section = SECTIONS.find(({ id }) => id === sectionOf(problem.path));
  return (
    <li className={`problem ${isError(problem) ? 'tone-danger' : 'tone-warning'}`}>
      <p>
        <strong>{isError(problem) ? 'Error' : 'Warning'}</strong>
        <span className="subtle">
          {' '}
          in {section?.title}
          {problem.path !== '' && ` (${problem.path})`}
        </span>
      </p>
      <p>{sentence(problem.message)}</p>
      <p className="subtle">{problem.remedy}</p>
      {problem.counterExample !== null && <p className="example">For example: {problem.counterExample}</p>}
      <Button look="subtle" onClick={() => goTo(view, problem.path)}>
        Go to the field<span className="visually-hidden">: {problem.message}</span>
      </Button>
    </li>
  );
}
