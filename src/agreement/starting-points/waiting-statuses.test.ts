import { pauseWaitsOn, statusWaitsOn } from './waiting-statuses';

describe('A waiting status', () => {
  it.each([
    ['Waiting for customer', 'customer'],
    ['Awaiting approval', 'customer'],
    ['Pending', 'customer'],
    ['On hold', 'customer'],
    ['Waiting on vendor', 'third-party'],
    ['Pending third party', 'third-party'],
    ['Blocked by external supplier', 'third-party'],
    ['Waiting for support', null],
    ['In progress', null],
    ['', null],
  ])('“%s” waits on %s', (name, party) => {
    expect(statusWaitsOn(name)).toBe(party);
  });

  it('of a pause waits on the customer unless its name says otherwise', () => {
    expect([pauseWaitsOn('Lunch'), pauseWaitsOn('With the partner')]).toEqual(['customer', 'third-party']);
  });
});
