import { isForAdmins, pathOf, readRoute, type Route } from './routes';

const routes: readonly (readonly [string, Route])[] = [
  ['/', { page: 'agreements' }],
  ['/new', { page: 'new' }],
  ['/agreements/acme-it', { page: 'agreement', agreementId: 'acme-it' }],
  ['/agreements/acme-it?version=2', { page: 'agreement', agreementId: 'acme-it', version: 2 }],
  ['/agreements/acme-it/edit', { page: 'edit', agreementId: 'acme-it' }],
  ['/agreements/acme-it/what-if', { page: 'what-if', agreementId: 'acme-it' }],
  ['/exclusions', { page: 'exclusions' }],
  ['/audit', { page: 'audit' }],
  ['/settings', { page: 'settings' }],
];

describe('readRoute', () => {
  it.each(routes)('reads %s, and pathOf writes it', (path, route) => {
    expect(readRoute(path)).toEqual(route);
    expect(pathOf(route)).toBe(path);
  });

  it.each([
    ['', { page: 'agreements' }],
    ['/exclusions/', { page: 'exclusions' }],
    ['/agreements', { page: 'agreements' }],
    ['/agreements/a?version=0', { page: 'agreement', agreementId: 'a' }],
    ['/agreements/a?version=<script>', { page: 'agreement', agreementId: 'a' }],
    ['/agreements/a%2Fb', { page: 'agreement', agreementId: 'a/b' }],
  ])('reads %s as people mean it', (path, route) => {
    expect(readRoute(path)).toEqual(route);
  });

  it.each([
    '/nowhere',
    '/agreements/a/b',
    '/agreements/a/edit/more',
    '/agreements/%E0%A4%A',
    '/constructor',
    '/agreements/a/toString',
  ])('knows no %s', (path) => {
    expect(readRoute(path)).toEqual({ page: 'unknown' });
  });

  it('reads back any id', () => {
    const route: Route = { page: 'agreement', agreementId: 'ö / ? # %' };
    expect(readRoute(pathOf(route))).toEqual(route);
  });
});

describe('isForAdmins', () => {
  it('leaves reading, signing and exclusions to everybody', () => {
    const open = routes.filter(([, route]) => !isForAdmins(route)).map(([path]) => path);
    expect(open).toEqual(['/', '/agreements/acme-it', '/agreements/acme-it?version=2', '/exclusions']);
  });
});
