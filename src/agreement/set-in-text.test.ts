import { setInText } from './set-in-text';

describe('Setting a value in a text', () => {
  it.each<[string, string, string, string | number, string]>([
    ['a number in YAML, comments kept', 'id: a # ours\nversion: 1 # first\n', 'version', 2, 'id: a # ours\nversion: 2 # first\n'],
    ['a date in YAML', 'effectiveFrom: 2026-01-01\nid: a\n', 'effectiveFrom', '2026-12-01', 'effectiveFrom: 2026-12-01\nid: a\n'],
    ['an instant in YAML', 'effectiveFrom: "2026-01-01"\n', 'effectiveFrom', '2026-12-01T08:00+01:00', 'effectiveFrom: 2026-12-01T08:00+01:00\n'],
    ['in JSON', '{ "id": "a", "version": 1 }', 'version', 2, '{ "id": "a", "version": 2 }'],
    ['a text in JSON', '{"effectiveFrom":"2026-01-01"}', 'effectiveFrom', '2026-12-01', '{"effectiveFrom":"2026-12-01"}'],
    ['where it is missing', '# an agreement\nid: a\n', 'version', 2, '# an agreement\nversion: 2\nid: a\n'],
    ['where it is missing in JSON', '{\n  "id": "a"\n}', 'version', 2, '{"version": 2, \n  "id": "a"\n}'],
    ['where nothing stands behind it', 'version:\nid: a\n', 'version', 2, 'version: 2\nid: a\n'],
    ['with the line ends of Windows', 'id: a\r\nversion: 1\r\nname: b\r\n', 'version', 12, 'id: a\r\nversion: 12\r\nname: b\r\n'],
    ['not one of the same name deeper down', 'a:\n  version: 7\nversion: 1\n', 'version', 2, 'a:\n  version: 7\nversion: 2\n'],
  ])('%s', (_, text, key, value, expected) => expect(setInText(text, key, value)).toBe(expected)); // prettier-ignore

  it.each([['- a list'], ['just text'], ['a: [1'], ['']])('leaves %j alone', (text) =>
    expect(setInText(text, 'version', 2)).toBe(text),
  );
});
