import type { AgreementDraft } from '../../../src/contract/document';
import type { ReportPart } from '../../../src/contract/service-report';
import { Button } from '../../ui/button';
import { ChoiceField } from './choice-field';
import { useEditor, useValue } from './editor-context';
import { Field } from './field';
import { SectionFrame } from './section-frame';
import { TextField } from './text-field';
import { ValuesSelect } from './values-select';

type Report = NonNullable<AgreementDraft['report']>;
type Parties = AgreementDraft['parties'];
type Calendars = AgreementDraft['calendars'];

const EVERY = [
  { value: 'week', label: 'Every week' },
  { value: 'month', label: 'Every month' },
  { value: 'quarter', label: 'Every quarter' },
  { value: 'year', label: 'Every year' },
];

const PART_LABELS: Readonly<Record<ReportPart, string>> = {
  trend: 'Trend over the last periods',
  breaches: 'Breaches and their reasons',
  exclusions: 'Exclusions with clauses and signatures',
  credits: 'Credits with their arithmetic',
  warnings: 'Warnings where measures are on target and customers are not content',
};

const PARTS = Object.keys(PART_LABELS) as readonly ReportPart[];

/** All of them is what an agreement says that names none. */
function toggled(parts: Report['parts'], part: ReportPart, isIn: boolean): readonly ReportPart[] | undefined {
  const before: readonly ReportPart[] = parts ?? PARTS;
  const after = PARTS.filter((one) => (one === part ? isIn : before.includes(one)));
  return after.length === PARTS.length ? undefined : after;
}

/** How often the account is given, by whom and to whom. */
export function SectionReport() {
  const { session } = useEditor();
  const report = useValue<Report>('report');
  const parties = useValue<Parties>('parties');
  const hours = useValue<Calendars>('calendars')?.[0]?.name;
  const people = [parties?.provider, parties?.customer].flatMap(
    (party) => party?.representatives?.map(({ name }) => name) ?? [],
  );
  return (
    <SectionFrame
      id="report"
      about="The service report: how often it is given, who writes it, who receives it, and what it tells."
    >
      {report === undefined ? (
        <Button
          onClick={() =>
            session.edit('report', { every: 'month', by: people[0] ?? '', to: people.slice(-1) })
          }
        >
          Add a service report
        </Button>
      ) : (
        <div className="stack">
          <ChoiceField path="report.every" label="How often" choices={EVERY} />
          <ChoiceField
            path="report.by"
            label="Written by"
            choices={[...new Set(people)].map((name) => ({ value: name, label: name }))}
            hint="A representative of one of the parties."
          />
          <Field path="report.to" label="Received by" within>
            {(control) => (
              <ValuesSelect
                control={control}
                label="Received by"
                values={report.to ?? []}
                choices={people}
                onChange={(names) => session.edit('report.to', names)}
              />
            )}
          </Field>
          <TextField
            path="report.within"
            label="Due within"
            optional
            width="short"
            mono
            placeholder="40h"
            hint={`After the end of its period, in the hours of ${hours ?? 'the first calendar'}: such as 16h. Empty: 40h. Delivered later, it is a broken promise.`}
          />
          <fieldset className="field" data-path="report.parts">
            <legend>What it tells beside the attainment of each measure</legend>
            {PARTS.map((part) => (
              <label key={part} className="choice">
                <input
                  type="checkbox"
                  checked={report.parts?.includes(part) ?? true}
                  onChange={({ target }) =>
                    session.edit('report.parts', toggled(report.parts, part, target.checked))
                  }
                />
                {PART_LABELS[part]}
              </label>
            ))}
          </fieldset>
          <Button look="subtle" onClick={() => session.edit('report', undefined)}>
            No service report
          </Button>
        </div>
      )}
      {people.length === 0 && <p className="subtle">Name representatives under Parties first.</p>}
    </SectionFrame>
  );
}
