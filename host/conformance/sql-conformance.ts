import type { SqlBackend } from '../contract';
import { describeDefinitions } from './forge-sql/definitions';
import { describePolicy } from './forge-sql/policy';
import { describeReads } from './forge-sql/reads';
import { describeValues } from './forge-sql/values';
import { describeWrites } from './forge-sql/writes';
import { sqlUnderTest } from './forge-sql/sql-under-test';

/**
 * What Forge SQL promises, asked through the real `@forge/sql` of a backend. `open` gives an empty one for
 * each test.
 */
export function describeSqlConformance(engine: string, open: () => Promise<SqlBackend>): void {
  describe(`Forge SQL on ${engine}`, () => {
    const sql = sqlUnderTest(open);
    describeValues(sql);
    describeWrites(sql);
    describeReads(sql);
    describeDefinitions(sql);
    describePolicy(sql);
  });
}
