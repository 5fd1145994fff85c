import { countWords, isError, type Problem } from './problems';

/** How many problems there are, as a small badge; nothing where there are none. */
export function ProblemCount({ problems }: { readonly problems: readonly Problem[] }) {
  if (problems.length === 0) return null;
  return (
    <span className={`badge ${problems.some(isError) ? 'tone-danger' : 'tone-warning'}`}>
      {countWords(problems)}
    </span>
  );
}
