import { useRef, type ComponentType } from 'react';
import { Button } from '../../ui/button';
import { useEditor, useStore } from './editor-context';
import { SectionBasics } from './section-basics';
import { SectionCalendars } from './section-calendars';
import { SectionConsequences } from './section-consequences';
import { SectionExclusions } from './section-exclusions';
import { SectionMeasures } from './section-measures';
import { SectionParties } from './section-parties';
import { SectionReport } from './section-report';
import { SectionResponsibilities } from './section-responsibilities';
import { SectionScope } from './section-scope';
import { SECTIONS, type SectionId } from './sections';

const BODIES: Readonly<Record<SectionId, ComponentType>> = {
  basics: SectionBasics,
  parties: SectionParties,
  scope: SectionScope,
  measures: SectionMeasures,
  calendars: SectionCalendars,
  exclusions: SectionExclusions,
  responsibilities: SectionResponsibilities,
  consequences: SectionConsequences,
  report: SectionReport,
};

/** The part that is shown, and the way to the next one. */
export function SectionBody() {
  const { view } = useEditor();
  const section = useStore(view, (state) => state.section);
  const frame = useRef<HTMLDivElement>(null);
  const Body = BODIES[section];
  const at = SECTIONS.findIndex(({ id }) => id === section);
  const next = SECTIONS[at + 1];
  return (
    <div ref={frame}>
      <Body />
      {next && (
        <p className="section-next">
          <Button
            onClick={() => {
              view.set({ ...view.get(), section: next.id });
              requestAnimationFrame(() => frame.current?.querySelector('h2')?.focus());
            }}
          >
            Next: {next.title}
          </Button>
        </p>
      )}
    </div>
  );
}
