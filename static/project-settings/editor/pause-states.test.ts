import { pausedStatus, runningStatuses, whileInStatuses, withPausedStatuses } from './pause-states';

const waiting = { name: 'With the customer', when: 'status = "Waiting for customer"' };
const other = { name: 'No approval', when: 'Approval is empty' };

it('pauses in exactly the statuses chosen, and leaves other pauses and given names alone', () => {
  expect(withPausedStatuses([waiting, other], ['Waiting for customer', 'On hold'])).toEqual([
    waiting,
    other,
    { name: 'On hold', when: 'status = "On hold"' },
  ]);
  expect(withPausedStatuses([waiting, other], [])).toEqual([other]);
});

it('knows the status of a pause only where it asks for one and nothing else', () => {
  expect([pausedStatus(waiting), pausedStatus(other)]).toEqual(['Waiting for customer', null]);
  expect(pausedStatus({ name: '', when: 'status in (A, B)' })).toBeNull();
});

it('reads and writes the statuses of a clock that runs only in them', () => {
  expect(runningStatuses(whileInStatuses(['In progress', 'Open']))).toEqual(['In progress', 'Open']);
  expect([runningStatuses(''), runningStatuses('priority = High')]).toEqual([[], null]);
});
