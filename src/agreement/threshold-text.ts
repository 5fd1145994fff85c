import { WHOLE } from '../engine/consequences';
import type { Threshold } from '../engine/escalation';
import { readDuration } from './duration-text';
import { readPartsPerMillion } from './parts-per-million';
import { read, refuse, type Reading } from './problem';

const REMEDY = 'Write 30m before breach, at breach, 2h after breach or at 75%.';

/**
 * Reads where on the way to its goal something happens.
 *
 * @example readThreshold('30m before breach') // { ok: true, value: { at: 'before-breach', ms: 1_800_000 } }
 */
export function readThreshold(text: string): Reading<Threshold> {
  const trimmed = text.trim().toLowerCase().replace(/\s+/g, ' ');
  if (trimmed === 'at breach') return read({ at: 'breach' });
  const share = /^at (\d.*%)$/.exec(trimmed)?.[1];
  if (share !== undefined) return readShareOfGoal(share);
  const [, duration = '', side] = /^(.+) (before|after) breach$/.exec(trimmed) ?? [];
  if (side === undefined) return refuse(`"${text}" is not a point in time of a goal`, REMEDY);
  const ms = readDuration(duration);
  if (!ms.ok) return ms;
  if (ms.value === null) return refuse(`"${text}" leaves no time at all`, REMEDY);
  return read({ at: side === 'before' ? 'before-breach' : 'after-breach', ms: ms.value });
}

function readShareOfGoal(text: string): Reading<Threshold> {
  const share = readPartsPerMillion(text);
  if (!share.ok) return share;
  if (share.value === 0) return refuse(`"${text}" is the start of the clock`, 'Write more than 0%.');
  if (share.value === WHOLE) return refuse('At 100% the goal is used up, but still met', 'Write at breach, or a smaller share.'); // prettier-ignore
  return read({ at: 'share', share: share.value });
}
