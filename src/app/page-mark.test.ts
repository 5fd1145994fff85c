import { readMark, writeMark, type PageMark } from './page-mark';

const MARK: PageMark = {
  at: Date.UTC(2026, 10, 23),
  issueId: '10001',
  agreementId: 'acme',
  measureId: 'time-to-resolution',
  cycleNumber: 2,
};

describe('The mark of a page', () => {
  it.each([
    ['a verdict', MARK],
    ['a paused cycle, which breaches at no time', { ...MARK, at: null }],
    ['an id with signs of its own', { ...MARK, measureId: 'p1/p2 & 50%' }],
  ])('comes back as it was given out: %s', (_, mark) => {
    expect(readMark(writeMark(mark))).toEqual(mark);
  });

  it.each(['', 'x', '1/2/3', '1/2/a/b/c', '1/2/%E0/b/1', '1/1 OR 1=1/a/b/1', `${'9'.repeat(40)}/1/a/b/1`])(
    'is none that was given out: %j',
    (text) => expect(readMark(text)).toBeNull(),
  );
});
