import { sayShare } from './say-share';

describe('sayShare', () => {
  it.each([
    [0, '0%'],
    [0.9, '90%'],
    [0.29, '29%'],
    [0.9333, '93.3%'],
    [0.9999, '99.9%'],
    [1, '100%'],
  ])('says %d as %s', (share, said) => {
    expect(sayShare(share)).toBe(said);
  });
});
