import type { ComponentType, ReactNode } from 'react';

interface Props {
  readonly Icon?: ComponentType<{ label: string }>;
  readonly title: string;
  readonly level?: 1 | 2 | 3;
  readonly children?: ReactNode;
  readonly action?: ReactNode;
  /** Said at once by screen readers: it came instead of what was asked for. */
  readonly alert?: boolean;
}

/** There is nothing here, why, and what to do about it. */
export function Blank({ Icon, title, level = 2, children, action, alert = false }: Props) {
  const Heading = `h${level}` as const;
  return (
    <section className="blank" role={alert ? 'alert' : undefined}>
      <Heading>
        {Icon && <Icon label="" />} {title}
      </Heading>
      {typeof children === 'string' ? <p>{children}</p> : children}
      {action}
    </section>
  );
}
