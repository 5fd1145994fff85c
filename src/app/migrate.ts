import { migrateSchema } from '../storage/migrate-schema';

/**
 * Brings the tables up to date; answers how many steps it took. Doing it twice changes nothing. `missing` =
 * a table was found missing.
 */
export function migrate(missing = false): Promise<number> {
  return migrateSchema(missing);
}
