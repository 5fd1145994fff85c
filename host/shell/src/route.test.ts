import { readRoute } from './route';

describe('the address of a page', () => {
  it.each([
    ['/', { page: 'home' }],
    ['/browse/ACME-1', { page: 'issue', issueKey: 'ACME-1' }],
    ['/browse/', { page: 'unknown' }],
    ['/browse/ACME-1/more', { page: 'unknown' }],
    ['/elsewhere/ACME-1', { page: 'unknown' }],
    ['/projects/ACME/apps/page', { page: 'project-app', projectKey: 'ACME', moduleKey: 'page' }],
    ['/projects/ACME/apps/page/one/%zz', { page: 'project-app', projectKey: 'ACME', moduleKey: 'page' }],
    ['/projects/ACME/apps', { page: 'unknown' }],
    ['/projects/ACME/settings', { page: 'project-settings', projectKey: 'ACME', moduleKey: null }],
    ['/projects/ACME/settings/apps/x/y', { page: 'project-settings', projectKey: 'ACME', moduleKey: 'x' }],
    ['/projects/ACME/settings/people', { page: 'unknown' }],
    ['/portal/ACME-1', { page: 'portal-request', issueKey: 'ACME-1' }],
    ['/portal/apps/page', { page: 'portal-app', moduleKey: 'page' }],
    ['/portal/apps', { page: 'unknown' }],
    ['/dashboards/', { page: 'dashboards' }],
    ['/dashboards/10000', { page: 'dashboard', dashboardId: '10000' }],
    ['/dashboards/10000/more', { page: 'unknown' }],
    ['/servicedesk/customer/portal/1/ACME-1', { page: 'portal-request', issueKey: 'ACME-1' }],
  ])('%s is read', (path, route) => expect(readRoute(path, '')).toEqual(route));

  it('keeps the filters of a list', () => {
    const route = readRoute('/projects/ACME', 'sort=breach');
    expect(route).toMatchObject({ page: 'list', projectKey: 'ACME' });
    expect(route.page === 'list' && route.search.get('sort')).toBe('breach');
  });
});
