import { calendarUses, keptBecause } from './calendar-uses';
import { CalendarTrialFields } from './calendar-trial';
import { DatedHours } from './dated-hours';
import { useEditor, useStore, useValue } from './editor-context';
import { FoldCard } from './fold-card';
import { ProblemsAt } from './field';
import { HolidayTable } from './holiday-table';
import type { CalendarDraft } from './section-calendars';
import { TextField } from './text-field';
import { WeekFields } from './week-fields';
import { ZoneField } from './zone-field';

interface Props {
  readonly index: number;
  readonly count: number;
  readonly open: boolean;
  readonly onToggle: () => void;
  readonly onMove: (to: number) => void;
  readonly onCopy: () => void;
  readonly onRemove: () => void;
}

/** One calendar: a line, and its hours once it is unfolded. */
export function CalendarCard({ index, count, open, onToggle, onMove, onCopy, onRemove }: Props) {
  const path = `calendars[${index}]`;
  const { session } = useEditor();
  const calendar = useValue<CalendarDraft>(path);
  const kept = useStore(session.draft, ({ content }) =>
    content.kind === 'document' ? keptBecause(calendarUses(content.document, calendar?.id ?? '')) : undefined,
  );
  if (!calendar) return null;
  const name = calendar.name || calendar.id;
  const holidays = calendar.holidays?.length ?? 0;
  return (
    <FoldCard
      path={path}
      about={
        <>
          {calendar.timeZone?.replaceAll('_', ' ')}, {holidays === 1 ? '1 holiday' : `${holidays} holidays`}
          {index === 0 ? ', the default' : ''}
        </>
      }
      open={open}
      onToggle={onToggle}
      name={name}
      index={index}
      count={count}
      keptBecause={count === 1 ? 'An agreement needs a calendar.' : kept}
      onMove={onMove}
      onCopy={onCopy}
      onRemove={onRemove}
    >
      <div className="card-body">
        <ProblemsAt path={path} />
        <ProblemsAt path={`${path}.id`} />
        <div className="side-by-side">
          <TextField path={`${path}.name`} label="Name of the calendar" width="medium" />
          <ZoneField path={`${path}.timeZone`} label="Time zone of the calendar" />
        </div>
        <WeekFields path={`${path}.hours`} />
        <HolidayTable path={`${path}.holidays`} />
        <DatedHours
          path={`${path}.dates`}
          title="Other hours on a date"
          about="They replace the weekly hours of that date; closed closes it."
          start="09:00-12:00"
        />
        <DatedHours
          path={`${path}.breaks`}
          title="Breaks"
          about="Hours taken out of a date."
          start="12:00-13:00"
        />
        <CalendarTrialFields path={path} />
      </div>
    </FoldCard>
  );
}
