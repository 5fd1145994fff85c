-- Service levels from the raw rows of a log, in plain SQL. Reads: raw(line, case_no, created, at, ord, status,
-- priority), params, office, zone_change, and the rules as tables: resolved(status), ack(status), pause(measure,
-- status), goal(measure, priority, ms, hours), measure(id, kind). Instants are epoch ms. Leaves: verdict.

-- 1. What each case was after each of its rows. Where it was opened before its first row, that opening is a row too.
CREATE TABLE first_row AS
  SELECT case_no, MIN(at) AS at, MIN(COALESCE(created, at)) AS created FROM raw GROUP BY case_no;
CREATE TABLE line_up AS
  SELECT case_no, at, ord, line, status, priority FROM raw
  UNION ALL
  SELECT f.case_no, f.created, -1, -1, (SELECT initial_status FROM params),
         (SELECT r.priority FROM raw r WHERE r.case_no = f.case_no ORDER BY r.at, r.ord, r.line LIMIT 1)
    FROM first_row f WHERE f.created < f.at AND (SELECT initial_status FROM params) IS NOT NULL;
CREATE TABLE step AS
WITH numbered AS (
  SELECT case_no, at, status, priority, ROW_NUMBER() OVER w AS seq,
         COUNT(status) OVER w AS status_run, COUNT(priority) OVER w AS priority_run
    FROM line_up WINDOW w AS (PARTITION BY case_no ORDER BY at, ord, line))
SELECT case_no, seq, at,
       FIRST_VALUE(status) OVER (PARTITION BY case_no, status_run ORDER BY seq) AS status,
       FIRST_VALUE(priority) OVER (PARTITION BY case_no, priority_run ORDER BY seq) AS priority
  FROM numbered;
CREATE UNIQUE INDEX step_key ON step (case_no, seq);
CREATE TABLE walk AS
SELECT s.*, LAG(status) OVER w AS was, LEAD(at, 1, (SELECT until FROM params)) OVER w AS until,
       status IN (SELECT status FROM resolved) AS done,
       COALESCE(LAG(status IN (SELECT status FROM resolved)) OVER w, 0) AS was_done
  FROM step s WINDOW w AS (PARTITION BY case_no ORDER BY seq);
CREATE UNIQUE INDEX walk_key ON walk (case_no, seq);

-- 2. From when to when each promise ran: steps `first` up to, not with, `last` (null = it still runs).
CREATE TABLE cycle AS
WITH set_or_cleared AS (
  SELECT case_no, seq, at, done AS sets FROM walk WHERE done <> was_done),
opening AS (
  SELECT case_no, seq FROM walk WHERE seq = 1
  UNION ALL SELECT case_no, seq FROM set_or_cleared WHERE sets = 0)
SELECT m.id AS measure, o.case_no, o.seq AS first,
       (SELECT MIN(c.seq) FROM set_or_cleared c WHERE c.case_no = o.case_no AND c.sets = 1 AND c.seq >= o.seq) AS last
  FROM opening o JOIN measure m ON m.kind = 'each-resolution' OR (m.kind = 'first-resolution' AND o.seq = 1)
UNION ALL
SELECT m.id, w.case_no, 1,
       (SELECT MIN(a.seq) FROM walk a
         WHERE a.case_no = w.case_no
           AND ((a.was = 'New' AND a.status <> 'New')
             OR (a.status IN (SELECT status FROM ack) AND a.status IS NOT a.was)))
  FROM walk w JOIN measure m ON m.kind = 'acknowledge' WHERE w.seq = 1;

-- 3. The stretches in which its clock ran, each by the hours of the goal that held in it.
CREATE TABLE stretch AS
SELECT c.measure, c.case_no, c.first, w.seq, w.at AS start, w.until AS stop,
       (SELECT g.hours FROM goal g WHERE g.measure = c.measure AND (g.priority = w.priority OR g.priority IS NULL)
         ORDER BY g.priority IS NULL LIMIT 1) AS hours
  FROM cycle c JOIN walk w ON w.case_no = c.case_no AND w.seq >= c.first AND (c.last IS NULL OR w.seq < c.last)
 WHERE w.until > w.at
   AND NOT EXISTS (SELECT 1 FROM pause p WHERE p.measure = c.measure AND p.status = w.status);
