import { useId, useState, type FormEvent } from 'react';
import { Button } from '../../ui/button';

interface Props {
  /** Nothing can be started now. */
  readonly blocked: boolean;
  readonly label: string;
  /** Of the run that is shown; null = none is. */
  readonly shownDays: number | null;
  readonly onStart: (days: number) => void;
}

const CHOICES = [30, 90, 180, 365];
const DEFAULT_DAYS = 90;

/** How far back to look, and the button that begins. */
export function StartForm({ blocked, label, shownDays, onStart }: Props) {
  const id = useId();
  const [chosen, setDays] = useState<number | null>(null);
  const days = chosen ?? CHOICES.find((choice) => choice === shownDays) ?? DEFAULT_DAYS;
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    if (!blocked) onStart(days);
  };
  return (
    <form className="what-if-start" onSubmit={onSubmit}>
      <label htmlFor={id}>Tickets updated or resolved in the last</label>
      <select id={id} value={days} onChange={(event) => setDays(Number(event.target.value))}>
        {CHOICES.map((choice) => (
          <option key={choice} value={choice}>
            {choice} days
          </option>
        ))}
      </select>
      <Button look="primary" type="submit" aria-disabled={blocked}>
        {label}
      </Button>
    </form>
  );
}
