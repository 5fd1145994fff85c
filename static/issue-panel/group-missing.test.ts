import type { MissingTimerView } from '../../src/contract';
import { groupMissing } from './group-missing';

const missing = (agreementName: string, measureName: string, text: string): MissingTimerView => ({
  agreementName,
  measureName,
  reason: 'out-of-scope',
  text,
});

describe('groupMissing', () => {
  it('says a reason once for all measures of an agreement, and keeps agreements and reasons apart', () => {
    const groups = groupMissing([
      missing('Acme', 'First response', 'Not covered.'),
      missing('Acme', 'Resolution', 'Not covered.'),
      missing('Acme', 'Update', 'Not started.'),
      missing('Globex', 'Resolution', 'Not covered.'),
    ]);
    expect(groups).toEqual([
      { agreementName: 'Acme', measureNames: ['First response', 'Resolution'], text: 'Not covered.' },
      { agreementName: 'Acme', measureNames: ['Update'], text: 'Not started.' },
      { agreementName: 'Globex', measureNames: ['Resolution'], text: 'Not covered.' },
    ]);
  });

  it('has nothing to say of nothing', () => expect(groupMissing([])).toEqual([]));
});
