import { readServerOptions } from './server-options';

describe('reading the command line', () => {
  it('starts on port 4710 with the state in .local when nothing is said', () => {
    expect(readServerOptions([])).toEqual({
      ok: true,
      options: {
        port: 4710,
        fresh: false,
        paused: false,
        unreliable: false,
        data: '.local',
        sql: null,
        importLog: null,
      },
    });
  });

  it('takes every option', () => {
    const args =
      '--port 80 --fresh --paused --unreliable --data d --sql mysql://u:p@h:3306/db --import log.csv --mapping m.yaml';
    expect(readServerOptions(args.split(' '))).toEqual({
      ok: true,
      options: {
        port: 80,
        fresh: true,
        paused: true,
        unreliable: true,
        data: 'd',
        sql: 'mysql://u:p@h:3306/db',
        importLog: { file: 'log.csv', mapping: 'm.yaml', agreement: null },
      },
    });
  });

  it.each([
    [['--prot', '1'], "Unknown option '--prot'."],
    [['--port', 'http'], '--port must be a whole number from 0 to 65535, not "http".'],
    [['--port', '70000'], '--port must be a whole number from 0 to 65535, not "70000".'],
    [['--port='], '--port must be a whole number from 0 to 65535, not "".'],
    [
      ['--sql', 'postgres://x'],
      '--sql must look like mysql://user:password@host:port/database, not "postgres://x".',
    ],
    [
      ['--agreement', 'a.yaml'],
      '--mapping and --agreement say how a log is read, so they need --import FILE.',
    ],
    [['start'], "Unexpected argument 'start'."],
  ])('says in one sentence what is wrong with %j', (args, message) => {
    expect(readServerOptions(args)).toEqual({ ok: false, message });
  });

  it('offers help', () => {
    expect(readServerOptions(['-h'])).toEqual({ ok: 'help' });
  });
});
