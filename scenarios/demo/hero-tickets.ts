import type { Hero } from './hero';
import { lookingBack } from './heroes-looking-back';
import { runningOut } from './heroes-running-out';
import { standingStill } from './heroes-standing-still';

/** Tickets written by hand, each showing one thing at 10:40 in London on Tuesday, 24 November 2026. */
export const heroes: readonly Hero[] = [...runningOut, ...standingStill, ...lookingBack];
