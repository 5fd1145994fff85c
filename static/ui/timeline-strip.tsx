import { useState, type KeyboardEvent, type PointerEvent } from 'react';
import type { SegmentView } from '../../src/contract';
import type { Instant } from '../../src/engine/instant';
import { usePlace } from './place-context';
import { sayInstant } from './say-instant';
import { segmentFill } from './segment-fill';
import { blockWords } from './segment-words';
import { layOutStrip, type StripBlock } from './strip-layout';
import { StripLegend } from './strip-legend';
import { useWidth } from './use-width';

const HEIGHT = 28;

function Block({ block }: { readonly block: StripBlock }) {
  // A hair of ground between neighbours, so that two of one kind are seen as two.
  const width = Math.max(1, block.width - 1);
  return (
    <>
      {block.shares.map(({ kind, share }, i) => {
        const top = block.shares.slice(0, i).reduce((sum, before) => sum + before.share, 0) * HEIGHT;
        const look = `segment-${block.late ? 'late' : kind}${block.ahead ? ' segment-ahead' : ''}`;
        return (
          <rect
            key={kind}
            className={look}
            fill={segmentFill(kind, block.late)}
            x={block.x}
            y={top}
            width={width}
            height={share * HEIGHT}
          />
        );
      })}
      <rect className="frame" x={block.x + 1} y={1} width={Math.max(0, width - 2)} height={HEIGHT - 2} />
      <rect
        className="frame-inner"
        x={block.x + 2.5}
        y={2.5}
        width={Math.max(0, width - 5)}
        height={HEIGHT - 5}
      />
    </>
  );
}

interface Props {
  readonly label: string;
  readonly past: readonly SegmentView[];
  readonly ahead: readonly SegmentView[];
  readonly breachTime: Instant | null;
  readonly now: Instant;
  readonly ongoing: boolean;
}

/** Every minute of a cycle on one bar; arrow keys or the pointer pick a stretch, told in words below. */
export function TimelineStrip({ label, past, ahead, breachTime, now, ongoing }: Props) {
  const place = usePlace();
  const [frame, width] = useWidth<HTMLDivElement>();
  const [picked, setPicked] = useState<Instant | null>(null);
  const { blocks, nowX, breachX } = layOutStrip(past, ahead, breachTime, width);
  const current = blocks.findLastIndex((b) => !b.ahead);
  const found =
    picked === null ? -1 : blocks.findLastIndex((b) => (b.segments[0]?.start ?? Infinity) <= picked);
  const active = found >= 0 ? found : Math.max(current, 0);
  const activeBlock = blocks[active];
  const words = activeBlock && blockWords(activeBlock, place);

  const pick = (index: number, svg: Element | null): void => {
    const target = Math.min(Math.max(index, 0), blocks.length - 1);
    setPicked(blocks[target]?.segments[0]?.start ?? null);
    (svg?.querySelectorAll('[role="option"]')[target] as SVGGElement | undefined)?.focus();
  };
  const onKeyDown = (event: KeyboardEvent<SVGSVGElement>): void => {
    const steps: Record<string, number> = {
      ArrowLeft: active - 1,
      ArrowRight: active + 1,
      Home: 0,
      End: blocks.length - 1,
    };
    const target = steps[event.key];
    if (target === undefined) return;
    event.preventDefault();
    pick(target, event.currentTarget);
  };
  const onPoint = (event: PointerEvent<SVGSVGElement>): void => {
    const x = event.clientX - event.currentTarget.getBoundingClientRect().left;
    const hit = blocks.findIndex((b) => x < b.x + b.width);
    if (hit >= 0) setPicked(blocks[hit]?.segments[0]?.start ?? null);
  };

  const start = past[0]?.start ?? now;
  const end = ahead.at(-1)?.end ?? past.at(-1)?.end ?? now;
  return (
    <div className="strip" ref={frame}>
      {width > 0 && (
        <svg
          className="strip-bar"
          role="listbox"
          aria-label={label}
          aria-orientation="horizontal"
          width={width}
          height={HEIGHT + 4}
          onKeyDown={onKeyDown}
          onPointerDown={onPoint}
          onPointerMove={onPoint}
        >
          <g transform="translate(0 2)">
            {blocks.map((block, i) => {
              const { title, when, why } = blockWords(block, place);
              return (
                <g
                  key={i}
                  role="option"
                  aria-selected={i === active}
                  aria-label={`${title}. ${when}. ${why}`}
                  tabIndex={i === active ? 0 : -1}
                >
                  <Block block={block} />
                </g>
              );
            })}
          </g>
          {nowX !== null && <path className="strip-now" d={`M${nowX} 0v${HEIGHT + 4}`} />}
          {breachX !== null && <path className="strip-deadline" d={`M${breachX} 0v${HEIGHT + 4}`} />}
        </svg>
      )}
      <p className="strip-ends">
        <span>{sayInstant(start, now, place)}</span>
        <span>
          {ahead.length > 0 && end === breachTime ? 'deadline, ' : ''}
          {ongoing && ahead.length === 0 ? 'now' : sayInstant(end, now, place)}
        </span>
      </p>
      {words && (
        <p className="strip-detail">
          <strong>{words.title}</strong>
          <br />
          <span>{words.when}</span>
          <br />
          <span className="subtle">{words.why}</span>
        </p>
      )}
      <StripLegend blocks={blocks} />
    </div>
  );
}
