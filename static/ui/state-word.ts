/** The tone a state is coloured in; never its only sign. */
export type Tone = 'information' | 'warning' | 'danger' | 'success' | 'neutral' | 'discovery';

export interface Word {
  readonly word: string;
  readonly tone: Tone;
}

const words = {
  running: { word: 'Running', tone: 'information' },
  'at-risk': { word: 'At risk', tone: 'warning' },
  breached: { word: 'Breached', tone: 'danger' },
  paused: { word: 'Paused', tone: 'discovery' },
  'outside-hours': { word: 'Outside hours', tone: 'neutral' },
  excluded: { word: 'Excluded', tone: 'discovery' },
  met: { word: 'Met', tone: 'success' },
  'no-goal': { word: 'No goal', tone: 'neutral' },
  cancelled: { word: 'Cancelled', tone: 'neutral' },
  reset: { word: 'Reset', tone: 'neutral' },
} as const satisfies Record<string, Word>;

/** How a timer's state is said and which tone it has. */
export const stateWord = (state: keyof typeof words): Word => words[state];
