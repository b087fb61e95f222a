-- calendar.sql -- the days of duties as a calendar shows them
-- SPDX-License-Identifier: GPL-3.0-or-later

-- Days of every state, by the last working day: of the whole office, or with
-- these posts, or of one division.  changes and changed_at grow with each event
-- about a duty of the letter.
-- name: duty_days
WITH held (post) AS (SELECT value ->> 'post' FROM json_each(:posts))
SELECT r.duty AS id, d.nth, d.what, r.period, r.name, r.from_day, r.due,
       r.last_day, r.state, r.state_at, r.by_name, r.ref, r.reason,
       d.form, d.letter, l.book, l.year, l.number, l.subject, l.sender,
       l.secrecy, coalesce(p.name, v.name) AS owner_name,
       (SELECT group_concat(w.name || coalesce(' ' || w.link, ''), char(10))
          FROM duty_where w
         WHERE w.office = d.office AND w.duty = d.duty) AS report_to,
       (SELECT count(*) FROM event e
         WHERE e.office = d.office AND e.letter = d.letter
           AND e.kind LIKE 'duty.%') AS changes,
       (SELECT max(e.time) FROM event e
         WHERE e.office = d.office AND e.letter = d.letter
           AND (e.kind LIKE 'duty.%' OR e.seq = d.duty)) AS changed_at
  FROM duty_row r
 CROSS JOIN duty d ON d.office = r.office AND d.duty = r.duty
 CROSS JOIN letter l ON l.office = d.office AND l.letter = d.letter
  LEFT JOIN post p ON p.office = d.office AND p.post = d.owner_post
  LEFT JOIN division v ON v.office = d.office
   AND v.division = d.owner_division
 WHERE r.office = :office AND r.last_day BETWEEN :since AND :until
   AND (:posts IS NULL
     OR coalesce(d.owner_post, v.post, l.at_post) IN (SELECT post FROM held)
     OR d.owner_post IS NULL AND d.owner_division IS NULL
    AND l.at_post IS NULL
    AND (EXISTS (
         SELECT 1 FROM assignment g CROSS JOIN division o
             ON o.office = g.office AND o.division = g.division
          WHERE g.office = d.office AND g.letter = d.letter
            AND o.post IN (SELECT post FROM held))
      OR :clerk IN (SELECT post FROM held) AND NOT EXISTS (
         SELECT 1 FROM assignment g
          WHERE g.office = d.office AND g.letter = d.letter)))
   AND (:division IS NULL OR d.owner_division = :division
     OR d.owner_post IS NULL AND d.owner_division IS NULL AND EXISTS (
         SELECT 1 FROM assignment g
          WHERE g.office = d.office AND g.letter = d.letter
            AND g.division = :division))
 ORDER BY r.last_day, l.letter, d.nth, r.period;

-- name: holiday_changes
SELECT changes, changed_at FROM holiday_table WHERE office = :office;
