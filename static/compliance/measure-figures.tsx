import ArrowDownIcon from '@atlaskit/icon/core/arrow-down';
import ArrowUpIcon from '@atlaskit/icon/core/arrow-up';
import type { ComplianceQuery, MeasureCompliance } from '../../src/contract/compliance';
import { AttainmentBar } from '../ui/attainment-bar';
import { sayShare } from '../ui/say-share';
import { DrillNumber } from './drill';
import { changeOf } from './share-words';

interface Props {
  readonly measure: MeasureCompliance;
  readonly query: ComplianceQuery;
}

/** A measure's attainment against its target, net and gross; every number leads to its tickets. */
export function MeasureFigures({ measure, query }: Props) {
  const { name, target, net, gross, leftOut, before } = measure;
  const narrowed = { ...query, agreementId: measure.agreementId, measureId: measure.measureId };
  const change = changeOf(net, before);
  const nothing = net.share === null && gross.share === null && leftOut === 0;
  const number = (
    count: number,
    what: string,
    drill: { readonly verdict: 'met' | 'breached' | 'left-out'; readonly gross?: boolean },
  ) => <DrillNumber count={count} title={`${name}: ${what}`} query={narrowed} drill={drill} />;
  return (
    <div className="measure-figures">
      {nothing ? (
        <p className="subtle">No verdict fell in this period.</p>
      ) : (
        <AttainmentBar of={net} target={target} name={name} />
      )}
      <dl className="figures">
        {!nothing && (
          <div>
            <dt>Net</dt>
            <dd>
              {number(net.met, 'met', { verdict: 'met' })} met,{' '}
              {number(net.breached, 'breached', { verdict: 'breached' })} breached
            </dd>
          </div>
        )}
        {!nothing && (
          <div>
            <dt>Gross</dt>
            <dd>
              {gross.share === null ? '–' : sayShare(gross.share)}:{' '}
              {number(gross.met, 'met gross', { verdict: 'met', gross: true })} met,{' '}
              {number(gross.breached, 'breached gross', { verdict: 'breached', gross: true })} breached
            </dd>
          </div>
        )}
        {leftOut > 0 && (
          <div>
            <dt>Left out</dt>
            <dd>{number(leftOut, 'left out by an exclusion', { verdict: 'left-out' })} by exclusions</dd>
          </div>
        )}
        <div>
          <dt>Before</dt>
          <dd>
            {before.share === null ? (
              'Nothing counted in the span before'
            ) : (
              <span className="change">
                {sayShare(before.share)}
                {change && change.sign !== 'same' && (
                  <>
                    {' '}
                    {change.sign === 'up' ? (
                      <ArrowUpIcon label="" size="small" />
                    ) : (
                      <ArrowDownIcon label="" size="small" />
                    )}
                  </>
                )}{' '}
                {change && `(${change.text})`}
              </span>
            )}
          </dd>
        </div>
      </dl>
    </div>
  );
}
