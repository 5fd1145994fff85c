import { useId } from 'react';
import type { AttainmentView } from '../../../src/contract/agreement';
import type { WhatIfMeasure } from '../../../src/contract/what-if';
import { sayShare } from '../../ui/say-share';
import { sayOffer } from './offer-words';

interface BarProps {
  readonly when: 'Before' | 'After';
  readonly of: AttainmentView;
  readonly target: number | null;
  readonly hatch: string;
}

const HEIGHT = 14;

/** Drawn for the eye only: the words beside it say all of it. The bar of before is hatched, that of after is not. */
function Bar({ when, of: { met, breached, share }, target, hatch }: BarProps) {
  return (
    <div className="what-if-bar">
      <dt>{when}</dt>
      <dd>
        <svg aria-hidden="true" width="100%" height={HEIGHT}>
          <rect className="what-if-track" width="100%" height={HEIGHT} />
          {share !== null && (
            <rect
              className={when === 'After' ? 'what-if-after' : 'what-if-before'}
              fill={when === 'Before' ? `url(#${hatch})` : undefined}
              width={`${share * 100}%`}
              height={HEIGHT}
            />
          )}
          {target !== null && (
            <svg x={`${target * 100}%`} overflow="visible">
              <rect className="what-if-target" x={-1} width={2} height={HEIGHT} />
            </svg>
          )}
        </svg>
        <span className="what-if-figure">
          <strong>{share === null ? 'Nothing counted' : sayShare(share)}</strong>
          {share !== null && (
            <span className="subtle">
              {met} of {met + breached} met
              {target !== null && (share < target ? ', target missed' : ', target met')}
            </span>
          )}
        </span>
      </dd>
    </div>
  );
}

/** One measure: its attainment before and after against the target, as bars with their figures. */
export function MeasureResult({ measure }: { readonly measure: WhatIfMeasure }) {
  const { name, target, before, after } = measure;
  const answer = sayOffer(measure.offer);
  const id = useId();
  const hatch = `${id.replace(/:/g, '')}-hatch`;
  return (
    <article className="what-if-measure" aria-labelledby={id}>
      <header>
        <h3 id={id}>{name}</h3>
        <span className="subtle">{target === null ? 'No target' : `Target ${sayShare(target)}`}</span>
      </header>
      <svg className="what-if-defs" aria-hidden="true" width="0" height="0">
        <defs>
          <pattern
            id={hatch}
            width="6"
            height="6"
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <rect className="what-if-hatch-ground" width="6" height="6" />
            <rect className="what-if-hatch-line" width="2" height="6" />
          </pattern>
        </defs>
      </svg>
      <dl>
        <Bar when="Before" of={before} target={target} hatch={hatch} />
        <Bar when="After" of={after} target={target} hatch={hatch} />
      </dl>
      {answer !== null && <p>{answer}</p>}
      <p>{sayChanges(measure)}</p>
    </article>
  );
}

/** "3 from breached to met, 1 from met to breached." */
function sayChanges({ toMet, toBreached, nowCounted, noLongerCounted }: WhatIfMeasure): string {
  const parts = [
    toMet > 0 && `${toMet} from breached to met`,
    toBreached > 0 && `${toBreached} from met to breached`,
    nowCounted > 0 && `${nowCounted} newly counted`,
    noLongerCounted > 0 && `${noLongerCounted} no longer counted`,
  ].filter((part) => part !== false);
  return parts.length === 0 ? 'No verdict changes.' : `${parts.join(', ')}.`;
}
