import { memo } from 'react';
import { useEditor, useStore } from './editor-context';
import { isError, type Problem } from './problems';
import { SECTIONS, type SectionId } from './sections';

/** The parts of the agreement, each with the number of its problems. */
export const SectionNav = memo(function SectionNav() {
  const { view } = useEditor();
  const section = useStore(view, (state) => state.section);
  return (
    <nav className="section-nav" aria-label="Parts of the agreement">
      <ul>
        {SECTIONS.map(({ id, title }) => (
          <li key={id}>
            <button
              type="button"
              aria-current={section === id ? 'true' : undefined}
              onClick={() => view.set({ ...view.get(), section: id })}
            >
              <span>{title}</span>
              <SectionCount id={id} />
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
});

function SectionCount({ id }: { readonly id: SectionId }) {
  const { session } = useEditor();
  // One text, so that the nav is drawn again only when a number changes.
  const counts = useStore(session.check, ({ problems }) => {
    const keys: readonly string[] = SECTIONS.find((section) => section.id === id)?.keys ?? [];
    const own: Problem[] = keys.flatMap((key) => [...(problems.under.get(key) ?? [])]);
    if (id === 'basics') own.push(...(problems.at.get('') ?? []));
    const errors = own.filter(isError).length;
    return `${errors}/${own.length - errors}`;
  });
  const [errors = '0', warnings = '0'] = counts.split('/');
  return (
    <span className="nav-counts">
      {errors !== '0' && (
        <span className="count-mark tone-danger">
          {errors}
          <span className="visually-hidden">{errors === '1' ? ' error' : ' errors'}</span>
        </span>
      )}
      {warnings !== '0' && (
        <span className="count-mark tone-warning">
          {warnings}
          <span className="visually-hidden">{warnings === '1' ? ' warning' : ' warnings'}</span>
        </span>
      )}
    </span>
  );
}
