import { createEmptyDatabase, createMariadbBackend } from '../../host/forge/sql/mariadb-backend';
import { startMariadb, type MariadbServer } from '../../host/forge/sql/mariadb-server';
import { figuresSuite } from './testing/figures-suite';

let server: MariadbServer | undefined;

afterAll(() => server?.stop());

figuresSuite('MariaDB', async () => {
  server = await startMariadb();
  const { socketPath } = server;
  await createEmptyDatabase(socketPath, 'accord');
  return createMariadbBackend({ socketPath, database: 'accord' });
});
