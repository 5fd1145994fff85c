import { useId, type ReactNode } from 'react';

interface Props {
  readonly title: string;
  readonly beside?: ReactNode;
  readonly children: ReactNode;
}

/** A part of a page under its title. */
export function Section({ title, beside, children }: Props) {
  const id = useId();
  return (
    <section className="report-section" aria-labelledby={id}>
      <div className="row">
        <h2 id={id}>{title}</h2>
        {beside}
      </div>
      {children}
    </section>
  );
}
