import { createSqliteBackend } from '../../host/forge/sql/sqlite-backend';
import { creditSuite } from './testing/credit-suite';

creditSuite('SQLite', async () => createSqliteBackend());
