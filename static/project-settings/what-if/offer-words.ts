import type { OfferAnswer } from '../../../src/contract/what-if';
import { sayShare } from '../../ui/say-share';

/** The answer to "Would this offer have been met?", in a sentence; null = nothing can be said. */
export function sayOffer({ verdict, reached, range }: OfferAnswer): string | null {
  if (range === null) return null;
  const between = `with 95 % confidence the share lies between ${sayShare(range.low)} and ${sayShare(range.high)}`;
  switch (verdict) {
    case 'kept':
      return `The draft would have been kept on these tickets: ${between}, at or above the target.`;
    case 'missed':
      return `The draft would have been missed on these tickets: ${between}, below the target.`;
    case 'unsure':
      return `The draft would ${reached ? 'just have been kept' : 'just have been missed'} on these tickets, and that may be chance: ${between}, and the target is in it.`;
    case 'no-target':
    case 'nothing-counted':
      return null;
  }
}
