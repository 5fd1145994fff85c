-- Office hours, worked out from the calendar of days and the zone's changes of offset: one row per open interval,
-- with the working time before it. Reads: params(zone, opens_ms, closes_ms), zone_change(zone, at, offset_ms).
CREATE TABLE office AS
WITH RECURSIVE day(n) AS (SELECT 14600 UNION ALL SELECT n + 1 FROM day WHERE n < 17600),
weekday AS (SELECT n FROM day WHERE (n + 3) % 7 < 5),
edge AS (
  SELECT n, n * 86400000 + opens_ms AS local_open, n * 86400000 + closes_ms AS local_close FROM weekday, params
)
SELECT
  local_open - (SELECT offset_ms FROM zone_change WHERE at <= local_open - offset_ms ORDER BY at DESC LIMIT 1) AS opens,
  local_close - (SELECT offset_ms FROM zone_change WHERE at <= local_close - offset_ms ORDER BY at DESC LIMIT 1) AS closes,
  0 AS before
FROM edge ORDER BY n;
CREATE UNIQUE INDEX office_opens ON office (opens);
UPDATE office SET before = b.sum FROM (
  SELECT opens, COALESCE(SUM(closes - opens) OVER (ORDER BY opens ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS sum
    FROM office) AS b WHERE office.opens = b.opens;
CREATE UNIQUE INDEX office_before ON office (before);
