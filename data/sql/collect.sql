-- collect.sql -- duties that many answer for: what people look at

-- Who is asked, in the order in which they were: of one letter.
-- name: letter_collected_from
SELECT f.duty, f.position, f.division, d.post, f.place, f.name, f.share,
       f.since
  FROM collected_from f
  LEFT JOIN division d ON d.office = f.office AND d.division = f.division
 WHERE f.office = :office AND f.letter = :letter
 ORDER BY f.duty, f.position;

-- Which offices above collect its duties.
-- name: letter_collectors
SELECT duty, from_register, from_office, from_duty, name, unit, share,
       is_running, nudged_at, nudged_for
  FROM collector WHERE office = :office AND letter = :letter ORDER BY duty;

-- name: collection_of_duty
SELECT duty, letter, unit, target, is_running
  FROM collection WHERE office = :office AND duty = :duty;

-- name: collected_from_of_duty
SELECT f.duty, f.position, f.division, d.post, f.place, f.name, f.share,
       f.since
  FROM collected_from f
  LEFT JOIN division d ON d.office = f.office AND d.division = f.division
 WHERE f.office = :office AND f.duty = :duty ORDER BY f.position;

-- name: collected_of_duty
SELECT period, position, seq, figure, figure IS NOT NULL AS has_figure, note,
       ref, files, first_file, how, at, by_name, by_post, reason, is_after,
       from_seq, nudged_at, nudges
  FROM collected WHERE office = :office AND duty = :duty
 ORDER BY period, position;

-- name: collected_before_of_duty
SELECT period, position, seq, figure, figure IS NOT NULL AS has_figure, note,
       ref, at, by_name
  FROM collected_before WHERE office = :office AND duty = :duty
 ORDER BY period, position, seq;

-- name: collection_sent_of_duty
SELECT s.period, s.ref, s.figure, s.total, s.given, s.missing, s.reason, s.at,
       s.by_name, l.book, l.year, l.number
  FROM collection_sent s
  JOIN letter l ON l.office = s.office AND l.letter = s.reply
 WHERE s.office = :office AND s.duty = :duty ORDER BY s.period;

-- ------------------------------------------------------- between offices

-- The collection of an office of this register, and the place in it of one
-- that was asked.
-- name: collection_of_origin
SELECT o.office, c.letter, c.unit, c.is_running, f.position, l.secrecy
  FROM office o
  JOIN collection c ON c.office = o.office AND c.duty = :duty
  JOIN collected_from f ON f.office = c.office AND f.duty = c.duty
  JOIN letter l ON l.office = c.office AND l.letter = c.letter
 WHERE o.code = :code AND f.place = :place;

-- Its days, by the name of the period.
-- name: period_of_name
SELECT r.period, r.state,
       (SELECT c.seq FROM collected c WHERE c.office = r.office
           AND c.duty = r.duty AND c.period = r.period
           AND c.position = :position) AS seq,
       (SELECT c.from_seq FROM collected c WHERE c.office = r.office
           AND c.duty = r.duty AND c.period = r.period
           AND c.position = :position) AS from_seq,
       EXISTS (SELECT 1 FROM collection_sent s WHERE s.office = r.office
         AND s.duty = r.duty AND s.period = r.period) AS is_sent
  FROM duty_row r
 WHERE r.office = :office AND r.duty = :duty AND r.name = :name
 ORDER BY r.period LIMIT 1;

-- The entry that a letter sent on became in an office of this register, and
-- the number that its next duty has there.
-- name: letter_sent_to
SELECT p.office, p.letter,
       1 + coalesce((SELECT max(d.nth) FROM duty d WHERE d.office = p.office
         AND d.letter = p.letter), 0) AS next
  FROM office o
 CROSS JOIN sending s ON s.office = :office AND s.letter = :letter
   AND s.target = o.code AND s.elsewhere IS NULL AND s.state = 'accepted'
 CROSS JOIN parcel p ON p.office = o.office AND p.from_office = :code
   AND p.from_seq = s.sending AND p.letter IS NOT NULL
   AND p.from_register = :register
 WHERE o.code = :place
 ORDER BY s.sending DESC LIMIT 1;

-- The duty in an office of this register that a collection asks for.
-- name: duty_of_collection
SELECT c.office, c.duty, c.letter FROM office o
  JOIN collector c ON c.office = o.office
 WHERE o.code = :place AND c.from_office = :code
   AND c.from_register = :register AND c.from_duty = :duty;

-- What was given to an office elsewhere, that no file tells yet.
-- name: reports_to_export
SELECT g.duty, g.period, g.seq, c.from_register, c.from_duty, r.name,
       r.figure, r.figure IS NOT NULL AS has_figure, r.note, r.ref,
       r.by_name, r.by_post
  FROM collector c
 CROSS JOIN collector_given g ON g.office = c.office AND g.duty = c.duty
   AND g.exported_at IS NULL
 CROSS JOIN duty_row r ON r.office = g.office AND r.duty = g.duty
   AND r.period = g.period
 CROSS JOIN letter l ON l.office = c.office AND l.letter = c.letter
 WHERE c.office = :office AND c.from_office = :code
   AND r.state = 'done' AND l.secrecy IS NULL
 ORDER BY g.seq, g.period;

-- Reports that divisions were asked for and have not given, of days up to one:
-- with the post that heads the division.
-- name: morning_reports
SELECT l.letter AS id, l.book, l.year, l.number, l.subject, l.sender, l.secrecy,
       l.urgency, l.urgency_rank, v.post, 0 AS person,
       coalesce(c.nudged_at, 0) AS since, 0 AS taken_at, r.last_day AS until,
       f.name AS from_name
  FROM duty_row r
 CROSS JOIN collected_from f ON f.office = r.office AND f.duty = r.duty
   AND f.since <= r.period AND f.division IS NOT NULL
 CROSS JOIN division v ON v.office = f.office AND v.division = f.division
 CROSS JOIN letter l ON l.office = f.office AND l.letter = f.letter
  LEFT JOIN collected c ON c.office = f.office AND c.duty = f.duty
   AND c.period = r.period AND c.position = f.position
 WHERE r.office = :office AND r.state = 'open' AND c.seq IS NULL
   AND r.last_day <= :until
 ORDER BY r.last_day, l.letter, f.position;
