import Heading from '@atlaskit/heading';
import { useEffect, useMemo, useState, type ComponentProps } from 'react';
import { createFrameEvents } from './frame-events';
import { ModuleFrame } from './module-frame';

type ModulePageProps = Omit<ComponentProps<typeof ModuleFrame>, 'events' | 'onRefresh'> & {
  /** What the page belongs to, for the title of the window. */
  readonly titleOf: string;
};

/** A module that has a page to itself, under its title where Jira draws one. */
export function ModulePage({ titleOf, ...frame }: ModulePageProps) {
  const events = useMemo(createFrameEvents, []);
  const [turn, setTurn] = useState(0);
  const { title, icon, titled } = frame.module;
  useEffect(() => {
    document.title = `${title} - ${titleOf} - Local Jira`;
  }, [title, titleOf]);
  return (
    <>
      {titled && (
        <div className="page-head">
          {icon && <img src={icon} alt="" width={24} height={24} />}
          <Heading size="large" as="h1">
            {title}
          </Heading>
        </div>
      )}
      <ModuleFrame
        key={`${frame.module.moduleKey} ${frame.subject} ${turn}`}
        {...frame}
        events={events}
        onRefresh={() => setTurn((count) => count + 1)}
      />
    </>
  );
}
