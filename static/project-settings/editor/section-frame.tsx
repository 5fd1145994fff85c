import type { ReactNode } from 'react';
import { ProblemsAt } from './field';
import { SECTIONS, type SectionId } from './sections';

interface Props {
  readonly id: SectionId;
  /** What this part of an agreement is for, in a sentence or two. */
  readonly about: ReactNode;
  readonly children: ReactNode;
}

/** One part of the agreement. */
export function SectionFrame({ id, about, children }: Props) {
  const section = SECTIONS.find((each) => each.id === id);
  return (
    <section aria-labelledby={`section-${id}`} className="editor-section">
      <h2 id={`section-${id}`} tabIndex={-1} data-path={id}>
        {section?.title}
      </h2>
      <p className="subtle about">{about}</p>
      {section?.id !== 'basics' && section?.keys.map((key) => <ProblemsAt key={key} path={key} />)}
      {children}
    </section>
  );
}