CREATE TABLE counted AS
WITH at_office AS (
  SELECT s.*,
    (SELECT before + MIN(MAX(s.start - opens, 0), closes - opens) FROM office WHERE opens <= s.start ORDER BY opens DESC LIMIT 1) AS from_sum,
    (SELECT before + MIN(MAX(s.stop - opens, 0), closes - opens) FROM office WHERE opens <= s.stop ORDER BY opens DESC LIMIT 1) AS to_sum
    FROM stretch s)
SELECT *, CASE hours WHEN 'always' THEN stop - start ELSE to_sum - from_sum END AS ms FROM at_office;
CREATE INDEX counted_key ON counted (measure, case_no, first, seq);

-- 4. The verdict: the goal that held at the end judges.
CREATE TABLE judged AS
WITH ended AS (
  SELECT c.*, l.at AS stopped,
         COALESCE((SELECT w.priority FROM walk w WHERE w.case_no = c.case_no AND w.seq < c.last AND w.at < l.at
                    ORDER BY w.seq DESC LIMIT 1),
                  (SELECT w.priority FROM walk w WHERE w.case_no = c.case_no AND (c.last IS NULL OR w.seq <= c.last)
                    ORDER BY w.seq DESC LIMIT 1)) AS priority
    FROM cycle c LEFT JOIN walk l ON l.case_no = c.case_no AND l.seq = c.last)
SELECT e.measure, e.case_no, e.first, e.stopped,
       (SELECT g.ms FROM goal g WHERE g.measure = e.measure AND (g.priority = e.priority OR g.priority IS NULL)
         ORDER BY g.priority IS NULL LIMIT 1) AS goal,
       COALESCE((SELECT SUM(k.ms) FROM counted k
                  WHERE k.measure = e.measure AND k.case_no = e.case_no AND k.first = e.first), 0) AS elapsed
  FROM ended e;
CREATE INDEX judged_key ON judged (measure, case_no, first);

-- 5. The instant it fell: where the counted time reached the goal, else the stop.
CREATE TABLE verdict AS
WITH running AS (
  SELECT k.*, j.goal, j.elapsed, j.stopped,
         SUM(k.ms) OVER (PARTITION BY k.measure, k.case_no, k.first ORDER BY k.seq) - k.ms AS sum_before
    FROM counted k JOIN judged j USING (measure, case_no, first) WHERE j.elapsed > j.goal),
crossing AS (
  SELECT *, MIN(seq) OVER (PARTITION BY measure, case_no, first) AS at_seq FROM running WHERE sum_before + ms >= goal),
breach AS (
  SELECT measure, case_no, first,
         CASE hours WHEN 'always' THEN start + goal - sum_before
           ELSE (SELECT o.opens + from_sum + goal - sum_before - o.before FROM office o
                  WHERE o.before < from_sum + goal - sum_before ORDER BY o.before DESC LIMIT 1) END AS at
    FROM crossing WHERE seq = at_seq)
SELECT j.measure, j.case_no, j.stopped, j.goal, CASE WHEN j.stopped IS NULL THEN NULL ELSE j.elapsed END AS elapsed,
       CASE WHEN b.at IS NULL THEN 'met' ELSE 'breached' END AS verdict,
       strftime('%Y-%m', (COALESCE(b.at, j.stopped)
         + (SELECT offset_ms FROM zone_change WHERE at <= COALESCE(b.at, j.stopped) ORDER BY at DESC LIMIT 1)) / 1000, 'unixepoch') AS month
  FROM judged j LEFT JOIN breach b USING (measure, case_no, first)
 WHERE b.at IS NOT NULL OR j.stopped IS NOT NULL;
