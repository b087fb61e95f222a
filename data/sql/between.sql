-- between.sql -- what offices send each other: out, in, and the answers

-- Where letters can be sent on to: the other offices of the register, and
-- those that keep one of their own.
-- name: targets (slow)
SELECT code, name, above, office, NULL AS key FROM office
 WHERE office <> :office
UNION ALL
SELECT code, name, above, 0, key FROM known_office WHERE office = :office
 ORDER BY 2;

-- name: sendings_of_letter
SELECT s.sending, s.target, s.target_name, s.elsewhere, s.letter, s.ref_no,
       s.dated, s.subject, s.state, s.sent_at, s.state_at, s.accept_id,
       s.accepted_at, s.by_name, s.reason, s.recalled_at, l.book, l.year,
       l.number
  FROM sending s JOIN letter l ON l.office = s.office AND l.letter = s.letter
 WHERE s.office = :office AND s.letter = :letter
 ORDER BY s.sending DESC, s.target_name;

-- name: sendings_recent
SELECT s.sending, s.target, s.target_name, s.elsewhere, s.letter, s.ref_no,
       s.dated, s.subject, s.state, s.sent_at, s.state_at, s.accept_id,
       s.accepted_at, s.by_name, s.reason, s.recalled_at, l.book, l.year,
       l.number
  FROM sending s JOIN letter l ON l.office = s.office AND l.letter = s.letter
 WHERE s.office = :office AND s.sending >= :since
 ORDER BY s.sending DESC, s.target_name;

-- The first of the newest sendings, so many acts back.
-- name: sending_since
SELECT coalesce(min(sending), 0) AS n FROM (
  SELECT DISTINCT sending FROM sending WHERE office = :office
   ORDER BY sending DESC LIMIT :limit) AS part;

-- One row of it, for the answer of another office of this register.
-- name: sending_of_origin
SELECT s.letter, s.state, o.office FROM office o
  JOIN sending s ON s.office = o.office
 WHERE o.code = :code AND s.sending = :sending AND s.target = :target;

-- name: parcels_in_state
SELECT * FROM parcel_shown
 WHERE office = :office AND state = :state
 ORDER BY number;

-- name: parcels_newest
SELECT * FROM parcel_shown
 WHERE office = :office
 ORDER BY number DESC LIMIT :limit;

-- name: parcel_by_number
SELECT * FROM parcel_shown
 WHERE office = :office AND number = :number;

-- What a parcel holds: the event of its arrival.
-- name: payload_of_event
SELECT body FROM payload WHERE office = :office AND seq = :seq;

-- The parcel of an event elsewhere.
-- name: parcel_of_origin
SELECT parcel, number, state FROM parcel
 WHERE office = :office AND from_register = :register
   AND from_office = :code AND from_seq = :seq;

-- name: parcels_waiting
SELECT count(*) AS n FROM parcel WHERE office = :office AND state = 'waiting';

-- What came to be received after an event and up to another, and what other
-- offices answered.
-- name: news_of_offices
SELECT parcel AS seq, state, sender AS name, ref_no AS number FROM parcel
 WHERE office = :office AND parcel > :seen AND parcel <= :last
   AND state = 'waiting'
UNION ALL
SELECT e.seq, CAST(b.body ->> 'answer' AS TEXT),
       CAST(b.body ->> 'name' AS TEXT), CAST(b.body ->> 'accept_id' AS TEXT)
  FROM event e JOIN payload b ON b.office = e.office AND b.seq = e.seq
 WHERE e.office = :office AND e.seq > :seen AND e.seq <= :last
   AND e.kind = 'sending.answer'
 ORDER BY 1;

-- ------------------------------------------------- for offices elsewhere

-- name: known_office
SELECT code, name, above, 0 AS office, key FROM known_office
 WHERE office = :office AND code = :code;

-- Letters for an office, and letters asked back, that no file has yet.
-- name: sendings_to_export
SELECT s.sending, s.target, s.state, s.letter, s.ref_no, s.dated, s.subject,
       s.recalled_at, p.body
  FROM sending s JOIN payload p ON p.office = s.office AND p.seq = s.sending
 WHERE s.office = :office AND s.target = :code AND s.elsewhere IS NOT NULL
   AND s.exported_at IS NULL AND s.state IN ('sent', 'arrived')
 ORDER BY s.sending;

-- ... and whatever files told before: what has no answer yet.
-- name: sendings_unanswered (slow)
SELECT s.sending, s.target, s.state, s.letter, s.ref_no, s.dated, s.subject,
       s.recalled_at, p.body
  FROM sending s JOIN payload p ON p.office = s.office AND p.seq = s.sending
 WHERE s.office = :office AND s.target = :code AND s.elsewhere IS NOT NULL
   AND s.state IN ('sent', 'arrived')
 ORDER BY s.sending;

-- What became of letters from an office, that no file tells yet.
-- name: parcels_to_export
SELECT parcel, from_seq, ref_no, dated, subject, state, state_at, reason,
       (SELECT l.book FROM letter l WHERE l.office = p.office
           AND l.letter = p.letter) AS as_book,
       (SELECT l.number FROM letter l WHERE l.office = p.office
           AND l.letter = p.letter) AS as_number,
       (SELECT l.year FROM letter l WHERE l.office = p.office
           AND l.letter = p.letter) AS as_year,
       (SELECT l.received_at FROM letter l WHERE l.office = p.office
           AND l.letter = p.letter) AS received_at
  FROM parcel p
 WHERE p.office = :office AND p.from_register = :register
   AND p.from_office = :code AND p.exported_at IS NULL
 ORDER BY p.parcel;

-- ... and whatever files told before.
-- name: parcels_answered (slow)
SELECT p.parcel, p.from_seq, p.ref_no, p.dated, p.subject, p.state, p.state_at,
       p.reason, l.book AS as_book, l.number AS as_number, l.year AS as_year,
       l.received_at
  FROM parcel p
  LEFT JOIN letter l ON l.office = p.office AND l.letter = p.letter
 WHERE p.office = :office AND p.from_register = :register
   AND p.from_office = :code AND p.state <> 'waiting'
 ORDER BY p.parcel;

-- name: registers_answered (slow)
SELECT DISTINCT from_register FROM parcel
 WHERE office = :office AND from_office = :code AND state <> 'waiting';

-- The register that an office elsewhere signed with, as letters named it.
-- name: registers_of_office
SELECT DISTINCT from_register FROM parcel
 WHERE office = :office AND from_office = :code AND exported_at IS NULL;
