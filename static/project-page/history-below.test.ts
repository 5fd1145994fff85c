import { memoryHistory } from '../ui/memory-history';
import { historyBelow } from './history-below';
import { partOf } from './part-of';

describe('The history of a part of the page', () => {
  it.each([
    ['/compliance', '/'],
    ['/compliance/', '/'],
    ['/compliance?period=this-month', '/?period=this-month'],
    ['/compliance/breaches/gross?by=month', '/breaches/gross?by=month'],
  ])('%s is its %s', (whole, below) => {
    expect(historyBelow(memoryHistory(whole), '/compliance').path()).toBe(below);
  });

  it.each([
    ['/', '/compliance'],
    ['/?period=this-month', '/compliance?period=this-month'],
    ['/breaches?by=month', '/compliance/breaches?by=month'],
  ])('going to its %s leads to %s', (below, expected) => {
    const whole = memoryHistory('/compliance/providers');
    const history = historyBelow(whole, '/compliance');
    history.push(below);
    expect(whole.path()).toBe(expected);
    expect(history.path()).toBe(below);
  });

  it('hears nothing of other parts, and stays where it was', () => {
    const whole = memoryHistory('/compliance/credits');
    const history = historyBelow(whole, '/compliance');
    const heard: string[] = [];
    history.listen(() => heard.push(history.path()));
    expect(history.path()).toBe('/credits');
    whole.push('/agreements/acme');
    whole.push('/compliances');
    expect(history.path()).toBe('/credits');
    whole.push('/compliance/reports');
    expect(heard).toEqual(['/reports']);
  });
});

describe('An address', () => {
  it.each([
    ['/', 'agreements'],
    ['/agreements/compliance', 'agreements'],
    ['/compliances', 'agreements'],
    ['/compliance', 'compliance'],
    ['/compliance?by=month', 'compliance'],
    ['/compliance/breaches', 'compliance'],
  ])('%s belongs to %s', (path, part) => expect(partOf(path)).toBe(part));
});
