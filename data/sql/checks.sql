-- checks.sql -- what `saraban check` asks
--
-- rows_of_X reads a whole state table in the order of its key: the check runs
-- it on the register and on a scratch replay of the chain and compares the
-- rows one by one.  faults_of_X gives one row for every fault: the seq or
-- number it is about, and words.

-- name: rows_of_office (slow)
SELECT * FROM office ORDER BY office;
-- name: rows_of_post (slow)
SELECT * FROM post ORDER BY office, post;
-- name: rows_of_division (slow)
SELECT * FROM division ORDER BY office, division;
-- name: rows_of_person (slow)
SELECT * FROM person ORDER BY office, person;
-- name: rows_of_holding (slow)
SELECT * FROM holding ORDER BY office, holding;
-- name: rows_of_acting (slow)
SELECT * FROM acting ORDER BY office, acting;
-- name: rows_of_absence (slow)
SELECT * FROM absence ORDER BY office, absence;
-- name: rows_of_clearance (slow)
SELECT * FROM clearance ORDER BY office, person;
-- name: rows_of_holiday (slow)
SELECT * FROM holiday ORDER BY office, day;

-- name: rows_of_holiday_table (slow)
SELECT * FROM holiday_table ORDER BY office;

-- name: rows_of_login_key (slow)
SELECT * FROM login_key ORDER BY office, seq;
-- name: rows_of_pin (slow)
SELECT * FROM pin ORDER BY office, seq;
-- name: rows_of_policy (slow)
SELECT * FROM policy ORDER BY office, name, year, since;
-- name: rows_of_signing_key (slow)
SELECT * FROM signing_key ORDER BY office, seq;
-- name: rows_of_counter (slow)
SELECT * FROM counter ORDER BY office, book, year;
-- name: rows_of_day (slow)
SELECT * FROM day ORDER BY office, day;
-- name: rows_of_day_book (slow)
SELECT * FROM day_book ORDER BY office, book, year, day;
-- name: rows_of_letter (slow)
SELECT * FROM letter ORDER BY office, letter;
-- name: rows_of_reservation (slow)
SELECT * FROM reservation ORDER BY office, letter;
-- name: rows_of_imported (slow)
SELECT * FROM imported ORDER BY office, letter;
-- name: rows_of_retention (slow)
SELECT * FROM retention ORDER BY office, letter;
-- name: rows_of_destruction (slow)
SELECT * FROM destruction ORDER BY office, list;
-- name: rows_of_destruction_item (slow)
SELECT * FROM destruction_item ORDER BY office, list, position;
-- name: rows_of_correction (slow)
SELECT * FROM correction ORDER BY office, seq;
-- name: rows_of_reference (slow)
SELECT * FROM reference ORDER BY office, letter, position;
-- name: rows_of_enclosure (slow)
SELECT * FROM enclosure ORDER BY office, letter, position;
-- name: rows_of_stamp (slow)
SELECT * FROM stamp ORDER BY office, letter, position;
-- name: rows_of_address (slow)
SELECT * FROM address ORDER BY office, letter, position;
-- name: rows_of_attachment (slow)
SELECT * FROM attachment ORDER BY office, letter, position;
-- name: rows_of_sealed_words (slow)
SELECT * FROM sealed_words ORDER BY office, letter;
-- name: rows_of_letter_text (slow)
SELECT * FROM letter_text ORDER BY office, letter;
-- name: rows_of_reply (slow)
SELECT * FROM reply ORDER BY office, letter, incoming;
-- name: rows_of_dispatch (slow)
SELECT * FROM dispatch ORDER BY office, seq;
-- name: rows_of_mail (slow)
SELECT * FROM mail ORDER BY office, letter;
-- name: rows_of_step (slow)
SELECT * FROM step ORDER BY office, letter, step;
-- name: rows_of_note (slow)
SELECT * FROM note ORDER BY office, seq;
-- name: rows_of_assignment (slow)
SELECT * FROM assignment ORDER BY office, letter, division;
-- name: rows_of_restored (slow)
SELECT * FROM restored ORDER BY office, restored;
-- name: rows_of_restored_last (slow)
SELECT * FROM restored_last ORDER BY office, restored, book, year;
-- name: rows_of_paper_last (slow)
SELECT * FROM paper_last ORDER BY office, restored, book, year;
-- name: rows_of_backup (slow)
SELECT * FROM backup ORDER BY office;
-- name: rows_of_letter_grant (slow)
SELECT * FROM letter_grant ORDER BY office, letter, seq;
-- name: rows_of_paper (slow)
SELECT * FROM paper ORDER BY office, letter;
-- name: rows_of_circulation (slow)
SELECT * FROM circulation ORDER BY office, circulation;
-- name: rows_of_circulated (slow)
SELECT * FROM circulated ORDER BY office, circulation, position;
-- name: rows_of_duty (slow)
SELECT * FROM duty ORDER BY office, duty;
-- name: rows_of_duty_asked (slow)
SELECT * FROM duty_asked ORDER BY office, duty, position;
-- name: rows_of_duty_where (slow)
SELECT * FROM duty_where ORDER BY office, duty, position;
-- name: rows_of_duty_row (slow)
SELECT * FROM duty_row ORDER BY office, duty, period;
-- name: rows_of_collection (slow)
SELECT * FROM collection ORDER BY office, duty;
-- name: rows_of_collected_from (slow)
SELECT * FROM collected_from ORDER BY office, duty, position;
-- name: rows_of_collected (slow)
SELECT * FROM collected ORDER BY office, duty, period, position;
-- name: rows_of_collected_before (slow)
SELECT * FROM collected_before ORDER BY office, duty, period, position, seq;
-- name: rows_of_collection_sent (slow)
SELECT * FROM collection_sent ORDER BY office, duty, period;
-- name: rows_of_collector (slow)
SELECT * FROM collector ORDER BY office, duty;
-- name: rows_of_collector_given (slow)
SELECT * FROM collector_given ORDER BY office, duty, period;
-- name: rows_of_known_office (slow)
SELECT * FROM known_office ORDER BY office, code;
-- name: rows_of_sending (slow)
SELECT * FROM sending ORDER BY office, sending, target;
-- name: rows_of_parcel (slow)
SELECT * FROM parcel ORDER BY office, parcel;
-- name: rows_of_parcel_file (slow)
SELECT * FROM parcel_file ORDER BY office, parcel, position;
-- name: rows_of_earlier_note (slow)
SELECT * FROM earlier_note ORDER BY office, letter, position;
-- name: rows_of_saved_search (slow)
SELECT * FROM saved_search ORDER BY office, person, name;

