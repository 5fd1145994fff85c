import { DashboardBook, firstDashboards, gadgetsIn } from './dashboard-book';

describe('the dashboards of a site', () => {
  let changes = 0;
  const book = (saved = firstDashboards) => new DashboardBook(saved, () => changes++);
  beforeEach(() => (changes = 0));

  it('begin with an empty one, and give new ones ids of their own', () => {
    const fresh = book();
    expect(fresh.all().map(({ id, gadgets }) => [id, gadgets.length])).toEqual([['10000', 0]]);
    expect(fresh.create('Providers', 'dashboards:widget')).toEqual({
      id: '10001',
      name: 'Providers',
      holds: 'dashboards:widget',
      columns: 2,
      gadgets: [],
    });
    expect(changes).toBe(1);
  });

  it('put a gadget where there is most room', () => {
    const fresh = book();
    for (const key of ['a', 'b', 'c']) fresh.add('10000', key);
    const board = fresh.find('10000');
    expect(board?.gadgets.map(({ id, moduleKey, column }) => [id, moduleKey, column])).toEqual([
      ['10001', 'a', 0],
      ['10002', 'b', 1],
      ['10003', 'c', 0],
    ]);
  });

  it('show everything in the columns that are left', () => {
    const fresh = book();
    for (const key of ['a', 'b', 'c']) fresh.add('10000', key);
    const narrow = fresh.change('10000', (board) => ({ ...board, columns: 1 }));
    expect(narrow && gadgetsIn(narrow, 0).map(({ moduleKey }) => moduleKey)).toEqual(['a', 'b', 'c']);
  });

  it('never give an id twice, also after a start', () => {
    const before = book();
    before.add('10000', 'a');
    const after = book(before.all());
    after.add('10000', 'b');
    expect(after.find('10000')?.gadgets.map(({ id }) => id)).toEqual(['10001', '10002']);
  });

  it('know nothing of one that was removed', () => {
    const fresh = book();
    fresh.remove('10000');
    expect(fresh.find('10000')).toBeNull();
    expect(fresh.add('10000', 'a')).toBeNull();
  });
});
