import type { AgreementView } from '../../src/contract/agreement';
import { AttainmentBar } from '../ui/attainment-bar';

/** Attainment so far, measure by measure, against what was promised. */
export function MeasureAttainment({ measures }: { readonly measures: AgreementView['measures'] }) {
  return (
    <section aria-labelledby="attainment">
      <h2 id="attainment">Attainment so far</h2>
      <ul className="measures">
        {measures.map((measure) => (
          <li key={measure.measureId}>
            <span dir="auto">{measure.name}</span>
            <AttainmentBar
              of={measure}
              target={measure.target}
              hasGoal={measure.hasGoal}
              name={measure.name}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