-- The tables themselves: a trigger taken away is a fault.
-- name: rows_of_schema (slow)
SELECT type, name, sql FROM sqlite_schema ORDER BY type, name;

-- A number missing inside a book: the event chain names every number given.
-- What was imported stands on paper, before the first of them.
-- name: faults_of_gaps (slow)
SELECT c.book, c.year, c.next - c.first AS expected, count(e.number) AS given,
       coalesce(min(e.number), c.first) AS lowest,
       coalesce(max(e.number), c.first - 1) AS highest, c.first, c.next
  FROM counter c LEFT JOIN event e ON e.office = c.office
       AND e.book = c.book AND e.year = c.year AND e.number IS NOT NULL
       AND e.kind <> 'letter.import'
 GROUP BY c.office, c.book, c.year
HAVING count(e.number) <> c.next - c.first
    OR coalesce(min(e.number), c.first) <> c.first
    OR coalesce(max(e.number), c.first - 1) <> c.next - 1;

-- Is anything missing (model/missing.h)?  Each gives the entries it is true of:
-- book, year, number; or a row for each case that is of no book.
-- name: missing_gaps (slow)
SELECT book, year, number + 1 AS number FROM (
  SELECT book, year, number, lead(number) OVER (
      PARTITION BY book, year ORDER BY number) AS next
    FROM event WHERE office = :office AND number IS NOT NULL
     AND kind <> 'letter.import') AS part
 WHERE next > number + 1 ORDER BY book, year, number;
-- name: missing_doubles (slow)
SELECT book, year, number FROM event
 WHERE office = :office AND number IS NOT NULL
 GROUP BY book, year, number HAVING count(*) > 1
 ORDER BY book, year, number;
-- name: missing_reasons (slow)
SELECT l.book, l.year, l.number FROM letter l
 WHERE l.office = :office AND l.state = 'cancelled'
   AND NOT EXISTS (SELECT 1 FROM note n WHERE n.office = l.office
     AND n.letter = l.letter AND n.act = 'cancel' AND trim(n.words) <> '')
 ORDER BY l.book, l.year, l.number;
-- Said to be late, or written on a sheet first, it is no wonder.
-- name: missing_order (slow)
SELECT book, year, number FROM (
  SELECT l.book, l.year, l.number, l.received_at, l.late,
         r.letter IS NOT NULL AS is_kept,
         max(l.received_at) OVER (PARTITION BY l.book, l.year
           ORDER BY l.number ROWS BETWEEN UNBOUNDED PRECEDING
           AND 1 PRECEDING) AS before
    FROM letter l
    LEFT JOIN reservation r ON r.office = l.office AND r.letter = l.letter
   WHERE l.office = :office AND l.received_at IS NOT NULL
     AND l.imported = 0) AS part
 WHERE received_at < before AND late IS NULL AND NOT is_kept
 ORDER BY book, year, number;
-- name: missing_unopened (slow)
SELECT book, year, number FROM letter
 WHERE office = :office AND state = 'presented' AND opened_at IS NULL
   AND since < :before
 ORDER BY book, year, number;
-- name: missing_untaken (slow)
SELECT DISTINCT l.book, l.year, l.number FROM assignment g
  JOIN letter l ON l.office = g.office AND l.letter = g.letter
 WHERE g.office = :office AND g.acknowledged_at IS NULL
   AND g.done_at IS NULL AND g.ordered_at < :before
 ORDER BY l.book, l.year, l.number;
