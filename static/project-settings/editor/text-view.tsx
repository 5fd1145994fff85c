import { useEffect, useId, useRef, useState } from 'react';
import { parsePath } from './draft-path';
import { useEditor, useStore } from './editor-context';
import { sentence } from './field';
import { isError, type Problem } from './problems';
import { readLines } from './text-lines';

interface LineProblem {
  readonly line: number;
  readonly problem: Pick<Problem, 'severity' | 'message' | 'remedy' | 'counterExample'>;
}

/** The document as text, with what the linter says by line. */
export function TextView() {
  const { session } = useEditor();
  const text = useStore(session.draft, ({ content }) => (content.kind === 'text' ? content.text : ''));
  const lines = useLineProblems(text);
  const area = useRef<HTMLTextAreaElement>(null);
  const id = useId();
  const goToLine = (line: number): void => {
    const element = area.current;
    if (!element) return;
    const rows = text.split('\n');
    const start = rows.slice(0, line - 1).reduce((sum, row) => sum + row.length + 1, 0);
    element.focus();
    element.setSelectionRange(start, start + (rows[line - 1]?.length ?? 0));
    element.scrollTop = (line - 4) * 20;
  };
  return (
    <div className="text-view">
      <label className="field-label" htmlFor={id}>
        The agreement as text (YAML or JSON)
      </label>
      <textarea
        ref={area}
        id={id}
        className="input input-full input-mono"
        rows={32}
        spellCheck={false}
        value={text}
        aria-describedby={`${id}-lines`}
        aria-invalid={lines.some(({ problem }) => problem.severity === 'error') || undefined}
        onChange={({ target }) => session.send({ type: 'text-edited', text: target.value })}
      />
      <div id={`${id}-lines`}>
        {lines.length === 0 ? (
          <p className="subtle">Nothing to mend in the text.</p>
        ) : (
          <ul className="stack">
            {lines.map(({ line, problem }, index) => (
              <li key={index} className={isError(problem as Problem) ? 'tone-danger' : 'tone-warning'}>
                <button type="button" className="line-link" onClick={() => goToLine(line)}>
                  Line {line}
                </button>{' '}
                {sentence(problem.message)} {problem.remedy}
                {problem.counterExample !== null && (
                  <span className="example"> For example: {problem.counterExample}</span>
                )}
              </li>
            ))}
          </ul>
        )}
      </div>
    </div>
  );
}

/** Problems by line: mistakes of the text itself at once, the linter's as they come. */
function useLineProblems(text: string): readonly LineProblem[] {
  const { session } = useEditor();
  const problems = useStore(session.check, (state) => state.problems.all);
  const [lines, setLines] = useState<readonly LineProblem[]>([]);
  useEffect(() => {
    let current = true;
    const timer = setTimeout(() => {
      void readLines(text).then(({ lineOf, mistakes }) => {
        if (!current) return;
        const found: LineProblem[] =
          mistakes.length > 0
            ? mistakes.map(({ line, message }) => ({
                line,
                problem: { severity: 'error', message, remedy: '', counterExample: null },
              }))
            : problems.map((problem) => ({ line: lineOf(parsePath(problem.path)), problem }));
        setLines(found.slice(0, 100));
      });
    }, 300);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [text, problems]);
  return lines;
}
