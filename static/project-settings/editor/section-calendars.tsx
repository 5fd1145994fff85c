import type { AgreementDraft } from '../../../src/contract/document';
import { Button } from '../../ui/button';
import { CalendarCard } from './calendar-card';
import { calendarUses, keptBecause } from './calendar-uses';
import { documentOf, say, useEditor, useList, useStore } from './editor-context';
import { newId } from './new-id';
import { SectionFrame } from './section-frame';
import { useListEdit } from './use-list-edit';
import { useRowFocus } from './use-row-focus';

export type CalendarDraft = AgreementDraft['calendars'][number];

/** Working hours, in as many zones as there are teams. */
export function SectionCalendars() {
  const calendars = useList<CalendarDraft>('calendars');
  const { view, session, facts } = useEditor();
  const open = useStore(view, (state) => state.open.calendars ?? null);
  const edit = useListEdit('calendars', false);
  const [frame, focus] = useRowFocus<HTMLDivElement>();
  const unfold = (index: number | null): void =>
    view.set({ ...view.get(), open: { ...view.get().open, calendars: index } });
  const add = (): void => {
    const id = newId(
      'working-hours',
      calendars.map((each) => each.id),
    );
    const timeZone = documentOf(session)?.parties?.provider?.timeZone ?? facts.timeZone;
    const calendar = { id, name: 'Working hours', timeZone, hours: { 'mon-fri': '09:00-17:00' } };
    unfold(edit.add(calendar, 'a calendar'));
  };
  const remove = (index: number, calendar: CalendarDraft): void => {
    const uses = calendarUses(documentOf(session), calendar.id);
    if (uses.length > 0) return say(view, keptBecause(uses) ?? '');
    edit.remove(index, calendar.name);
    unfold(null);
    focus(`remove-${Math.max(0, index - 1)}`);
  };
  return (
    <SectionFrame
      id="calendars"
      about="When the clocks run: working hours, holidays and breaks, each calendar in one time zone. Goals use the first calendar unless they name another."
    >
      <div ref={frame} className="stack">
        {calendars.map((calendar, index) => (
          <CalendarCard
            key={index}
            index={index}
            count={calendars.length}
            open={open === index}
            onToggle={() => unfold(open === index ? null : index)}
            onMove={(to) => {
              edit.move(index, to, calendar.name);
              if (open === index) unfold(to);
              else if (open === to) unfold(index);
              focus(`${to < index ? 'up' : 'down'}-${to}`);
            }}
            onCopy={() => {
              const name = `${calendar.name}, copy`;
              const id = newId(
                name,
                calendars.map((each) => each.id),
              );
              edit.copy(index, (item: CalendarDraft) => ({ ...item, id, name }), calendar.name);
              unfold(index + 1);
            }}
            onRemove={() => remove(index, calendar)}
          />
        ))}
        <Button data-mark="add" onClick={add}>
          Add a calendar
        </Button>
      </div>
    </SectionFrame>
  );
}
