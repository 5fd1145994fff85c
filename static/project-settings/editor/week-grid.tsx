import { useRef, useState, type KeyboardEvent, type PointerEvent } from 'react';
import { clock, DAYS, DAY_NAMES, hourState, paintHours, readMinutes, type Week } from './week-hours';

interface Cell {
  readonly day: number;
  readonly hour: number;
}

interface Props {
  readonly week: Week;
  readonly onChange: (week: Week) => void;
  readonly onSay: (words: string) => void;
}

/** The block of cells between two corners. */
const between = (a: Cell, b: Cell) => ({
  days: [Math.min(a.day, b.day), Math.max(a.day, b.day)] as const,
  hours: [Math.min(a.hour, b.hour), Math.max(a.hour, b.hour)] as const,
});

const STATE_WORDS = { open: 'open', partly: 'partly open', closed: 'closed' } as const;

/**
 * Seven days by 24 hours. The pointer paints a block; the arrow keys move, Space opens or closes an hour,
 * Shift and an arrow carry the state of an hour on to its neighbour.
 */
export function WeekGrid({ week, onChange, onSay }: Props) {
  const frame = useRef<HTMLTableElement>(null);
  const [active, setActive] = useState<Cell>({ day: 0, hour: 9 });
  const [drag, setDrag] = useState<{ readonly from: Cell; readonly to: Cell; readonly open: boolean } | null>(
    null,
  );
  const minutes = DAYS.map((day) => readMinutes(week[day]) ?? []);
  const stateOf = ({ day, hour }: Cell) => hourState(minutes[day] ?? [], hour);

  const paint = (from: Cell, to: Cell, open: boolean): void => {
    const { days, hours } = between(from, to);
    const next = { ...week };
    for (let day = days[0]; day <= days[1]; day++) {
      const name = DAYS[day];
      if (name) next[name] = paintHours(week[name], hours[0], hours[1], open);
    }
    onChange(next);
    const on = DAYS.slice(days[0], days[1] + 1).map((day) => DAY_NAMES[day]);
    const span = `${clock(hours[0] * 60)} to ${clock(hours[1] * 60 + 60)}`;
    onSay(
      `${on.length > 2 ? `${on[0]} to ${on.at(-1)}` : on.join(' and ')}, ${span}: ${open ? 'open' : 'closed'}.`,
    );
  };

  const cellOf = (target: EventTarget | null): Cell | null => {
    const cell = (target as HTMLElement | null)?.closest?.<HTMLElement>('[data-hour]');
    return cell ? { day: Number(cell.dataset['day']), hour: Number(cell.dataset['hour']) } : null;
  };
  const onPointerDown = (event: PointerEvent): void => {
    const cell = cellOf(event.target);
    if (!cell || event.button !== 0) return;
    setActive(cell);
    setDrag({ from: cell, to: cell, open: stateOf(cell) !== 'open' });
  };
  const onPointerMove = (event: PointerEvent): void => {
    if (!drag || event.pointerType === 'touch') return;
    const cell = cellOf(event.target);
    if (cell && (cell.day !== drag.to.day || cell.hour !== drag.to.hour)) setDrag({ ...drag, to: cell });
  };
  const onPointerUp = (): void => {
    if (!drag) return;
    setDrag(null);
    paint(drag.from, drag.to, drag.open);
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    const { day, hour } = active;
    if (event.key === ' ' || event.key === 'Enter') {
      event.preventDefault();
      paint(active, active, stateOf(active) !== 'open');
      return;
    }
    const to = {
      ArrowUp: { day, hour: hour - 1 },
      ArrowDown: { day, hour: hour + 1 },
      ArrowLeft: { day: day - 1, hour },
      ArrowRight: { day: day + 1, hour },
      Home: { day, hour: 0 },
      End: { day, hour: 23 },
    }[event.key];
    if (!to) return;
    event.preventDefault();
    if (to.day < 0 || to.day > 6 || to.hour < 0 || to.hour > 23) return;
    if (event.shiftKey) paint(active, to, stateOf(active) === 'open');
    setActive(to);
    frame.current?.querySelector<HTMLElement>(`[data-day="${to.day}"][data-hour="${to.hour}"]`)?.focus();
  };

  const block = drag && between(drag.from, drag.to);
  return (
    <div className="week-grid-frame">
      <table
        ref={frame}
        role="grid"
        aria-label="Working hours by day and hour"
        className="week-grid"
        onPointerDown={onPointerDown}
        onPointerMove={onPointerMove}
        onPointerUp={onPointerUp}
        onPointerLeave={() => setDrag(null)}
        onKeyDown={onKeyDown}
      >
        <thead>
          <tr role="row">
            <td role="gridcell" />
            {DAYS.map((day) => (
              <th key={day} role="columnheader" scope="col" abbr={DAY_NAMES[day]}>
                {DAY_NAMES[day].slice(0, 3)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {Array.from({ length: 24 }, (_, hour) => (
            <tr role="row" key={hour}>
              <th role="rowheader" scope="row">
                {clock(hour * 60)}
              </th>
              {DAYS.map((name, day) => {
                const state = stateOf({ day, hour });
                const painted =
                  block !== null &&
                  day >= block.days[0] &&
                  day <= block.days[1] &&
                  hour >= block.hours[0] &&
                  hour <= block.hours[1];
                return (
                  <td
                    key={name}
                    role="gridcell"
                    data-day={day}
                    data-hour={hour}
                    className={`hour hour-${painted ? (drag?.open ? 'open' : 'closed') : state}`}
                    aria-selected={state === 'open'}
                    aria-label={`${DAY_NAMES[name]} ${clock(hour * 60)}, ${STATE_WORDS[state]}`}
                    tabIndex={active.day === day && active.hour === hour ? 0 : -1}
                    onFocus={() => setActive({ day, hour })}
                  />
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="edit-hint">
        Drag to paint hours. By keyboard: arrows move, Space opens or closes, Shift and arrows carry on.
      </p>
    </div>
  );
}
