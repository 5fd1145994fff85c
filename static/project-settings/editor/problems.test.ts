import { CLEAN, countWords, problemsOf } from './problems';

const fault = (path: string, message = 'Wrong') => ({ path, message, remedy: 'Mend it.' });
const finding = (path: string, severity: 'error' | 'warning') => ({
  rule: 'r',
  severity,
  path,
  message: 'Found',
  remedy: 'Mend it.',
  counterExample: null,
});

it('puts errors first and finds problems at and below a path', () => {
  const { all, at, under } = problemsOf(
    {
      faults: [fault('measures[0].name')],
      findings: [finding('report', 'warning'), finding('measures[0].goals[1]', 'error')],
    },
    CLEAN,
  );
  expect(all.map(({ path }) => path)).toEqual(['measures[0].name', 'measures[0].goals[1]', 'report']);
  expect(at.get('measures[0]')).toBeUndefined();
  expect(under.get('measures[0]')).toHaveLength(2);
  expect(under.get('')).toHaveLength(3);
  expect(countWords(all)).toBe('2 errors, 1 warning');
});

it('keeps the lists of paths whose problems stayed', () => {
  const before = problemsOf({ faults: [fault('name'), fault('scope')], findings: [] }, CLEAN);
  const after = problemsOf({ faults: [fault('name'), fault('scope', 'Worse')], findings: [] }, before);
  expect(after.at.get('name')).toBe(before.at.get('name'));
  expect(after.at.get('scope')).not.toBe(before.at.get('scope'));
});
