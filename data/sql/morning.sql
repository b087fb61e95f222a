-- morning.sql -- what lies on desks, for the list of the morning
--
-- Rows of struct morning_row (src/app/morning.h), each statement with all of
-- its columns.

-- Letters at a post of the chain, and with divisions that have not finished
-- them; what lies longest first.
-- name: morning_letters
SELECT l.letter AS id, l.book, l.year, l.number, l.subject, l.sender, l.secrecy,
       l.urgency, l.urgency_rank, l.at_post AS post, 0 AS person, l.since,
       0 AS taken_at, NULL AS until, NULL AS from_name
  FROM letter l
 WHERE l.office = :office AND l.at_post IS NOT NULL
UNION ALL
SELECT l.letter, l.book, l.year, l.number, l.subject, l.sender, l.secrecy,
       l.urgency, l.urgency_rank, d.post, 0, g.ordered_at, g.acknowledged_at,
       NULL, NULL
  FROM division d
 CROSS JOIN assignment g ON g.office = :office AND g.division = d.division
   AND g.done_at IS NULL
 CROSS JOIN letter l ON l.office = :office AND l.letter = g.letter
 WHERE d.office = :office
 ORDER BY since, id;

-- What circulates and has not been noted, by a division or a person.
-- name: morning_circulated
SELECT l.letter AS id, l.book, l.year, l.number, l.subject, l.sender, l.secrecy,
       l.urgency, l.urgency_rank,
       (SELECT d.post FROM division d WHERE d.office = c.office
           AND d.division = c.division) AS post, c.person, k.at AS since,
       0 AS taken_at, k.until, k.person_name AS from_name
  FROM circulation k
 CROSS JOIN circulated c ON c.office = k.office
   AND c.circulation = k.circulation
   AND c.noted_at IS NULL AND c.ended_at IS NULL
 CROSS JOIN letter l ON l.office = k.office AND l.letter = k.letter
 WHERE k.office = :office AND k.closed_at IS NULL
 ORDER BY k.circulation, c.position;

-- Papers on the way to a post.
-- name: morning_papers
SELECT l.letter AS id, l.book, l.year, l.number, l.subject, l.sender, l.secrecy,
       l.urgency, l.urgency_rank, p.post, 0 AS person, p.since, 0 AS taken_at,
       NULL AS until, p.by_name AS from_name
  FROM paper p
 CROSS JOIN letter l ON l.office = p.office AND l.letter = p.letter
 WHERE p.office = :office AND p.is_on_way = 1
 ORDER BY p.since, p.letter;

-- Of duties that are nobody's by name, on letters that lie at no post: who
-- heads the divisions that they were given to.
-- name: morning_owners
SELECT d.letter, v.post
  FROM duty_row r
 CROSS JOIN duty d ON d.office = r.office AND d.duty = r.duty
   AND d.owner_post IS NULL AND d.owner_division IS NULL
 CROSS JOIN letter l ON l.office = d.office AND l.letter = d.letter
   AND l.at_post IS NULL
 CROSS JOIN assignment g ON g.office = d.office AND g.letter = d.letter
 CROSS JOIN division v ON v.office = g.office AND v.division = g.division
 WHERE r.office = :office AND r.state = 'open' AND r.last_day <= :until
 GROUP BY d.letter, v.post ORDER BY d.letter, min(v.position);
