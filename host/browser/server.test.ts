import { createServer } from 'node:http';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AddressInfo } from 'node:net';
import { runServer, startServer, temporaryFolder } from './local-server';

const folders = Array.from({ length: 3 }, temporaryFolder);
const [kept, spare, damaged] = folders.map(({ path }) => path) as [string, string, string];
afterAll(() => folders.forEach(({ remove }) => remove()));

/** One request as the agent Ben. */
async function ask<T>(address: string, path: string, body?: unknown): Promise<T> {
  const response = await fetch(`${address}${path}`, {
    headers: { cookie: 'local-jira-user=ben-okafor', 'content-type': 'application/json' },
    ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return (await response.json()) as T;
}

interface Issue {
  readonly key: string;
  readonly sla: { readonly state: string } | null;
  readonly comments: readonly { readonly text: string }[];
}

describe('npm start', () => {
  it('prints one address, stops cleanly and goes on where it stopped', async () => {
    const first = await startServer(['--port', '0', '--paused', '--data', kept]);
    expect(first.output().match(/https?:\/\//g)).toHaveLength(1);
    const { now } = await ask<{ now: number }>(first.address, '/api/clock');
    const { rows } = await ask<{ rows: Issue[] }>(first.address, '/api/issues?project=ACME&sort=breach');
    const key = rows[0]?.key ?? '';
    await ask(first.address, `/api/issues/${key}/comments`, { text: 'Kept between starts', internal: true });
    await ask(first.address, '/api/clock', { action: 'advance', byMs: 900_000 });
    const before = await ask<Issue>(first.address, `/api/issues/${key}`);
    expect(await first.stop('SIGINT')).toBe(0);

    const second = await startServer(['--port', '0', '--data', kept]);
    const clock = await ask<{ now: number; running: boolean }>(second.address, '/api/clock');
    expect(clock).toMatchObject({ now: now + 900_000, running: false });
    const after = await ask<Issue>(second.address, `/api/issues/${key}`);
    expect(after.comments.at(-1)?.text).toBe('Kept between starts');
    expect(after.sla).toEqual(before.sla);
    expect(after.sla).not.toBeNull();
    expect(await second.stop('SIGTERM')).toBe(0);
  });

  it('forgets everything with --fresh', async () => {
    const state = join(kept, 'state.json');
    const before = readFileSync(state, 'utf8');
    const server = await startServer(['--port', '0', '--paused', '--fresh', '--data', kept]);
    await server.stop();
    const after = readFileSync(state, 'utf8');
    expect(before).toContain('Kept between starts');
    expect(after).not.toContain('Kept between starts');
  });

  it('says in one sentence that the port is taken, and what to do', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as AddressInfo;
    const { code, output } = await runServer(['--port', String(port), '--data', spare]);
    other.close();
    expect(output).toBe(
      `Port ${port} is taken by another program: stop that one, or start on another port with npm start -- --port ${port + 1}\n`,
    );
    expect(code).toBe(1);
  });

  it('says how to go on when the saved state is damaged', async () => {
    writeFileSync(join(damaged, 'state.json'), '{"format":1,');
    const { code, output } = await runServer(['--port', '0', '--data', damaged]);
    expect(output).toBe(
      `The saved state in ${damaged} is damaged or from another version; start with --fresh to begin anew.\n`,
    );
    expect(code).toBe(1);
    expect(readFileSync(join(damaged, 'state.json'), 'utf8')).toBe('{"format":1,');
  });

  it('explains its options when one is wrong', async () => {
    const { code, output } = await runServer(['--prot', '1']);
    expect(output).toMatch(/^Unknown option '--prot'\.\n\nUsage: npm start/);
    expect(code).toBe(2);
  });
});
