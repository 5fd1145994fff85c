import { useRef, useState, type KeyboardEvent } from 'react';
import { useWidth } from '../use-width';
import { nextCell, type HeatCell } from './heat-move';

interface Props {
  readonly label: string;
  /** [weekday 0 = Monday][hour 0..23]. */
  readonly heat: readonly (readonly number[])[];
  readonly locale: string;
  readonly onOpen?: (cell: HeatCell) => void;
}

const HOURS = Array.from({ length: 24 }, (_, hour) => hour);
const DAYS = [0, 1, 2, 3, 4, 5, 6];
/** Narrower than this the week stands upright: days across, hours down. */
const UPRIGHT = 760;

const STEPS: Readonly<Record<string, HeatCell>> = {
  ArrowRight: { weekday: 0, hour: 1 },
  ArrowLeft: { weekday: 0, hour: -1 },
  ArrowDown: { weekday: 1, hour: 0 },
  ArrowUp: { weekday: -1, hour: 0 },
};

/** Turns a step for a week that stands upright. */
const turned = ({ weekday, hour }: HeatCell): HeatCell => ({ weekday: hour, hour: weekday });

/** 1 January 2024 was a Monday. */
const dayName = (weekday: number, locale: string, weekdayForm: 'short' | 'long'): string =>
  new Intl.DateTimeFormat(locale, { weekday: weekdayForm, timeZone: 'UTC' }).format(
    Date.UTC(2024, 0, 1 + weekday),
  );

const sayHour = (hour: number): string => `${String(hour).padStart(2, '0')}:00`;

/** An hour of the week: "Monday, 10:00". */
export const cellName = ({ weekday, hour }: HeatCell, locale: string): string =>
  `${dayName(weekday, locale, 'long')}, ${sayHour(hour)}`;

/** How dark a cell is: 0 (nothing) to 4, by its part of the greatest; where all are few, none is dark. */
export const heatLevel = (count: number, most: number): number =>
  count === 0 ? 0 : Math.ceil((count / Math.max(most, 4)) * 4);

/**
 * Counts by weekday and hour: a table whose cells are darker the more there is, each with its number. One stop for
 * the tabulator; arrow keys go from number to number.
 */
export function HeatMap({ label, heat, locale, onOpen }: Props) {
  const [ref, width] = useWidth<HTMLDivElement>();
  const table = useRef<HTMLTableElement>(null);
  const upright = width < UPRIGHT;
  const countOf = (weekday: number, hour: number): number => heat[weekday]?.[hour] ?? 0;
  const filled = DAYS.flatMap((weekday) =>
    HOURS.filter((hour) => countOf(weekday, hour) > 0).map((hour) => ({ weekday, hour })),
  );
  const [chosen, setChosen] = useState<HeatCell | null>(null);
  const current = chosen ?? filled[0];
  const most = Math.max(0, ...filled.map(({ weekday, hour }) => countOf(weekday, hour)));

  const onKeyDown = (event: KeyboardEvent): void => {
    const step = STEPS[event.key];
    if (!step || !current) return;
    event.preventDefault();
    const next = nextCell(filled, current, upright ? turned(step) : step);
    setChosen(next);
    table.current?.querySelector<HTMLButtonElement>(`[data-cell="${next.weekday}-${next.hour}"]`)?.focus();
  };

  const cell = (weekday: number, hour: number) => {
    const count = countOf(weekday, hour);
    const tabbed = current?.weekday === weekday && current.hour === hour;
    return (
      <td key={`${weekday}-${hour}`} className={`heat-${heatLevel(count, most)}`}>
        {count === 0 ? (
          <span className="visually-hidden">0</span>
        ) : onOpen ? (
          <button
            type="button"
            data-cell={`${weekday}-${hour}`}
            tabIndex={tabbed ? 0 : -1}
            aria-label={`${cellName({ weekday, hour }, locale)}: ${count}`}
            onFocus={() => setChosen({ weekday, hour })}
            onClick={() => onOpen({ weekday, hour })}
          >
            {count}
          </button>
        ) : (
          count
        )}
      </td>
    );
  };
  return (
    <div ref={ref} className="heat">
      <table ref={table} className={upright ? 'heat-upright' : undefined} onKeyDown={onKeyDown}>
        <caption className="visually-hidden">{label}</caption>
        <thead>
          <tr>
            <td />
            {(upright ? DAYS : HOURS).map((head) => (
              <th key={head} scope="col">
                {upright ? dayName(head, locale, 'short') : <HourHead hour={head} />}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {(upright ? HOURS : DAYS).map((row) => (
            <tr key={row}>
              <th scope="row">{upright ? <HourHead hour={row} /> : dayName(row, locale, 'short')}</th>
              {(upright ? DAYS : HOURS).map((column) => (upright ? cell(column, row) : cell(row, column)))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function HourHead({ hour }: { readonly hour: number }) {
  return (
    <>
      <span aria-hidden="true">{String(hour).padStart(2, '0')}</span>
      <span className="visually-hidden">{sayHour(hour)}</span>
    </>
  );
}
