-- duty.sql -- what letters ask for, and by when: what people look at

-- name: letter_duties
SELECT d.duty AS id, d.nth, d.what, d.words, d.owner_post, d.owner_division,
       coalesce(p.name, v.name) AS owner_name, v.post AS division_post,
       d.first, d.from_day, d.rrule, d.after_receipt, d.working_days,
       coalesce(d.behind, 0) AS behind, d.ahead, d.is_proposed, d.form,
       d.pictures, d.copies, d.unit, d.target, d.state
  FROM duty d
  LEFT JOIN post p ON p.office = d.office AND p.post = d.owner_post
  LEFT JOIN division v ON v.office = d.office
   AND v.division = d.owner_division
 WHERE d.office = :office AND d.letter = :letter ORDER BY d.nth;

-- name: letter_duty_asked
SELECT a.duty, a.asked_by, a.first, a.from_day, a.rrule, a.words
  FROM duty d
 CROSS JOIN duty_asked a ON a.office = d.office AND a.duty = d.duty
 WHERE d.office = :office AND d.letter = :letter
 ORDER BY d.nth, a.position;

-- name: letter_duty_where
SELECT w.duty, w.kind, w.name, w.link
  FROM duty d
 CROSS JOIN duty_where w ON w.office = d.office AND w.duty = d.duty
 WHERE d.office = :office AND d.letter = :letter
 ORDER BY d.nth, w.position;

-- name: letter_duty_rows
SELECT r.duty, r.period, r.name, r.from_day, r.due, r.last_day, r.state,
       r.state_at, r.by_name, r.by_post, r.ref, r.files, r.first_file,
       r.figure, r.figure IS NOT NULL AS has_figure, r.note, r.reason,
       l.book AS reply_book, l.year AS reply_year, l.number AS reply_number
  FROM duty d
 CROSS JOIN duty_row r ON r.office = d.office AND r.duty = d.duty
  LEFT JOIN letter l ON l.office = r.office AND l.letter = r.reply
 WHERE d.office = :office AND d.letter = :letter
 ORDER BY d.nth, r.due, r.period;

-- A row where any day is open up to a day: without one, nothing more is asked.
-- name: duty_is_open
SELECT 1 AS n FROM duty_row
 WHERE office = :office AND state = 'open' AND last_day <= :until LIMIT 1;

-- Open days up to a day, the nearest first; those of the posts held, where
-- :mine says so (the view tells whose a day is).
-- name: duties_open
WITH held (post) AS (SELECT value ->> 'post' FROM json_each(:posts))
SELECT o.*, (SELECT group_concat(w.name || coalesce(' ' || w.link, ''), ' · ')
          FROM duty_where w WHERE w.office = o.office AND w.duty = o.id)
          AS places
  FROM duty_open o
 WHERE o.office = :office AND o.last_day <= :until
   AND (:mine = 0 OR o.with_post IN (SELECT post FROM held)
     OR o.with_post IS NULL AND (EXISTS (
         SELECT 1 FROM assignment g CROSS JOIN division d
             ON d.office = g.office AND d.division = g.division
          WHERE g.office = o.office AND g.letter = o.letter
            AND d.post IN (SELECT post FROM held))
       OR :clerk IN (SELECT post FROM held) AND NOT EXISTS (
         SELECT 1 FROM assignment g
          WHERE g.office = o.office AND g.letter = o.letter)))
 ORDER BY o.last_day, o.id, o.period;

-- name: duty_days_between
SELECT duty, period, due, last_day FROM duty_row
 WHERE office = :office AND state = 'open'
   AND last_day BETWEEN :since AND :until
 ORDER BY last_day, duty, period;

-- Those whose days end too soon.
-- name: duties_to_roll
SELECT d.duty AS id, d.letter, d.first, d.from_day, d.rrule,
       coalesce(d.behind, 0) AS behind, d.ahead,
       (SELECT max(r.period) FROM duty_row r
         WHERE r.office = d.office AND r.duty = d.duty) AS last_period
  FROM duty d
 WHERE d.office = :office AND d.ahead IS NOT NULL AND d.ahead < :until
 ORDER BY d.duty;

-- Of letters that a list would destroy, one that still asks for something.
-- name: duty_of_list
SELECT l.book, l.year, l.number FROM destruction_item i
 CROSS JOIN duty d ON d.office = i.office AND d.letter = i.letter
 CROSS JOIN letter l ON l.office = i.office AND l.letter = i.letter
 WHERE i.office = :office AND i.list = :list AND i.decision = 'destroy'
   AND d.state = 'open'
 ORDER BY i.position LIMIT 1;
