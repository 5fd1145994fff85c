import ChevronDownIcon from '@atlaskit/icon/core/chevron-down';
import ChevronRightIcon from '@atlaskit/icon/core/chevron-right';
import { useId } from 'react';
import { calendarUses, keptBecause } from './calendar-uses';
import { CalendarTrialFields } from './calendar-trial';
import { DatedHours } from './dated-hours';
import { useEditor, useProblems, useStore, useValue } from './editor-context';
import { ProblemsAt } from './field';
import { HolidayTable } from './holiday-table';
import { ListMoves } from './list-moves';
import { ProblemCount } from './problem-count';
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
  const problems = useProblems(path, true);
  const bodyId = useId();
  const Chevron = open ? ChevronDownIcon : ChevronRightIcon;
  if (!calendar) return null;
  const name = calendar.name || calendar.id;
  const holidays = calendar.holidays?.length ?? 0;
  return (
    <div className="card">
      <div className="item-head">
        <h3 className="card-title">
          <button
            type="button"
            className="card-toggle"
            aria-expanded={open}
            aria-controls={bodyId}
            data-path={path}
            onClick={onToggle}
          >
            <Chevron label="" size="small" />
            {name}
          </button>
        </h3>
        <span className="subtle">
          {calendar.timeZone?.replaceAll('_', ' ')}, {holidays === 1 ? '1 holiday' : `${holidays} holidays`}
          {index === 0 ? ', the default' : ''}
        </span>
        <ProblemCount problems={problems} />
        <ListMoves
          name={name}
          index={index}
          count={count}
          keptBecause={count === 1 ? 'An agreement needs a calendar.' : kept}
          onMove={onMove}
          onCopy={onCopy}
          onRemove={onRemove}
        />
      </div>
      <div id={bodyId}>
        {open && (
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
        )}
      </div>
    </div>
  );
}
