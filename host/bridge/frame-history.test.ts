import { addressIn, placeIn, type FrameLocation } from './frame-history';

const base = '/projects/ACME/apps/agreements';
const at = (pathname: string, search = ''): FrameLocation => ({ pathname, search, hash: '', state: null });

describe('a place in a page of an app', () => {
  it.each([
    [base, '', '', at('/')],
    [`${base}/`, '', '', at('/')],
    [`${base}/one/history`, '?side=customer', '', at('/one/history', '?side=customer')],
    [`${base}/one`, '', '#goals', { ...at('/one'), hash: '#goals' }],
  ])('%s%s%s is read', (pathname, search, hash, place) => {
    expect(placeIn(base, { pathname, search, hash }, null)).toEqual(place);
  });

  it('is none where another page begins alike', () => {
    expect(placeIn(base, { pathname: `${base}-old/one`, search: '', hash: '' }, null)).toBeNull();
    expect(placeIn(base, { pathname: '/projects/ACME', search: '', hash: '' }, null)).toBeNull();
  });

  it('keeps what was put into its step', () => {
    expect(placeIn(base, { pathname: base, search: '', hash: '' }, { from: 'list' })?.state).toEqual({
      from: 'list',
    });
  });

  it.each([
    ['/', base],
    ['/one', `${base}/one`],
    ['two', `${base}/one/two`],
    ['../three', `${base}/three`],
    ['?page=2', `${base}/one/history?page=2`],
    ['/../../..//elsewhere', `${base}//elsewhere`],
    [{ pathname: '/one', search: 'page=2', hash: 'goals' }, `${base}/one?page=2#goals`],
    [{ search: '?page=3' }, `${base}/one/history?page=3`],
    ['/text with spaces', `${base}/text%20with%20spaces`],
  ])('%j has its address under the page', (to, address) => {
    expect(addressIn(base, at('/one/history', '?page=1'), to)).toBe(address);
  });
});
