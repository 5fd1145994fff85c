import { readRoute } from './route';

describe('the address of a page', () => {
  it.each([
    ['/', { page: 'home' }],
    ['/browse/ACME-1', { page: 'issue', issueKey: 'ACME-1' }],
    ['/browse/', { page: 'unknown' }],
    ['/browse/ACME-1/more', { page: 'unknown' }],
    ['/elsewhere/ACME-1', { page: 'unknown' }],
  ])('%s is read', (path, route) => expect(readRoute(path, '')).toEqual(route));

  it('keeps the filters of a list', () => {
    const route = readRoute('/projects/ACME', 'sort=breach');
    expect(route).toMatchObject({ page: 'list', projectKey: 'ACME' });
    expect(route.page === 'list' && route.search.get('sort')).toBe('breach');
  });
});
