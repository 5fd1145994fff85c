import { useEffect, useId, useState } from 'react';
import type { CalendarDocument } from '../../../src/contract/document';
import type { SegmentView } from '../../../src/contract';
import type { CalendarTrial } from '../../../src/contract/draft';
import { call } from '../../ui/call';
import { PlaceContext, usePlace } from '../../ui/place-context';
import { exactInstant } from '../../ui/say-instant';
import { SegmentPatterns } from '../../ui/segment-fill';
import { TimelineStrip } from '../../ui/timeline-strip';
import '../../ui/strip.css';
import { useEditor, useValue } from './editor-context';
import { readLocalInstant } from './local-instant';
import type { CalendarDraft } from './section-calendars';

const TRY_AFTER_MS = 500;

type Tried =
  { readonly ok: true; readonly trial: CalendarTrial } | { readonly ok: false; readonly message: string };

/** "Try it": a start and a goal give a deadline, with the reason. */
export function CalendarTrialFields({ path }: { readonly path: string }) {
  const { facts } = useEditor();
  const calendar = useValue<CalendarDraft>(path);
  const zone = calendar?.timeZone ?? 'UTC';
  const [start, setStart] = useState(() => startOf(facts.now, zone));
  const [within, setWithin] = useState('8h');
  const [tried, setTried] = useState<Tried | null>(null);
  const id = useId();
  useEffect(() => {
    if (!calendar || start === '' || within.trim() === '') return;
    let current = true;
    const full: CalendarDocument = {
      ...calendar,
      dates: calendar.dates ?? {},
      breaks: calendar.breaks ?? {},
      holidays: (calendar.holidays ?? []).map((holiday) => ({ ...holiday, yearly: holiday.yearly ?? false })),
    };
    const timer = setTimeout(() => {
      void call('tryCalendar', { calendar: full, start, within: within.trim() }).then((answer) => {
        if (!current) return;
        const [fault] = answer.ok ? [] : (answer.faults ?? []);
        setTried(
          answer.ok
            ? { ok: true, trial: answer.value }
            : { ok: false, message: fault ? `${fault.message}. ${fault.remedy}` : answer.message },
        );
      });
    }, TRY_AFTER_MS);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [calendar, start, within]);
  return (
    <fieldset className="group">
      <legend>Try it</legend>
      <div className="side-by-side">
        <div className="edit-field">
          <label className="field-label" htmlFor={`${id}-start`}>
            A ticket comes in at
          </label>
          <input
            id={`${id}-start`}
            className="input input-medium"
            type="datetime-local"
            value={start}
            onChange={({ target }) => setStart(target.value)}
          />
        </div>
        <div className="edit-field">
          <label className="field-label" htmlFor={`${id}-within`}>
            and the goal is
          </label>
          <input
            id={`${id}-within`}
            className="input input-short"
            value={within}
            onChange={({ target }) => setWithin(target.value)}
          />
        </div>
      </div>
      <div role="status">{tried && <TrialWords tried={tried} zone={zone} />}</div>
      {tried?.ok && tried.trial.stretches.length > 0 && (
        <TrialStrip trial={tried.trial} zone={zone} now={facts.now} />
      )}
    </fieldset>
  );
}

function startOf(now: number, zone: string): string {
  try {
    return readLocalInstant(new Date(now).toISOString(), zone);
  } catch {
    return readLocalInstant(new Date(now).toISOString(), 'UTC');
  }
}

function TrialWords({ tried, zone }: { readonly tried: Tried; readonly zone: string }) {
  const { locale } = usePlace();
  if (!tried.ok) return <p className="tone-danger problem-text">{tried.message}</p>;
  const { due, reason } = tried.trial;
  return (
    <p>
      <strong>
        {due === null
          ? 'There is no deadline.'
          : `Deadline: ${exactInstant(due, { locale, timeZone: zone })}.`}
      </strong>{' '}
      {reason}
    </p>
  );
}

interface StripProps {
  readonly trial: CalendarTrial;
  readonly zone: string;
  readonly now: number;
}

function TrialStrip({ trial, zone, now }: StripProps) {
  const { locale } = usePlace();
  const past = trial.stretches.map(({ start, end, kind, name }): SegmentView => ({
    start,
    end,
    kind,
    name,
    open: kind === 'running',
    cause: {
      text: kind === 'running' ? 'Counts towards the goal' : 'Does not count',
    } as SegmentView['cause'],
  }));
  return (
    <PlaceContext.Provider value={{ locale, timeZone: zone }}>
      <SegmentPatterns />
      <TimelineStrip
        label="From the start to the deadline"
        past={past}
        ahead={[]}
        breachTime={null}
        now={now}
        ongoing={false}
      />
    </PlaceContext.Provider>
  );
}
