import { createEmptyDatabase, createMariadbBackend } from '../forge/sql/mariadb-backend';
import { startMariadb, type MariadbServer } from '../forge/sql/mariadb-server';
import { describeSqlConformance } from './sql-conformance';

let server: MariadbServer;

beforeAll(async () => {
  server = await startMariadb();
}, 60_000);

afterAll(() => server?.stop());

describeSqlConformance('MariaDB', async () => {
  await createEmptyDatabase(server.socketPath, 'forge');
  return createMariadbBackend({ socketPath: server.socketPath, database: 'forge' });
});
