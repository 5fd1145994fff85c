import { pathBelow } from './draft-path';

type Shape =
  | 'text'
  | 'number'
  | 'value'
  | 'flag'
  | 'hours'
  | 'texts'
  | 'moments'
  | { readonly list: Shape }
  | { readonly keys: Readonly<Record<string, Shape>> };

const PARTY: Shape = {
  keys: {
    name: 'text',
    timeZone: 'text',
    organizations: { list: { keys: { name: 'text', id: 'text' } } },
    representatives: { list: { keys: { name: 'text', role: 'text', accountId: 'text' } } },
  },
};
const STATE: Shape = { keys: { name: 'text', when: 'text', id: 'text' } };
const GOAL: Shape = { keys: { name: 'text', id: 'text', when: 'text', within: 'text', calendar: 'text' } };

const ACTION: Shape = {
  keys: {
    comment: 'text',
    notify: {
      keys: {
        people: { list: 'text' },
        roles: { list: 'text' },
        representatives: { list: 'text' },
        subject: 'text',
        text: 'text',
      },
    },
    assign: 'text',
    raisePriority: 'text',
    label: 'text',
    transition: 'text',
    set: { keys: { field: 'text', value: 'value' } },
  },
};

/** What each field of the form can hold; what a document says beside that, the form leaves alone. */
const SHAPE: Shape = {
  keys: {
    id: 'text',
    name: 'text',
    kind: 'text',
    effectiveFrom: 'text',
    scope: 'text',
    parties: { keys: { provider: PARTY, customer: PARTY } },
    calendars: {
      list: {
        keys: {
          id: 'text',
          name: 'text',
          timeZone: 'text',
          hours: 'hours',
          dates: 'texts',
          breaks: 'texts',
          holidays: { list: { keys: { date: 'text', name: 'text', yearly: 'flag' } } },
        },
      },
    },
    measures: {
      list: {
        keys: {
          preset: 'text',
          id: 'text',
          name: 'text',
          start: 'moments',
          stop: 'moments',
          resetOn: 'moments',
          pauseWhile: { list: STATE },
          runWhile: STATE,
          cancelWhile: 'text',
          reopen: 'text',
          startFrom: 'text',
          goals: { list: GOAL },
          calendar: 'text',
          atRisk: 'text',
          target: 'text',
        },
      },
    },
    exclusions: {
      list: {
        keys: {
          id: 'text',
          kind: 'text',
          clause: 'text',
          effect: 'text',
          measures: { list: 'text' },
          when: 'text',
          windows: { list: { keys: { from: 'text', to: 'text' } } },
          during: 'text',
          reason: 'text',
        },
      },
    },
    responsibilities: { list: { keys: { of: 'text', text: 'text', measure: 'text' } } },
    consequences: {
      keys: {
        fee: { keys: { amount: 'number', currency: 'text' } },
        cap: 'text',
        credits: {
          list: {
            keys: {
              measure: 'text',
              weight: 'text',
              tiers: { list: { keys: { below: 'text', credit: 'text' } } },
              shortfall: 'flag',
              perBreach: { keys: { amount: 'number', per: 'text', free: 'text' } },
            },
          },
        },
        together: { list: { list: 'text' } },
        earnBack: { keys: { periods: 'number', reach: 'text', back: 'text' } },
        actions: { list: 'text' },
        escalations: {
          list: {
            keys: {
              id: 'text',
              name: 'text',
              measures: { list: 'text' },
              when: 'text',
              anyHour: 'flag',
              do: { list: ACTION },
            },
          },
        },
      },
    },
    report: {
      keys: { every: 'text', to: { list: 'text' }, by: 'text', within: 'text', parts: { list: 'text' } },
    },
  },
};

/**
 * Where a document holds something that the form has no field for, such as a number in place of a list; null =
 * the form can show it. Such a document is edited as text.
 */
export function misfit(document: unknown): string | null {
  return misfitOf(document, SHAPE, '');
}

function misfitOf(value: unknown, shape: Shape, path: string): string | null {
  if (value === undefined) return null;
  if (typeof shape === 'string') return fits(value, shape) ? null : path;
  if ('list' in shape) {
    if (!Array.isArray(value)) return path;
    return first(value.map((item, index) => misfitOf(item ?? null, shape.list, pathBelow(path, index))));
  }
  if (!isNamed(value)) return path;
  return first(
    Object.entries(shape.keys).map(([key, inner]) => misfitOf(value[key], inner, pathBelow(path, key))),
  );
}

function fits(value: unknown, shape: Extract<Shape, string>): boolean {
  switch (shape) {
    case 'text':
      return typeof value === 'string';
    case 'number':
      return typeof value === 'number';
    case 'value':
      return typeof value === 'string' || typeof value === 'number';
    case 'flag':
      return typeof value === 'boolean';
    case 'texts':
      return isNamed(value) && Object.values(value).every((each) => typeof each === 'string');
    case 'hours':
      return value === 'always' || fits(value, 'texts');
    case 'moments':
      return (
        Array.isArray(value) &&
        value.every(
          (each) =>
            typeof each === 'string' ||
            (isNamed(each) &&
              typeof each['moment'] === 'string' &&
              ['string', 'undefined'].includes(typeof each['when']) &&
              ['string', 'undefined'].includes(typeof each['flag'])),
        )
      );
  }
}

const first = (paths: readonly (string | null)[]): string | null =>
  paths.find((path) => path !== null) ?? null;

function isNamed(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
