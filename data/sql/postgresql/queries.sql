-- queries.sql -- statements that PostgreSQL has in the place of SQLite's
--
-- Under the same names; "index_..." and "faults_of_guards" are its own.

-- Letters with a piece that has every pair of the words, in one of the forms:
-- the program looks whether they stand there one behind the other.  The forms
-- are queries of their own, lest they be cut anew for every row.
-- name: search_letters
SELECT DISTINCT (doc >> 5) & 1099511627775 AS letter
  FROM search
 WHERE doc BETWEEN :low AND :high
   AND (pairs @> (SELECT search_form(:match, 1))
     OR pairs @> (SELECT search_form(:match, 2)))
 ORDER BY letter DESC;

-- What was written on letters, in the order in which it was written: the first
-- that fits is shown.  SQLite's indices give that order, a server's plan need
-- not.
-- name: search_words
WITH wanted (letter) AS MATERIALIZED (
  SELECT CAST(value AS BIGINT) FROM json_each(:letters))
SELECT letter, note, reply_ref FROM (
  SELECT n.letter, n.words AS note, NULL AS reply_ref, 1 AS part, n.seq,
         '' AS division
    FROM wanted w JOIN note n ON n.office = :office AND n.letter = w.letter
  UNION ALL
  SELECT g.letter, g.words, g.reply_ref, 2, 0, g.division
    FROM wanted w
    JOIN assignment g ON g.office = :office AND g.letter = w.letter
   WHERE g.done_at IS NOT NULL
  UNION ALL
  SELECT n.letter, n.words, NULL, 3, n.position, ''
    FROM wanted w
    JOIN earlier_note n ON n.office = :office AND n.letter = w.letter
  UNION ALL
  SELECT n.letter, n.words, NULL, 4, 0, ''
    FROM wanted w
    JOIN imported_words n ON n.office = :office AND n.letter = w.letter
  ) AS written
 ORDER BY part, letter, seq, division;

-- name: index_take_out
DELETE FROM search
 WHERE doc BETWEEN (:office << 45) | (:letter << 5)
   AND (:office << 45) | (:letter << 5) | 31;
-- name: index_put_in
INSERT INTO search (doc, pairs)
  SELECT doc, pairs(concat_ws(chr(31), ref_no, subject, sender, recipient,
      note, body))
    FROM search_piece
   WHERE office = :office AND letter = :letter
     AND coalesce(ref_no, subject, sender, recipient, note, body) IS NOT NULL;
-- name: index_take_out_since
DELETE FROM search
 WHERE doc BETWEEN (:office << 45) | (:letter << 5)
   AND ((:office + 1) << 45) - 1;
-- name: index_put_in_since
INSERT INTO search (doc, pairs)
  SELECT doc, pairs(concat_ws(chr(31), ref_no, subject, sender, recipient,
      note, body))
    FROM search_piece
   WHERE office = :office AND letter >= :letter
     AND coalesce(ref_no, subject, sender, recipient, note, body) IS NOT NULL;
-- name: index_empty
DELETE FROM search;
-- name: index_fill
INSERT INTO search (doc, pairs)
  SELECT doc, pairs(concat_ws(chr(31), ref_no, subject, sender, recipient,
      note, body))
    FROM search_piece
   WHERE coalesce(ref_no, subject, sender, recipient, note, body) IS NOT NULL;

-- ---------------------------------------------------------------- what is
-- asked of the server itself

-- An index that is not whole is not used by the server, and says so here.
-- name: integrity
SELECT coalesce(string_agg(c.relname, ', '), 'ok')
  FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
 WHERE c.relnamespace = 'saraban'::regnamespace
   AND NOT (i.indisvalid AND i.indisready);
-- name: foreign_key_faults
SELECT conrelid::regclass::text FROM pg_constraint
 WHERE connamespace = 'saraban'::regnamespace AND NOT convalidated;
-- A trigger of after.sql that is taken away, or asleep.
-- name: faults_of_guards
SELECT g.name FROM (VALUES ('event_stays'), ('event_never_goes'),
    ('event_never_emptied'), ('event_follows'), ('payload_stays'),
    ('payload_never_goes'), ('payload_never_emptied'), ('payload_once'),
    ('register_stays'), ('register_never_emptied')) AS g (name)
 WHERE NOT EXISTS (SELECT 1 FROM pg_trigger t
     JOIN pg_class c ON c.oid = t.tgrelid
    WHERE c.relnamespace = 'saraban'::regnamespace AND t.tgname = g.name
      AND t.tgenabled IN ('O', 'A'))
 ORDER BY g.name;
-- Who may take away or get past what guards the chain: by owning a table, or by
-- a right that the program has no use for (saraban-scale(7)).
-- name: rights_too_many
SELECT count(*) AS n FROM pg_class c
 WHERE c.relnamespace = 'saraban'::regnamespace
   AND c.relname IN ('event', 'payload', 'register')
   AND (pg_has_role(c.relowner, 'USAGE')
     OR has_table_privilege(c.oid, 'UPDATE, TRUNCATE, TRIGGER')
     OR c.relname <> 'payload' AND has_table_privilege(c.oid, 'DELETE'));
-- Pieces whose pairs are not those of the words.
-- name: faults_of_index
SELECT count(*) AS n
  FROM (SELECT doc, pairs(concat_ws(chr(31), ref_no, subject, sender,
            recipient, note, body)) AS pairs
          FROM search_piece
         WHERE coalesce(ref_no, subject, sender, recipient, note, body)
               IS NOT NULL) AS should
  FULL JOIN search AS is_there ON is_there.doc = should.doc
 WHERE is_there.pairs IS DISTINCT FROM should.pairs;

-- Text cannot hold a NUL here.
-- name: faults_of_events
SELECT e.seq FROM event e
 WHERE e.letter = 0 OR e.year = 0 OR e.number = 0
 ORDER BY e.office, e.seq;
-- name: missing_unclosed
SELECT NULL AS book, 0 AS year, 0 AS number
  FROM generate_series(coalesce(
      (SELECT max(day)::date + 1 FROM day WHERE office = :office),
      (SELECT (to_timestamp(time / 1000000 + 25200) AT TIME ZONE 'UTC')::date
         FROM event WHERE office = :office AND seq = 1)),
    CAST(:today AS date) - 1, interval '1 day');
