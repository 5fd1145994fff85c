/**
 * The schema, as steps that run once each and in order. A step is one statement, is never edited once it
 * was deployed, and may be repeated: there are no transactions, so a step can be done without being ticked
 * off. Written in the common subset of MySQL, TiDB and SQLite. Ids come from Jira or from the document:
 * no AUTO_INCREMENT, which makes one hot node of a distributed engine. Instants are epoch milliseconds.
 */
export const MIGRATIONS: readonly string[] = [
  // Published versions; never updated. `compiled` is the document made ready to evaluate.
  `CREATE TABLE IF NOT EXISTS agreement_version (
     project_id VARCHAR(32) NOT NULL,
     agreement_id VARCHAR(64) NOT NULL,
     version INT NOT NULL,
     document MEDIUMTEXT NOT NULL,
     compiled MEDIUMTEXT NOT NULL,
     effective_from BIGINT NOT NULL,
     published_at BIGINT NOT NULL,
     published_by VARCHAR(128) NOT NULL,
     PRIMARY KEY (project_id, agreement_id, version))`,

  // One row per issue: who wrote its timers last, and when time alone changes them next.
  `CREATE TABLE IF NOT EXISTS issue_refresh (
     issue_id VARCHAR(32) NOT NULL,
     project_id VARCHAR(32) NOT NULL,
     issue_key VARCHAR(64) NOT NULL,
     version INT NOT NULL,
     content_hash VARCHAR(64) NOT NULL,
     history_marker VARCHAR(96) NOT NULL,
     evaluated_at BIGINT NOT NULL,
     next_change_at BIGINT,
     PRIMARY KEY (issue_id))`,
  `CREATE INDEX ix_issue_refresh_sweep ON issue_refresh (next_change_at, issue_id)`,
  `CREATE INDEX ix_issue_refresh_project ON issue_refresh (project_id, issue_id)`,

  // One row per cycle of a measure on an issue; a cache of the replay.
  `CREATE TABLE IF NOT EXISTS timer (
     issue_id VARCHAR(32) NOT NULL,
     agreement_id VARCHAR(64) NOT NULL,
     measure_id VARCHAR(64) NOT NULL,
     cycle_number INT NOT NULL,
     project_id VARCHAR(32) NOT NULL,
     issue_key VARCHAR(64) NOT NULL,
     agreement_version INT NOT NULL,
     state VARCHAR(16) NOT NULL,
     outcome VARCHAR(16) NOT NULL,
     started_at BIGINT NOT NULL,
     stopped_at BIGINT,
     goal_id VARCHAR(255),
     goal_ms BIGINT,
     elapsed_ms BIGINT NOT NULL,
     gross_elapsed_ms BIGINT NOT NULL,
     paused_ms BIGINT NOT NULL,
     remaining_ms BIGINT,
     breached INT NOT NULL,
     gross_breached INT NOT NULL,
     at_risk INT NOT NULL,
     breach_at BIGINT,
     next_change_at BIGINT,
     left_out_by VARCHAR(255),
     flag VARCHAR(255),
     as_of BIGINT NOT NULL,
     refresh_version INT NOT NULL,
     PRIMARY KEY (issue_id, agreement_id, measure_id, cycle_number))`,
  // Reports read (project, outcome, period): the whole row they sum is in the index.
  `CREATE INDEX ix_timer_report
     ON timer (project_id, outcome, stopped_at, measure_id, breached, elapsed_ms)`,
  `CREATE INDEX ix_timer_breach ON timer (project_id, outcome, breach_at, issue_id)`,

  // Audit: a closed verdict that a later replay found otherwise, and why.
  `CREATE TABLE IF NOT EXISTS verdict_change (
     issue_id VARCHAR(32) NOT NULL,
     agreement_id VARCHAR(64) NOT NULL,
     measure_id VARCHAR(64) NOT NULL,
     cycle_number INT NOT NULL,
     refresh_version INT NOT NULL,
     project_id VARCHAR(32) NOT NULL,
     changed_at BIGINT NOT NULL,
     reason VARCHAR(16) NOT NULL,
     before_verdict MEDIUMTEXT NOT NULL,
     after_verdict MEDIUMTEXT,
     PRIMARY KEY (issue_id, agreement_id, measure_id, cycle_number, refresh_version))`,
  `CREATE INDEX ix_verdict_change_project ON verdict_change (project_id, changed_at)`,
];
