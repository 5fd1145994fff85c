import { cpus } from 'node:os';
import type { SqlBackend } from '../../host/contract';
import { createEmptyDatabase, createMariadbBackend } from '../../host/forge/sql/mariadb-backend';
import { startMariadb } from '../../host/forge/sql/mariadb-server';
import { createSqliteBackend } from '../../host/forge/sql/sqlite-backend';
import { installTestRuntime } from '../../host/forge/test-runtime';
import { formatTable } from '../report';
import { DAYS, fillOngoing, fillPastCycles, FIRST_DAY, PROJECT } from './past-cycles';
import { questions } from './questions';

/** `npm run bench:reports [sqlite|mariadb] [cycles]`: both engines and a million cycles where nothing is said. */
const [engines, cycles] = [process.argv[2] ?? 'sqlite,mariadb', Number(process.argv[3] ?? 1_000_000)];
const TARGET_MS = { sqlite: 100, mariadb: 150 } as const;
const ASKINGS = { with: 40, without: 1 } as const;
type Engine = keyof typeof TARGET_MS;

async function main(): Promise<number> {
  console.log(`Node ${process.versions.node}, ${cpus().length} x ${cpus()[0]?.model ?? 'unknown processor'}`);
  let missed = 0;
  for (const engine of engines.split(',') as Engine[]) {
    const started = await start(engine).catch((fault: Error) => fault.message);
    if (typeof started === 'string') console.log(`\nSKIPPED ${engine}: ${started}`);
    else {
      try {
        missed += await measure(engine, started.sql);
      } finally {
        await started.stop();
      }
    }
  }
  return missed === 0 ? 0 : 1;
}

async function start(engine: Engine): Promise<{ sql: SqlBackend; stop(): Promise<void> }> {
  if (engine === 'sqlite') {
    const sql = createSqliteBackend();
    return { sql, stop: () => sql.close() };
  }
  const server = await startMariadb(['--innodb-buffer-pool-size=2G']);
  await createEmptyDatabase(server.socketPath, 'accord');
  const sql = createMariadbBackend({ socketPath: server.socketPath, database: 'accord' });
  const stop = async () => {
    await sql.close();
    await server.stop();
  };
  return { sql, stop };
}

async function measure(engine: Engine, sql: SqlBackend): Promise<number> {
  const runtime = installTestRuntime({ sql, rateLimited: false });
  try {
    const { migrateSchema } = await import('../../src/storage/migrate-schema');
    const { markDirty } = await import('../../src/storage/rollup-dirty');
    await runtime.run(undefined, () => migrateSchema());
    const filling = await seconds(async () => {
      await fillPastCycles(sql, cycles);
      await fillOngoing(sql);
    });
    if (engine === 'mariadb') await sql.execute('ANALYZE TABLE cycle_fact, issue_fact, timer', [], 'ddl');
    const days = Array.from({ length: DAYS }, (_, n) => FIRST_DAY + n);
    await runtime.run(undefined, () => markDirty(PROJECT, days, 0));
    console.log(`\n${engine}: ${cycles.toLocaleString('en-GB')} cycles, written in ${filling} s`);
    const all = await questions();
    const times = new Map(all.map(({ name }) => [name, { with: 0, without: 0 }]));
    const askAll = async (way: keyof typeof ASKINGS) => {
      for (const { name, ask } of all) {
        const taken: number[] = [];
        for (let n = 0; n < ASKINGS[way]; n++)
          taken.push(await spent(engine, () => runtime.run(undefined, () => ask(n))).catch(tooLong));
        const p95 = taken.sort((a, b) => a - b)[Math.ceil(taken.length * 0.95) - 1] ?? 0;
        const row = times.get(name);
        if (row) row[way] = p95;
      }
    };
    await askAll('without');
    const rolling = await seconds(() => runtime.run(undefined, rollUpAll));
    if (engine === 'mariadb') await sql.execute('ANALYZE TABLE day_rollup, report_cells', [], 'ddl');
    await askAll('with');
    const rows = [...times].map(([name, { with: kept, without }]) => [
      name,
      without.toFixed(1),
      kept.toFixed(1),
    ]);
    console.log(formatTable({ columns: ['p95, ms', 'from rows', 'with roll-ups'], rows }));
    console.log(
      `Roll-ups of ${DAYS} days by the app's own job: ${rolling} s. ${engine === 'sqlite' ? 'Processor time' : 'Wall time'}; from rows asked once, with roll-ups ${ASKINGS.with} times.`,
    );
    const late = [...times].filter(([, { with: kept }]) => kept > TARGET_MS[engine]);
    for (const [name, { with: kept }] of late)
      console.log(`MISSED ${TARGET_MS[engine]} ms: ${name}, ${kept.toFixed(1)} ms`);
    return late.length;
  } finally {
    runtime.restore();
  }
}

/** From rows a report of a year may pass the limit of one statement: that is what it takes, at least. */
function tooLong(fault: unknown): number {
  console.log(`  broken off: ${(fault as Error).message}`);
  return 5_000;
}

/** Job after job, until no day is left; one that is broken off is done again, as the queue would. */
async function rollUpAll(): Promise<void> {
  const { rollUp } = await import('../../src/app/roll-up');
  for (let left = 1, faults = 0; left > 0;)
    left = await rollUp(PROJECT, async () => undefined, Date.now()).catch((fault: Error) => {
      if (++faults > 5) throw fault;
      console.log(`  a job was broken off: ${fault.message}`);
      return 1;
    });
}

/** Of an engine in this process, its processor time: others may be at work on the machine. */
async function spent(engine: Engine, work: () => Promise<unknown>): Promise<number> {
  const [cpu, wall] = [process.cpuUsage(), performance.now()];
  await work();
  if (engine === 'mariadb') return performance.now() - wall;
  const { user, system } = process.cpuUsage(cpu);
  return (user + system) / 1000;
}

async function seconds(work: () => Promise<unknown>): Promise<string> {
  const from = performance.now();
  await work();
  return ((performance.now() - from) / 1000).toFixed(0);
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (fault: unknown) => {
    console.error(fault);
    process.exitCode = 1;
  },
);
