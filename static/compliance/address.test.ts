import { moved, readAddress, writeAddress } from './address';

describe('an address', () => {
  it.each([
    '/',
    '/?period=last-month&by=month',
    '/at-risk?agreement=acme&assignee=557058%3Aana',
    '/breaches/gross?from=2026-01-01&to=2026-02-03&priority=1&request-type=21&organization=7',
    '/measure?agreement=acme&measure=time-to-resolution',
    '/reports/acme%2Fone/1767225600000',
    '/providers?from=2026-01-01&to=2026-01-01',
    '/?agreement=acme&list=resolved',
    '/measure?measure=time-to-resolution&list=reopened',
  ])('%s is read and written back', (path) => {
    expect(writeAddress(readAddress(path))).toBe(path);
  });

  it.each([
    ['/?period=nonsense', 'last-30-days'],
    ['/?from=2026-02-30&to=2026-03-01', 'last-30-days'],
    ['/?from=2026-03-02&to=2026-03-01&period=this-year', 'this-year'],
    ['/?from=2026-03-02', 'last-30-days'],
  ])('%s has no such days and falls back to %s', (path, preset) => {
    expect(readAddress(path).filters.period).toEqual({ preset });
  });

  it.each(['/nowhere', '/settings/x', '/Breaches'])('%s leads nowhere', (path) => {
    expect(readAddress(path).page).toBe('unknown');
  });

  it.each(['/?list=nonsense', '/?list=', '/'])('%s opens no list', (path) => {
    expect(readAddress(path).list).toBeNull();
  });

  it('bears what cannot be decoded', () => {
    expect(readAddress('/reports/%E0%A4%A').below).toEqual(['%E0%A4%A']);
  });
});

describe('a move', () => {
  const from = readAddress('/breaches/gross?agreement=acme&priority=1');

  it('to another tab keeps the filters and begins at its top', () => {
    expect(writeAddress(moved(from, { page: 'at-risk' }))).toBe('/at-risk?agreement=acme&priority=1');
  });

  it('changes one filter and stays where it is', () => {
    expect(writeAddress(moved(from, { filters: { priority: '3' } }))).toBe(
      '/breaches/gross?agreement=acme&priority=3',
    );
  });

  it('takes a filter away', () => {
    expect(writeAddress(moved(from, { filters: { agreementId: undefined } }))).toBe(
      '/breaches/gross?priority=1',
    );
  });

  it('opens a list over the page, and any other closes it', () => {
    const open = moved(from, { page: 'overview', list: 'rated' });
    expect(writeAddress(open)).toBe('/?agreement=acme&priority=1&list=rated');
    expect(writeAddress(moved(open, {}))).toBe('/?agreement=acme&priority=1');
  });

  it('from an address that leads nowhere begins at the overview', () => {
    expect(writeAddress(moved(readAddress('/nowhere'), { filters: { priority: '3' } }))).toBe('/?priority=3');
  });
});
