import type HolidaysClass from 'date-holidays';
import { useEffect, useId, useMemo, useState } from 'react';
import { useEditor } from './editor-context';
import { DateChoice } from './date-choice';
import type { HolidayLine } from './holidays-from-ical';
import { publicHolidays, regionChoices, type RegionChoice } from './public-holidays';

interface Props {
  readonly present: readonly HolidayLine[];
  readonly onTake: (lines: readonly HolidayLine[]) => void;
  readonly onClose: () => void;
}

type Source = typeof HolidaysClass;

/** Public holidays of a country and region for some years, confirmed before they are taken. */
export function PublicHolidayImport({ present, onTake, onClose }: Props) {
  const { facts } = useEditor();
  const [source, setSource] = useState<Source | 'loading' | 'failed'>('loading');
  useEffect(() => {
    let current = true;
    // Large: it is loaded only by those who ask for it.
    import('date-holidays').then(
      (module) => current && setSource(() => module.default),
      () => current && setSource('failed'),
    );
    return () => {
      current = false;
    };
  }, []);
  if (source === 'loading') return <p role="status">Loading countries…</p>;
  if (source === 'failed') return <p role="status">The countries could not be loaded. Try again later.</p>;
  const year = new Date(facts.now).getUTCFullYear();
  return <Choices source={source} year={year} present={present} onTake={onTake} onClose={onClose} />;
}

function Choices({
  source,
  year,
  present,
  onTake,
  onClose,
}: Props & { readonly source: Source; readonly year: number }) {
  const [country, setCountry] = useState('');
  const [state, setState] = useState('');
  const [region, setRegion] = useState('');
  const [years, setYears] = useState<readonly number[]>([year, year + 1]);
  const places = useMemo(() => regionChoices(source, country, state), [source, country, state]);
  const found = useMemo(
    () => (country ? publicHolidays(source, { country, state, region }, years) : []),
    [source, country, state, region, years],
  );
  const toggle = (each: number): void =>
    setYears(years.includes(each) ? years.filter((other) => other !== each) : [...years, each].sort());
  return (
    <div className="panel">
      <div className="side-by-side">
        <PlaceSelect
          label="Country"
          none="Choose a country"
          value={country}
          choices={places.countries}
          onChange={(next) => {
            setCountry(next);
            setState('');
            setRegion('');
          }}
        />
        {places.states.length > 0 && (
          <PlaceSelect
            label="Region"
            none="The whole country"
            value={state}
            choices={places.states}
            onChange={(next) => {
              setState(next);
              setRegion('');
            }}
          />
        )}
        {places.regions.length > 0 && (
          <PlaceSelect
            label="Part of the region"
            none="The whole region"
            value={region}
            choices={places.regions}
            onChange={setRegion}
          />
        )}
      </div>
      <fieldset className="years">
        <legend>Years</legend>
        {[year - 1, year, year + 1, year + 2, year + 3].map((each) => (
          <label key={each} className="check">
            <input type="checkbox" checked={years.includes(each)} onChange={() => toggle(each)} />
            {each}
          </label>
        ))}
      </fieldset>
      {country !== '' && (
        <DateChoice
          key={`${country} ${state} ${region}`}
          found={found}
          skipped={[]}
          present={present}
          onTake={onTake}
          onClose={onClose}
        />
      )}
    </div>
  );
}

interface SelectProps {
  readonly label: string;
  readonly none: string;
  readonly value: string;
  readonly choices: readonly RegionChoice[];
  readonly onChange: (code: string) => void;
}

function PlaceSelect({ label, none, value, choices, onChange }: SelectProps) {
  const id = useId();
  return (
    <div className="edit-field">
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      <select
        id={id}
        className="input input-medium"
        value={value}
        onChange={({ target }) => onChange(target.value)}
      >
        <option value="">{none}</option>
        {choices.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
}
