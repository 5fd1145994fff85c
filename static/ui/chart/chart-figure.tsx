import { useId, useState, type ReactNode } from 'react';
import { Button } from '../button';
import { useWidth } from '../use-width';

export interface FigureCell {
  readonly text: string;
  /** Shows the tickets behind the number. */
  readonly onOpen?: (() => void) | undefined;
}

interface Props {
  /** What the chart shows, in a few words; read in its place. */
  readonly label: string;
  readonly head: readonly string[];
  /** The same figures; the first cell names its row. */
  readonly rows: readonly (readonly FigureCell[])[];
  readonly legend?: ReactNode;
  /** Draws it, `width` pixels wide. */
  readonly children: (width: number) => ReactNode;
}

/**
 * A chart, and its figures as a table: hidden but readable by screen readers, and shown to all who ask for it.
 * Only there the numbers are buttons, so that nothing hidden takes the focus.
 */
export function ChartFigure({ label, head, rows, legend, children }: Props) {
  const id = useId();
  const [ref, width] = useWidth<HTMLDivElement>();
  const [shown, setShown] = useState(false);
  return (
    <figure className="chart">
      <div ref={ref} className="chart-drawing">
        {width > 0 && children(width)}
      </div>
      <div className="chart-foot">
        {legend}
        <Button
          look="subtle"
          className="no-print"
          aria-expanded={shown}
          aria-controls={id}
          onClick={() => setShown(!shown)}
        >
          {shown ? 'Hide figures' : 'Show figures'}
          <span className="visually-hidden">, {label}</span>
        </Button>
      </div>
      <div
        id={id}
        className={shown ? 'chart-figures' : 'visually-hidden'}
        // Long ones scroll by themselves, by keyboard too.
        {...(shown && { role: 'region', 'aria-label': label, tabIndex: 0 })}
      >
        <table className="plain-table">
          <caption className="visually-hidden">{label}</caption>
          <thead>
            <tr>
              {head.map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((cells, i) => (
              <tr key={i}>
                {cells.map(({ text, onOpen }, j) =>
                  j === 0 ? (
                    <th key={j} scope="row">
                      {text}
                    </th>
                  ) : (
                    <td key={j}>
                      {shown && onOpen ? (
                        <button type="button" className="figure-link" onClick={onOpen}>
                          {text}
                        </button>
                      ) : (
                        text
                      )}
                    </td>
                  ),
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </figure>
  );
}
