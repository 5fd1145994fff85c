import { createSqliteBackend } from '../../host/forge/sql/sqlite-backend';
import { storeSuite } from './testing/store-suite';

storeSuite('SQLite', async () => createSqliteBackend());