-- name: missing_owners (slow)
SELECT DISTINCT l.book, l.year, l.number FROM duty d
  JOIN letter l ON l.office = d.office AND l.letter = d.letter
 WHERE d.office = :office AND d.state = 'open' AND d.owner_post IS NULL
   AND d.owner_division IS NULL AND l.state IN ('ordered', 'closed')
 ORDER BY l.book, l.year, l.number;
-- A year is over, and what was due in it was neither done nor waived.
-- name: missing_duties (slow)
SELECT DISTINCT l.book, l.year, l.number FROM duty_row r
  JOIN duty d ON d.office = r.office AND d.duty = r.duty
  JOIN letter l ON l.office = d.office AND l.letter = d.letter
 WHERE r.office = :office AND r.state = 'open'
   AND substr(r.due, 1, 4) < substr(:today, 1, 4)
 ORDER BY l.book, l.year, l.number;
-- name: missing_lost (slow)
SELECT book, year, number FROM letter
 WHERE office = :office AND state = 'lost' ORDER BY book, year, number;
-- name: missing_registrar (slow)
SELECT book, year, number FROM letter
 WHERE office = :office AND secrecy IS NOT NULL
   AND state NOT IN ('closed', 'cancelled')
   AND NOT EXISTS (SELECT 1 FROM holding h JOIN post p
       ON p.office = h.office AND p.post = h.post
     WHERE h.office = :office AND p.role = 'registrar'
       AND p.ended_at IS NULL AND h.since <= :today
       AND (h.until IS NULL OR h.until >= :today))
 ORDER BY book, year, number;
-- name: missing_unclosed (slow)
WITH RECURSIVE over (day) AS (
  SELECT date(coalesce(
      (SELECT date(max(day), '+1 day') FROM day WHERE office = :office),
      (SELECT date(time / 1000000 + 25200, 'unixepoch') FROM event
        WHERE office = :office AND seq = 1)))
  UNION ALL
  SELECT date(day, '+1 day') FROM over WHERE day < date(:today, '-1 day'))
SELECT NULL AS book, 0 AS year, 0 AS number FROM over WHERE day < :today;
-- name: missing_unsigned (slow)
SELECT NULL AS book, 0 AS year, 0 AS number FROM day
 WHERE office = :office AND signature IS NULL;
-- name: missing_keys (slow)
SELECT NULL AS book, 0 AS year, 0 AS number FROM event e
  JOIN payload p ON p.office = e.office AND p.seq = e.seq
 WHERE e.office = :office AND e.kind = 'key.set' AND json_valid(p.body)
   AND p.body ->> 'was' IS NOT NULL AND p.body ->> 'signature' IS NULL;

-- Absent numbers are NULL and no text holds a NUL: hashed, a 0 is like
-- nothing, and what stands behind a NUL is not seen.
-- name: faults_of_events (slow)
SELECT e.seq FROM event e
  LEFT JOIN payload p ON p.office = e.office AND p.seq = e.seq
 WHERE e.letter = 0 OR e.year = 0 OR e.number = 0
    OR instr(e.kind || coalesce(e.book, '') || e.login ||
         coalesce(e.post, '') || coalesce(e.capacity, '') ||
         coalesce(e.acting_order, '') || e.auth || coalesce(p.body, ''),
         char(0)) > 0
 ORDER BY e.office, e.seq;

-- The search index, pair by pair, and the words it should hold.
-- name: search_pairs (slow)
SELECT term, doc, col, offset FROM search_pair;
-- name: search_count
SELECT count(*) AS n FROM search WHERE search MATCH :match;
-- name: search_pieces (slow)
SELECT doc, ref_no, subject, sender, recipient, note, body FROM search_piece;

-- What the register says of itself, against the event that founded it.
-- name: faults_of_identity (slow)
SELECT r.one FROM register r
 WHERE NOT EXISTS (SELECT 1 FROM event e
    JOIN payload p ON p.office = e.office AND p.seq = e.seq
   WHERE e.kind = 'office.found' AND e.time = r.made_at
     AND iif(json_valid(p.body), CAST(p.body ->> 'practice' AS BIGINT),
       NULL) = r.practice);

-- The structure of the file itself: "ok", or what is wrong with it.
-- name: integrity (slow)
PRAGMA integrity_check(10);

-- name: foreign_key_faults (slow)
PRAGMA foreign_key_check;

-- name: attachments_sealed (slow)
SELECT DISTINCT digest FROM attachment WHERE sealed = 1 ORDER BY digest;

-- name: attachments_kept (slow)
SELECT digest, size FROM attachment
UNION
SELECT digest, size FROM parcel_file ORDER BY digest;

-- Words that are gone without a destruction, or that are there in spite of
-- one.
-- name: faults_of_words (slow)
SELECT e.seq, p.seq IS NULL AS is_gone FROM event e
  LEFT JOIN payload p ON p.office = e.office AND p.seq = e.seq
 WHERE (p.seq IS NULL) <> EXISTS (SELECT 1 FROM destroyed_event d
    WHERE d.office = e.office AND d.seq = e.seq)
 ORDER BY e.office, e.seq;
