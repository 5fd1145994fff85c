import { createSqliteBackend } from '../forge/sql/sqlite-backend';
import { describeSqlConformance } from './sql-conformance';

describeSqlConformance('SQLite', async () => createSqliteBackend());
