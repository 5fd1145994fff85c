import { useId, type ReactNode } from 'react';

interface Props {
  readonly title: string;
  readonly beside?: ReactNode;
  /** 3 within a part that has a title itself. */
  readonly level?: 2 | 3;
  readonly children: ReactNode;
}

/** A part of a page under its title. */
export function Section({ title, beside, level = 2, children }: Props) {
  const id = useId();
  const Heading = `h${level}` as const;
  return (
    <section className="report-section" aria-labelledby={id}>
      <div className="row">
        <Heading id={id}>{title}</Heading>
        {beside}
      </div>
      {children}
    </section>
  );
}
