import Heading from '@atlaskit/heading';
import type { ComponentProps } from 'react';
import { ModuleFrame } from './module-frame';

/** A module among other parts of a page, under its title. */
export function ModuleSection(props: ComponentProps<typeof ModuleFrame>) {
  const { moduleKey, title, icon } = props.module;
  return (
    <section className="panel" aria-labelledby={`module-${moduleKey}`}>
      <div className="panel-head" id={`module-${moduleKey}`}>
        {icon && <img src={icon} alt="" width={20} height={20} />}
        <Heading size="small" as="h2">
          {title}
        </Heading>
      </div>
      <ModuleFrame {...props} />
    </section>
  );
}
