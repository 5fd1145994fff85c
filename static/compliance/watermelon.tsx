import WarningIcon from '@atlaskit/icon/core/warning';
import type { WatermelonSign } from '../../src/contract/compliance';

/** Green outside, red inside: signs that customers are not served as well as the figures say. */
export function Watermelon({ signs }: { readonly signs: readonly WatermelonSign[] }) {
  if (signs.length === 0) return null;
  return (
    <section className="watermelon tone-warning" aria-labelledby="watermelon-title">
      <h2 id="watermelon-title">
        <WarningIcon label="" /> What customers may feel all the same
      </h2>
      <ul>
        {signs.map(({ kind, text }) => (
          <li key={kind}>{text}</li>
        ))}
      </ul>
    </section>
  );
}
