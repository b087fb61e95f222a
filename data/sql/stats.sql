-- stats.sql -- what the statistics count (model/stats.h)
--
-- Letters are of the period in which they came: received_at in [:from,
-- :until).  What was cancelled is no letter, what was destroyed has left its
-- dates alone.  With :division only letters that it was given, and then none
-- that is secret: who may not read one need not know where it was sent.  No
-- statement here reads a payload, or the words of a secret letter.

-- Posts that letters may have lain at, the clerk's first.
-- name: stats_posts
SELECT post AS code, name FROM post WHERE office = :office
 ORDER BY position IS NULL, position, post;

-- name: stats_divisions
SELECT division AS code, name FROM division WHERE office = :office
 ORDER BY position, division;

-- Those that came in the period, and when they were through.
-- name: stats_letters (long)
SELECT l.book, l.year, l.number, l.received_at AS came_at,
       CASE WHEN g.done_at IS NOT NULL THEN g.done_at
            WHEN l.state = 'closed' THEN l.since ELSE 0 END AS ended_at,
       l.state = 'destroyed' AS is_gone, l.urgency, l.kind,
       l.secrecy IS NOT NULL AS is_secret
  FROM letter l
  LEFT JOIN assignment g ON g.office = l.office AND g.letter = l.letter
   AND g.division = :division
 WHERE l.office = :office AND l.received_at >= :from
   AND l.received_at < :until AND l.state <> 'cancelled'
   AND (:division IS NULL
     OR (l.secrecy IS NULL AND (g.letter IS NOT NULL
       OR EXISTS (SELECT 1 FROM reply r WHERE r.office = l.office
         AND r.letter = l.letter AND r.division = :division))));

-- Those that came before it and were not through then: still open, or ended in
-- it or later.  The plus keeps it from reading all that ever came before: few
-- are open, and few ended lately.
-- name: stats_carried (long)
SELECT l.book, l.received_at AS came_at, CASE
         WHEN g.done_at IS NOT NULL THEN g.done_at ELSE 0 END AS ended_at
  FROM letter l
  LEFT JOIN assignment g ON g.office = l.office AND g.letter = l.letter
   AND g.division = :division
 WHERE l.office = :office AND l.state IN ('received', 'presented', 'ordered')
   AND +l.received_at < :from AND coalesce(g.done_at, :from) >= :from
   AND (:division IS NULL OR (l.secrecy IS NULL AND g.letter IS NOT NULL))
UNION ALL
SELECT l.book, l.received_at, coalesce(g.done_at, l.since)
  FROM letter l
  LEFT JOIN assignment g ON g.office = l.office AND g.letter = l.letter
   AND g.division = :division
 WHERE l.office = :office AND l.state = 'closed' AND l.since >= :from
   AND +l.received_at < :from AND coalesce(g.done_at, :from) >= :from
   AND (:division IS NULL OR (l.secrecy IS NULL AND g.letter IS NOT NULL));

-- Who sent most.
-- name: stats_senders
SELECT l.sender AS name, count(*) AS n
  FROM letter l
 WHERE l.office = :office AND l.received_at >= :from
   AND l.received_at < :until AND l.state NOT IN ('cancelled', 'destroyed')
   AND l.secrecy IS NULL AND l.sender IS NOT NULL
   AND l.book IN (SELECT value FROM json_each(:books))
   AND (:division IS NULL OR EXISTS (SELECT 1 FROM assignment g
     WHERE g.office = l.office AND g.letter = l.letter
       AND g.division = :division))
 GROUP BY l.sender
 ORDER BY n DESC, l.sender
 LIMIT :most;

-- Each stay at a post, of whoever acted for it; what was passed over was no
-- stay.
-- name: stats_stays (long)
SELECT s.post AS code, s.arrived_at AS since, coalesce(s.left_at, 0) AS until
  FROM letter l
 CROSS JOIN step s ON s.office = l.office AND s.letter = l.letter
 WHERE l.office = :office AND l.received_at >= :from
   AND l.received_at < :until AND l.state <> 'cancelled'
   AND l.book IN (SELECT value FROM json_each(:books))
   AND coalesce(s.how, '') <> 'skip'
   AND (:division IS NULL OR (l.secrecy IS NULL AND EXISTS (SELECT 1
     FROM assignment g WHERE g.office = l.office AND g.letter = l.letter
       AND g.division = :division)));

