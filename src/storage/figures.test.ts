import { createSqliteBackend } from '../../host/forge/sql/sqlite-backend';
import { figuresSuite } from './testing/figures-suite';

figuresSuite('SQLite', async () => createSqliteBackend());
