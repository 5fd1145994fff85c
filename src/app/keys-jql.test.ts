import { keysJql } from './keys-jql';

describe('keysJql', () => {
  it('names each ticket once', () => {
    expect(keysJql(['ITS-1', 'ITS-2', 'ITS-1'])).toBe('key in (ITS-1, ITS-2)');
  });

  it('finds nothing where there is nothing to find', () => {
    expect(keysJql([])).toBe('key is EMPTY');
  });
});
