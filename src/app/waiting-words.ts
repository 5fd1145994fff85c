import { pauseWaitsOn, statusWaitsOn } from '../agreement/starting-points/waiting-statuses';
import type { WaitingWords } from '../engine/holder-time';

/** Whom a ticket waits for, by the names of its pauses and statuses. */
export const WAITING_WORDS: WaitingWords = {
  onPause: (name) => (pauseWaitsOn(name) === 'customer' ? 'c' : 'v'),
  onStatus: (name) => {
    const party = statusWaitsOn(name);
    return party === null ? null : party === 'customer' ? 'c' : 'v';
  },
};
