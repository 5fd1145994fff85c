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

  // The working text of an agreement; `revision` counts savings.
  `CREATE TABLE IF NOT EXISTS agreement_draft (
     project_id VARCHAR(32) NOT NULL,
     agreement_id VARCHAR(64) NOT NULL,
     revision INT NOT NULL,
     document MEDIUMTEXT NOT NULL,
     updated_at BIGINT NOT NULL,
     updated_by VARCHAR(128) NOT NULL,
     updated_by_name VARCHAR(255) NOT NULL,
     PRIMARY KEY (project_id, agreement_id))`,

  // A text put before both parties; its text never changes, its state does.
  `CREATE TABLE IF NOT EXISTS agreement_proposal (
     project_id VARCHAR(32) NOT NULL,
     agreement_id VARCHAR(64) NOT NULL,
     proposal_number INT NOT NULL,
     kind VARCHAR(16) NOT NULL,
     version INT NOT NULL,
     document MEDIUMTEXT NOT NULL,
     document_hash VARCHAR(64) NOT NULL,
     effective_from BIGINT NOT NULL,
     approval VARCHAR(16) NOT NULL,
     state VARCHAR(16) NOT NULL,
     note VARCHAR(2000),
     proposed_at BIGINT NOT NULL,
     proposed_by VARCHAR(128) NOT NULL,
     proposed_by_name VARCHAR(255) NOT NULL,
     decided_at BIGINT,
     row_version INT NOT NULL,
     PRIMARY KEY (project_id, agreement_id, proposal_number))`,
  `CREATE INDEX ix_agreement_proposal_state ON agreement_proposal (state, project_id)`,

  // One decision of one side about one text: `agreement:ID:NUMBER` or `exclusion:ID`. Never updated.
  `CREATE TABLE IF NOT EXISTS signature (
     project_id VARCHAR(32) NOT NULL,
     subject VARCHAR(160) NOT NULL,
     side VARCHAR(16) NOT NULL,
     document_hash VARCHAR(64) NOT NULL,
     decision VARCHAR(16) NOT NULL,
     signed_by VARCHAR(128) NOT NULL,
     signer_name VARCHAR(255) NOT NULL,
     signed_at BIGINT NOT NULL,
     place VARCHAR(32) NOT NULL,
     comment VARCHAR(2000),
     PRIMARY KEY (project_id, subject, side))`,

  // Whom an agreement binds: account:ID or organization:ID, so that the portal finds it.
  `CREATE TABLE IF NOT EXISTS agreement_party (
     party_key VARCHAR(160) NOT NULL,
     project_id VARCHAR(32) NOT NULL,
     agreement_id VARCHAR(64) NOT NULL,
     side VARCHAR(16) NOT NULL,
     PRIMARY KEY (party_key, project_id, agreement_id, side))`,
  `CREATE INDEX ix_agreement_party_agreement ON agreement_party (project_id, agreement_id)`,

  // Proposed beside the agreement. content never changes; compiled is what the engine reads.
  `CREATE TABLE IF NOT EXISTS exclusion (
     project_id VARCHAR(32) NOT NULL,
     exclusion_id VARCHAR(64) NOT NULL,
     agreement_id VARCHAR(64) NOT NULL,
     content MEDIUMTEXT NOT NULL,
     content_hash VARCHAR(64) NOT NULL,
     compiled MEDIUMTEXT NOT NULL,
     issue_id VARCHAR(32),
     state VARCHAR(16) NOT NULL,
     origin VARCHAR(16) NOT NULL,
     proposed_at BIGINT NOT NULL,
     proposed_by VARCHAR(128) NOT NULL,
     proposed_by_name VARCHAR(255) NOT NULL,
     decided_at BIGINT,
     decision VARCHAR(2000),
     row_version INT NOT NULL,
     PRIMARY KEY (project_id, exclusion_id))`,
  `CREATE INDEX ix_exclusion_state ON exclusion (project_id, state)`,

  // Major incidents with a declared window, by the issue that is the incident.
  `CREATE TABLE IF NOT EXISTS incident_window (
     project_id VARCHAR(32) NOT NULL,
     issue_id VARCHAR(32) NOT NULL,
     issue_key VARCHAR(64) NOT NULL,
     agreement_id VARCHAR(64) NOT NULL,
     clause VARCHAR(255) NOT NULL,
     reason VARCHAR(2000) NOT NULL,
     window_start BIGINT NOT NULL,
     window_end BIGINT,
     declared_at BIGINT NOT NULL,
     declared_by VARCHAR(128) NOT NULL,
     declared_by_name VARCHAR(255) NOT NULL,
     row_version INT NOT NULL,
     PRIMARY KEY (issue_id))`,
  `CREATE INDEX ix_incident_window_project ON incident_window (project_id)`,

  `CREATE TABLE IF NOT EXISTS project_setting (
     project_id VARCHAR(32) NOT NULL,
     settings MEDIUMTEXT NOT NULL,
     row_version INT NOT NULL,
     updated_at BIGINT NOT NULL,
     updated_by VARCHAR(128) NOT NULL,
     PRIMARY KEY (project_id))`,

  // Each entry bears the hash of the one before it.
  `CREATE TABLE IF NOT EXISTS audit_entry (
     project_id VARCHAR(32) NOT NULL,
     seq INT NOT NULL,
     at BIGINT NOT NULL,
     actor VARCHAR(128) NOT NULL,
     actor_name VARCHAR(255) NOT NULL,
     action VARCHAR(64) NOT NULL,
     subject VARCHAR(160) NOT NULL,
     detail MEDIUMTEXT NOT NULL,
     previous_hash VARCHAR(64) NOT NULL,
     entry_hash VARCHAR(64) NOT NULL,
     PRIMARY KEY (project_id, seq))`,

  // The last what-if of a project: one row, so there is one at a time.
  `CREATE TABLE IF NOT EXISTS what_if_run (
     project_id VARCHAR(32) NOT NULL,
     run_id VARCHAR(64) NOT NULL,
     agreement_id VARCHAR(64) NOT NULL,
     state VARCHAR(16) NOT NULL,
     rules MEDIUMTEXT NOT NULL,
     tally MEDIUMTEXT NOT NULL,
     since BIGINT NOT NULL,
     page VARCHAR(2000),
     done INT NOT NULL,
     total INT NOT NULL,
     started_at BIGINT NOT NULL,
     started_by VARCHAR(128) NOT NULL,
     started_by_name VARCHAR(255) NOT NULL,
     beat_at BIGINT NOT NULL,
     finished_at BIGINT,
     problem VARCHAR(2000),
     row_version INT NOT NULL,
     PRIMARY KEY (project_id))`,
  `CREATE TABLE IF NOT EXISTS what_if_change (
     project_id VARCHAR(32) NOT NULL,
     run_id VARCHAR(64) NOT NULL,
     issue_id VARCHAR(32) NOT NULL,
     measure_id VARCHAR(64) NOT NULL,
     cycle_number INT NOT NULL,
     issue_key VARCHAR(64) NOT NULL,
     direction VARCHAR(24) NOT NULL,
     before_verdict VARCHAR(2000),
     after_verdict VARCHAR(2000),
     PRIMARY KEY (project_id, run_id, issue_id, measure_id, cycle_number))`,

  // What reports ask of an issue as it is now; a cache of Jira, written with the timers. Texts, '' = none.
  // organization_ids: ids between commas, ",1,2,".
  `CREATE TABLE IF NOT EXISTS issue_fact (
     issue_id VARCHAR(32) NOT NULL,
     project_id VARCHAR(32) NOT NULL,
     issue_key VARCHAR(64) NOT NULL,
     priority_id VARCHAR(32) NOT NULL,
     request_type_id VARCHAR(32) NOT NULL,
     assignee_id VARCHAR(128) NOT NULL,
     security_level_id VARCHAR(32) NOT NULL,
     organization_ids VARCHAR(255) NOT NULL,
     created_at BIGINT NOT NULL,
     resolved_at BIGINT,
     reopened INT NOT NULL,
     satisfaction INT,
     refresh_version INT NOT NULL,
     PRIMARY KEY (issue_id))`,
  `CREATE INDEX ix_issue_fact_resolved
     ON issue_fact (project_id, resolved_at, security_level_id, reopened, satisfaction)`,

  // One row per cycle whose verdict has fallen, or that ended without one: what reports count. decided_day is
  // the local day of decided_at in the zone of the agreement's provider, in days since 1970-01-01.
  // verdict, gross_verdict: 'met', 'breached', or '' = not counted. elapsed_ms, gross_elapsed_ms and time_bucket
  // (of engine/times-histogram): null until it stops; late_ms: 0 until then. Of one that is late and goes on,
  // holders and excluded are told up to its breach, so that the row does not change with every look at it.
  // holders: "a:ACCOUNT=MS;t:TEAM=MS;c:=MS;v:=MS;u:=MS". excluded: "CLAUSE-ID=MS;…", ids escaped.
  // stratum: "PRIORITY_ID|in" or "PRIORITY_ID|out": opened within the hours of its calendar or not.
  `CREATE TABLE IF NOT EXISTS cycle_fact (
     issue_id VARCHAR(32) NOT NULL,
     agreement_id VARCHAR(64) NOT NULL,
     measure_id VARCHAR(64) NOT NULL,
     cycle_number INT NOT NULL,
     project_id VARCHAR(32) NOT NULL,
     issue_key VARCHAR(64) NOT NULL,
     agreement_version INT NOT NULL,
     decided_at BIGINT NOT NULL,
     decided_day INT NOT NULL,
     decided_hour INT NOT NULL,
     verdict VARCHAR(16) NOT NULL,
     gross_verdict VARCHAR(16) NOT NULL,
     started_at BIGINT NOT NULL,
     stopped_at BIGINT,
     goal_ms BIGINT,
     elapsed_ms BIGINT,
     gross_elapsed_ms BIGINT,
     late_ms BIGINT NOT NULL,
     excluded_ms BIGINT NOT NULL,
     time_bucket INT,
     touched INT NOT NULL,
     priority_id VARCHAR(32) NOT NULL,
     request_type_id VARCHAR(32) NOT NULL,
     assignee_id VARCHAR(128) NOT NULL,
     security_level_id VARCHAR(32) NOT NULL,
     organization_ids VARCHAR(255) NOT NULL,
     stratum VARCHAR(48) NOT NULL,
     left_out_by VARCHAR(255),
     holders MEDIUMTEXT NOT NULL,
     excluded MEDIUMTEXT NOT NULL,
     refresh_version INT NOT NULL,
     PRIMARY KEY (issue_id, agreement_id, measure_id, cycle_number))`,
  `CREATE INDEX ix_cycle_fact_day
     ON cycle_fact (project_id, agreement_id, measure_id, decided_day, security_level_id, verdict, elapsed_ms)`,
  `CREATE INDEX ix_cycle_fact_time
     ON cycle_fact (project_id, agreement_id, measure_id, elapsed_ms, decided_day, security_level_id)`,
  `CREATE INDEX ix_cycle_fact_project_day ON cycle_fact (project_id, decided_day)`,
  // Lists show the newest first. touched: 1 = an exclusion took time from it, or left it out.
  `CREATE INDEX ix_cycle_fact_list
     ON cycle_fact (project_id, agreement_id, measure_id, verdict, decided_at)`,
  `CREATE INDEX ix_cycle_fact_measure_list ON cycle_fact (project_id, agreement_id, measure_id, decided_at)`,
  `CREATE INDEX ix_cycle_fact_touched
     ON cycle_fact (project_id, agreement_id, measure_id, touched, decided_at)`,
  `CREATE INDEX ix_cycle_fact_project_list ON cycle_fact (project_id, decided_at)`,

  // Counts of one day by one dimension; made from cycle_fact whole, never added to. facet: '', 'priority',
  // 'request-type', 'organization', 'assignee' or 'stratum'. The packed columns are texts "KEY=COUNT;…".
  `CREATE TABLE IF NOT EXISTS report_rollup (
     project_id VARCHAR(32) NOT NULL,
     agreement_id VARCHAR(64) NOT NULL,
     measure_id VARCHAR(64) NOT NULL,
     facet VARCHAR(16) NOT NULL,
     facet_value VARCHAR(128) NOT NULL,
     decided_day INT NOT NULL,
     security_level_id VARCHAR(32) NOT NULL,
     met INT NOT NULL,
     breached INT NOT NULL,
     gross_met INT NOT NULL,
     gross_breached INT NOT NULL,
     left_out INT NOT NULL,
     stopped INT NOT NULL,
     elapsed_sum BIGINT NOT NULL,
     excluded_sum BIGINT NOT NULL,
     late_sum BIGINT NOT NULL,
     times MEDIUMTEXT NOT NULL,
     breach_hours MEDIUMTEXT NOT NULL,
     holders MEDIUMTEXT NOT NULL,
     clauses MEDIUMTEXT NOT NULL,
     build INT NOT NULL,
     PRIMARY KEY (project_id, facet, facet_value, agreement_id, measure_id, decided_day, security_level_id))`,
  `CREATE INDEX ix_report_rollup_facet ON report_rollup (project_id, facet, agreement_id, measure_id, decided_day)`,
  `CREATE INDEX ix_report_rollup_day ON report_rollup (project_id, decided_day)`,

  // Days whose roll-ups do not hold (yet): reports read cycle_fact for them.
  `CREATE TABLE IF NOT EXISTS rollup_dirty (
     project_id VARCHAR(32) NOT NULL,
     decided_day INT NOT NULL,
     marks INT NOT NULL,
     marked_at BIGINT NOT NULL,
     PRIMARY KEY (project_id, decided_day))`,
  `CREATE INDEX ix_rollup_dirty_age ON rollup_dirty (marked_at)`,

  // What an escalation did, once for each cycle and threshold: claimed before anything is done.
  `CREATE TABLE IF NOT EXISTS escalation_firing (
     issue_id VARCHAR(32) NOT NULL,
     agreement_id VARCHAR(64) NOT NULL,
     measure_id VARCHAR(64) NOT NULL,
     cycle_number INT NOT NULL,
     escalation_id VARCHAR(64) NOT NULL,
     project_id VARCHAR(32) NOT NULL,
     issue_key VARCHAR(64) NOT NULL,
     agreement_version INT NOT NULL,
     threshold_at BIGINT NOT NULL,
     fired_at BIGINT NOT NULL,
     state VARCHAR(16) NOT NULL,
     outcome MEDIUMTEXT NOT NULL,
     row_version INT NOT NULL,
     PRIMARY KEY (issue_id, agreement_id, measure_id, cycle_number, escalation_id))`,
  `CREATE INDEX ix_escalation_firing_project ON escalation_firing (project_id, fired_at)`,

  // Service reports, frozen when drafted; content never changes, its way to the parties does. running: a job is
  // at work on it, or should be.
  `CREATE TABLE IF NOT EXISTS service_report (
     project_id VARCHAR(32) NOT NULL,
     agreement_id VARCHAR(64) NOT NULL,
     period_start BIGINT NOT NULL,
     period_end BIGINT NOT NULL,
     state VARCHAR(16) NOT NULL,
     content MEDIUMTEXT NOT NULL,
     content_hash VARCHAR(64) NOT NULL,
     as_of BIGINT NOT NULL,
     due_at BIGINT NOT NULL,
     drafted_at BIGINT,
     delivered_at BIGINT,
     issue_id VARCHAR(32),
     issue_key VARCHAR(64),
     work MEDIUMTEXT NOT NULL,
     running INT NOT NULL,
     beat_at BIGINT NOT NULL,
     row_version INT NOT NULL,
     PRIMARY KEY (project_id, agreement_id, period_start))`,
  `CREATE INDEX ix_service_report_running ON service_report (running, beat_at)`,

  // What one page of tickets adds to a replay of a report; forgotten when it is done.
  `CREATE TABLE IF NOT EXISTS service_report_part (
     project_id VARCHAR(32) NOT NULL,
     agreement_id VARCHAR(64) NOT NULL,
     period_start BIGINT NOT NULL,
     replay INT NOT NULL,
     part INT NOT NULL,
     content MEDIUMTEXT NOT NULL,
     PRIMARY KEY (project_id, agreement_id, period_start, replay, part))`,
  `CREATE TABLE IF NOT EXISTS service_report_note (
     project_id VARCHAR(32) NOT NULL,
     agreement_id VARCHAR(64) NOT NULL,
     period_start BIGINT NOT NULL,
     note_id VARCHAR(64) NOT NULL,
     kind VARCHAR(16) NOT NULL,
     content VARCHAR(4000) NOT NULL,
     owner_name VARCHAR(255) NOT NULL,
     due_at BIGINT,
     done_at BIGINT,
     written_at BIGINT NOT NULL,
     written_by VARCHAR(128) NOT NULL,
     written_by_name VARCHAR(255) NOT NULL,
     side VARCHAR(16) NOT NULL,
     row_version INT NOT NULL,
     PRIMARY KEY (project_id, agreement_id, period_start, note_id))`,

  // A late cycle that is paused gets no later: what a penalty grows by depends on it.
  `ALTER TABLE timer ADD COLUMN paused INT NOT NULL DEFAULT 0`,
  // Penalties with a free time are summed from the rows that are late: all they need is in the index.
  `CREATE INDEX ix_cycle_fact_late
     ON cycle_fact (project_id, agreement_id, measure_id, verdict, decided_day, security_level_id, late_ms)`,

  // Columns take the place of counters by one dimension, and of what only these were made from and looked up by.
  `DROP TABLE IF EXISTS report_rollup`,
  `DROP INDEX ix_cycle_fact_day ON cycle_fact`,
  `DROP INDEX ix_cycle_fact_time ON cycle_fact`,
  `DROP INDEX ix_cycle_fact_late ON cycle_fact`,
  `ALTER TABLE cycle_fact DROP COLUMN time_bucket`,
  // Counts of the cycles of one day; made from cycle_fact whole, never added to. working_ms, waited_ms: working
  // time of all holders, and of customers and third parties. entry_chars: length of its row in report_entries.
  `CREATE TABLE IF NOT EXISTS day_rollup (
     project_id VARCHAR(32) NOT NULL,
     agreement_id VARCHAR(64) NOT NULL,
     measure_id VARCHAR(64) NOT NULL,
     decided_day INT NOT NULL,
     security_level_id VARCHAR(32) NOT NULL,
     cycles INT NOT NULL,
     met INT NOT NULL,
     breached INT NOT NULL,
     gross_met INT NOT NULL,
     gross_breached INT NOT NULL,
     left_out INT NOT NULL,
     stopped INT NOT NULL,
     working_ms BIGINT NOT NULL,
     waited_ms BIGINT NOT NULL,
     excluded_ms BIGINT NOT NULL,
     entry_chars INT NOT NULL,
     build INT NOT NULL,
     PRIMARY KEY (project_id, agreement_id, measure_id, decided_day, security_level_id))`,
  `CREATE INDEX ix_day_rollup_day ON day_rollup (project_id, decided_day)`,

  // The same cycles by column: a text of a few characters a cycle, in the same order in each, so that any filters
  // are answered without a look at the rows; of many cycles in parts. Codes stand in report_value.
  `CREATE TABLE IF NOT EXISTS report_cells (
     project_id VARCHAR(32) NOT NULL,
     decided_day INT NOT NULL,
     agreement_id VARCHAR(64) NOT NULL,
     measure_id VARCHAR(64) NOT NULL,
     security_level_id VARCHAR(32) NOT NULL,
     part INT NOT NULL,
     ending MEDIUMTEXT NOT NULL,
     priority MEDIUMTEXT NOT NULL,
     request_type MEDIUMTEXT NOT NULL,
     assignee MEDIUMTEXT NOT NULL,
     organization MEDIUMTEXT NOT NULL,
     stratum MEDIUMTEXT NOT NULL,
     issue MEDIUMTEXT NOT NULL,
     hour MEDIUMTEXT NOT NULL,
     elapsed MEDIUMTEXT NOT NULL,
     late MEDIUMTEXT NOT NULL,
     excluded MEDIUMTEXT NOT NULL,
     build INT NOT NULL,
     PRIMARY KEY (project_id, decided_day, agreement_id, measure_id, security_level_id, part))`,
  // Who held them and what exclusions took out; in part 0 also added up over all cycles, with breaches by hour.
  `CREATE TABLE IF NOT EXISTS report_entries (
     project_id VARCHAR(32) NOT NULL,
     decided_day INT NOT NULL,
     agreement_id VARCHAR(64) NOT NULL,
     measure_id VARCHAR(64) NOT NULL,
     security_level_id VARCHAR(32) NOT NULL,
     part INT NOT NULL,
     hour_sum MEDIUMTEXT NOT NULL,
     holder_sum MEDIUMTEXT NOT NULL,
     clause_sum MEDIUMTEXT NOT NULL,
     holder MEDIUMTEXT NOT NULL,
     clause MEDIUMTEXT NOT NULL,
     build INT NOT NULL,
     PRIMARY KEY (project_id, decided_day, agreement_id, measure_id, security_level_id, part))`,

  // Short codes of what columns tell of, by security level, so that it also tells who may know of a value. Kept for
  // ever: days that are not made anew go on using them.
  `CREATE TABLE IF NOT EXISTS report_value (
     project_id VARCHAR(32) NOT NULL,
     kind VARCHAR(16) NOT NULL,
     security_level_id VARCHAR(32) NOT NULL,
     code INT NOT NULL,
     facet_value VARCHAR(255) NOT NULL,
     PRIMARY KEY (project_id, kind, security_level_id, facet_value))`,
  `CREATE UNIQUE INDEX ux_report_value_code ON report_value (project_id, kind, security_level_id, code)`,

  // Issues that were resolved on a day of UTC's and are so still; made from issue_fact whole. agreement_id: those with
  // cycles under it; '' = all of the project.
  `CREATE TABLE IF NOT EXISTS resolved_rollup (
     project_id VARCHAR(32) NOT NULL,
     agreement_id VARCHAR(64) NOT NULL,
     resolved_day INT NOT NULL,
     security_level_id VARCHAR(32) NOT NULL,
     resolved INT NOT NULL,
     reopened INT NOT NULL,
     rated INT NOT NULL,
     stars INT NOT NULL,
     build INT NOT NULL,
     PRIMARY KEY (project_id, agreement_id, resolved_day, security_level_id))`,
  `CREATE INDEX ix_resolved_rollup_day ON resolved_rollup (project_id, resolved_day)`,
  // The same issues by column, as in report_cells. felt: twice its stars, and one more if its resolution was taken back.
  `CREATE TABLE IF NOT EXISTS resolved_cells (
     project_id VARCHAR(32) NOT NULL,
     agreement_id VARCHAR(64) NOT NULL,
     resolved_day INT NOT NULL,
     security_level_id VARCHAR(32) NOT NULL,
     part INT NOT NULL,
     priority MEDIUMTEXT NOT NULL,
     request_type MEDIUMTEXT NOT NULL,
     assignee MEDIUMTEXT NOT NULL,
     organization MEDIUMTEXT NOT NULL,
     felt MEDIUMTEXT NOT NULL,
     build INT NOT NULL,
     PRIMARY KEY (project_id, agreement_id, resolved_day, security_level_id, part))`,
  `CREATE INDEX ix_resolved_cells_day ON resolved_cells (project_id, resolved_day)`,
  // Anew, with waiting_sum: working time and time waited by what tickets can be filtered by.
  `DROP TABLE IF EXISTS report_entries`,
  `CREATE TABLE IF NOT EXISTS report_entries (
     project_id VARCHAR(32) NOT NULL,
     decided_day INT NOT NULL,
     agreement_id VARCHAR(64) NOT NULL,
     measure_id VARCHAR(64) NOT NULL,
     security_level_id VARCHAR(32) NOT NULL,
     part INT NOT NULL,
     hour_sum MEDIUMTEXT NOT NULL,
     holder_sum MEDIUMTEXT NOT NULL,
     clause_sum MEDIUMTEXT NOT NULL,
     waiting_sum MEDIUMTEXT NOT NULL,
     holder MEDIUMTEXT NOT NULL,
     clause MEDIUMTEXT NOT NULL,
     build INT NOT NULL,
     PRIMARY KEY (project_id, decided_day, agreement_id, measure_id, security_level_id, part))`,
  // Anew, with waited and working; what more questions ask stands first. excluded, waited and working name those
  // cycles alone that have one.
  `DROP TABLE IF EXISTS report_cells`,
  `CREATE TABLE IF NOT EXISTS report_cells (
     project_id VARCHAR(32) NOT NULL,
     decided_day INT NOT NULL,
     agreement_id VARCHAR(64) NOT NULL,
     measure_id VARCHAR(64) NOT NULL,
     security_level_id VARCHAR(32) NOT NULL,
     part INT NOT NULL,
     ending MEDIUMTEXT NOT NULL,
     priority MEDIUMTEXT NOT NULL,
     request_type MEDIUMTEXT NOT NULL,
     assignee MEDIUMTEXT NOT NULL,
     organization MEDIUMTEXT NOT NULL,
     elapsed MEDIUMTEXT NOT NULL,
     excluded MEDIUMTEXT NOT NULL,
     waited MEDIUMTEXT NOT NULL,
     working MEDIUMTEXT NOT NULL,
     hour MEDIUMTEXT NOT NULL,
     stratum MEDIUMTEXT NOT NULL,
     late MEDIUMTEXT NOT NULL,
     issue MEDIUMTEXT NOT NULL,
     build INT NOT NULL,
     PRIMARY KEY (project_id, decided_day, agreement_id, measure_id, security_level_id, part))`,

  // When what began the cycle happened: its number shifts when a comment before it is deleted. NULL: noted by number.
  `ALTER TABLE escalation_firing ADD COLUMN begun_at BIGINT`,
  `CREATE UNIQUE INDEX ux_escalation_firing_cycle
     ON escalation_firing (issue_id, agreement_id, measure_id, begun_at, escalation_id)`,

  // A late cycle gets no later while an exclusion holds its clock either: when one does next, from its row on.
  `ALTER TABLE timer ADD COLUMN excluded_from BIGINT`,
  `ALTER TABLE timer ADD COLUMN excluded_until BIGINT`,

  // Anew, one table of two: all cycles of a day (dimension ''), with what is added up of them by hour, holder and
  // clause, and once more those that have each value of each dimension, so that a filter reads these alone. Counts
  // and sums are of the cycles of the row; entry_chars: length of holder, clause and what is added up.
  `DROP TABLE IF EXISTS report_entries`,
  `DROP TABLE IF EXISTS report_cells`,
  `CREATE TABLE IF NOT EXISTS report_cells (
     project_id VARCHAR(32) NOT NULL,
     dimension VARCHAR(16) NOT NULL,
     code INT NOT NULL,
     decided_day INT NOT NULL,
     agreement_id VARCHAR(64) NOT NULL,
     measure_id VARCHAR(64) NOT NULL,
     security_level_id VARCHAR(32) NOT NULL,
     part INT NOT NULL,
     cycles INT NOT NULL,
     met INT NOT NULL,
     breached INT NOT NULL,
     gross_met INT NOT NULL,
     gross_breached INT NOT NULL,
     left_out INT NOT NULL,
     stopped INT NOT NULL,
     working_ms BIGINT NOT NULL,
     waited_ms BIGINT NOT NULL,
     excluded_ms BIGINT NOT NULL,
     entry_chars INT NOT NULL,
     ending MEDIUMTEXT NOT NULL,
     priority MEDIUMTEXT NOT NULL,
     request_type MEDIUMTEXT NOT NULL,
     organization MEDIUMTEXT NOT NULL,
     assignee MEDIUMTEXT NOT NULL,
     stratum MEDIUMTEXT NOT NULL,
     elapsed MEDIUMTEXT NOT NULL,
     excluded MEDIUMTEXT NOT NULL,
     hour MEDIUMTEXT NOT NULL,
     late MEDIUMTEXT NOT NULL,
     issue MEDIUMTEXT NOT NULL,
     clause MEDIUMTEXT NOT NULL,
     holder MEDIUMTEXT NOT NULL,
     hour_sum MEDIUMTEXT NOT NULL,
     holder_sum MEDIUMTEXT NOT NULL,
     clause_sum MEDIUMTEXT NOT NULL,
     build INT NOT NULL,
     PRIMARY KEY (project_id, dimension, code, decided_day, agreement_id, measure_id, security_level_id, part))`,
  `CREATE INDEX ix_report_cells_day ON report_cells (project_id, decided_day)`,
  `ALTER TABLE day_rollup DROP COLUMN entry_chars`,

  // Of the many cycles of a value, working and waited time by each value of the other dimensions (not in
  // entry_chars): two filters, added up.
  `ALTER TABLE report_cells ADD COLUMN priority_waiting MEDIUMTEXT NOT NULL`,
  `ALTER TABLE report_cells ADD COLUMN request_type_waiting MEDIUMTEXT NOT NULL`,
  `ALTER TABLE report_cells ADD COLUMN organization_waiting MEDIUMTEXT NOT NULL`,
  `ALTER TABLE report_cells ADD COLUMN assignee_waiting MEDIUMTEXT NOT NULL`,
];
