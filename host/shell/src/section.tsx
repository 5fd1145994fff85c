import Heading from '@atlaskit/heading';
import type { ReactNode } from 'react';

/** A part of a page under its own heading. */
export function Section({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section aria-labelledby={id}>
      <Heading size="small" as="h2" id={id}>
        {title}
      </Heading>
      {children}
    </section>
  );
}