-- Each letter's stay with each division, from the order to the end.
-- name: stats_tasks (long)
SELECT g.division AS code, g.ordered_at AS since,
       coalesce(g.done_at, 0) AS until
  FROM letter l
 CROSS JOIN assignment g ON g.office = l.office AND g.letter = l.letter
 WHERE l.office = :office AND l.received_at >= :from
   AND l.received_at < :until AND l.state <> 'cancelled'
   AND l.secrecy IS NULL AND (:division IS NULL OR g.division = :division);

-- Of one of the slowest: what it is about, and where it lies.
-- name: stats_letter
SELECT l.subject, p.name AS at_post_name,
       (SELECT group_concat(d.name, ', ') FROM assignment g JOIN division d
            ON d.office = g.office AND d.division = g.division
         WHERE g.office = l.office AND g.letter = l.letter
           AND g.done_at IS NULL) AS division_names
  FROM letter l
  LEFT JOIN post p ON p.office = l.office AND p.post = l.at_post
 WHERE l.office = :office AND l.book = :book AND l.year = :year
   AND l.number = :number AND l.secrecy IS NULL;

-- What became of the numbers of some years.
-- name: stats_numbers
SELECT c.book, c.year, c.next - c.first AS given,
       (SELECT count(*) FROM letter l WHERE l.office = c.office
           AND l.state = 'reserved' AND l.book = c.book
           AND l.year = c.year) AS reserved,
       (SELECT count(*) FROM letter l WHERE l.office = c.office
           AND l.state = 'void' AND l.book = c.book
           AND l.year = c.year) AS voided,
       (SELECT count(*) FROM letter l WHERE l.office = c.office
           AND l.state = 'cancelled' AND l.book = c.book
           AND l.year = c.year) AS cancelled,
       (SELECT count(*) FROM letter l WHERE l.office = c.office
           AND l.state = 'lost' AND l.book = c.book
           AND l.year = c.year) AS lost
  FROM counter c
 WHERE c.office = :office
   AND c.book IN (SELECT value FROM json_each(:books))
   AND c.year BETWEEN :first_year AND :last_year
 ORDER BY c.year, c.book;

-- The days of duties in the period, up to today: whose they are, and what
-- became of them.  A duty that is with nobody by name is that of the first
-- division that was given its letter.  One that need not be done is left out,
-- and so is one of a secret letter.  The last working day, by which the rows
-- are found, is never a month before the day.
-- name: stats_reports
WITH asked (division, due, state, done_on) AS (
  SELECT coalesce(d.owner_division,
           (SELECT v.division FROM division v WHERE v.office = d.office
               AND v.post = d.owner_post ORDER BY v.position LIMIT 1),
           iif(d.owner_post IS NULL,
             (SELECT g.division FROM assignment g WHERE g.office = d.office
                 AND g.letter = d.letter ORDER BY g.position LIMIT 1), NULL)),
         r.due, r.state,
         date(r.state_at / 1000000, 'unixepoch', '+7 hours')
    FROM duty_row r
   CROSS JOIN duty d ON d.office = r.office AND d.duty = r.duty
   CROSS JOIN letter l ON l.office = d.office AND l.letter = d.letter
   WHERE r.office = :office
     AND r.last_day >= date(:first_day, '-31 days')
     AND r.last_day <= :last_day
     AND r.due >= :first_day AND r.due <= :last_day
     AND r.state IN ('open', 'done') AND l.secrecy IS NULL)
SELECT coalesce(division, '') AS code, count(*) AS reports,
       sum(iif(state = 'done' AND done_on <= due, 1, 0)) AS on_time,
       sum(iif(state = 'open', 1, 0)) AS overdue
  FROM asked
 WHERE (state = 'done' OR due < :today)
   AND (:division IS NULL OR division = :division)
 GROUP BY division;
