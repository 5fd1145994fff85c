import { frameOrigin } from './frame-origin';

describe('the origin of frames', () => {
  it.each([
    ['localhost', '4710', 'http://127.0.0.1:4710'],
    ['127.0.0.1', '4710', 'http://localhost:4710'],
    ['desk.example', '', 'http://desk.example'],
  ])('of a shell on %s:%s is %s', (hostname, port, origin) => {
    expect(frameOrigin({ protocol: 'http:', hostname, port })).toBe(origin);
  });
});
