import { redirectOf } from './redirect';
import { readRoute } from './route';

const acme = { id: '1', key: 'ACME', name: 'Acme', type: 'service_desk', mayAdminister: false };
const person = { accountId: 'a', name: 'A', roleName: '', projectKeys: [], timeZone: 'UTC' };
const agent = { user: { ...person, isCustomer: false }, projects: [acme] };
const customer = { user: { ...person, isCustomer: true }, projects: [acme] };

describe('who opens a page that is not for them', () => {
  it.each([
    ['/', '/portal'],
    ['/projects/ACME', '/portal'],
    ['/projects/ACME/apps/page/x', '/portal'],
    ['/projects/ACME/settings', '/portal'],
    ['/dashboards/10000', '/portal'],
    ['/browse/ACME-1', '/portal/ACME-1'],
    ['/portal', null],
    ['/portal/ACME-1', null],
    ['/portal/apps/page', null],
    ['/nowhere', null],
  ])('a customer on %s goes to %s', (path, goal) => {
    expect(redirectOf(readRoute(path, ''), customer)).toBe(goal);
  });

  it.each([
    ['/', '/projects/ACME'],
    ['/portal', '/projects/ACME'],
    ['/portal/apps/page', '/projects/ACME'],
    ['/portal/ACME-1', '/browse/ACME-1'],
    ['/browse/ACME-1', null],
    ['/projects/ACME/settings', null],
  ])('an agent on %s goes to %s', (path, goal) => {
    expect(redirectOf(readRoute(path, ''), agent)).toBe(goal);
  });

  it('stays where nothing is shared', () => {
    expect(redirectOf({ page: 'home' }, { ...agent, projects: [] })).toBeNull();
    expect(redirectOf({ page: 'portal', search: new URLSearchParams() }, { ...agent, projects: [] })).toBe(
      '/',
    );
  });
});
