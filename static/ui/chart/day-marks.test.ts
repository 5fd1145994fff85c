import { dayMarks } from './day-marks';

const at = (text: string) => Date.parse(text);

describe('dayMarks', () => {
  it('are the midnights of the zone, thinned out', () => {
    const [from, to] = [at('2026-11-25T12:00Z'), at('2026-11-28T00:00Z')];
    expect(dayMarks(from, to, 'UTC', 9)).toEqual([
      { at: at('2026-11-26T00:00Z'), words: 'Thu 26' },
      { at: at('2026-11-27T00:00Z'), words: 'Fri 27' },
      { at: at('2026-11-28T00:00Z'), words: 'Sat 28' },
    ]);
    expect(dayMarks(from, to, 'UTC', 2).map(({ words }) => words)).toEqual(['Thu 26', 'Sat 28']);
    expect(dayMarks(from, to, 'Asia/Kathmandu', 9)[0]?.at).toBe(at('2026-11-25T18:15Z'));
  });

  it('stand on the midnight after a day of twenty-five hours, too', () => {
    const marks = dayMarks(at('2026-10-24T12:00Z'), at('2026-10-26T12:00Z'), 'Europe/Berlin', 9);
    expect(marks.map((mark) => mark.at)).toEqual([at('2026-10-24T22:00Z'), at('2026-10-25T23:00Z')]);
  });
});
