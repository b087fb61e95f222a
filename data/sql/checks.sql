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
-- name: rows_of_policy (slow)
SELECT * FROM policy ORDER BY office, name, year;
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
-- name: rows_of_circulation (slow)
SELECT * FROM circulation ORDER BY office, circulation;
-- name: rows_of_circulated (slow)
SELECT * FROM circulated ORDER BY office, circulation, position;
-- name: rows_of_saved_search (slow)
SELECT * FROM saved_search ORDER BY office, person, name;

-- The tables themselves: a trigger taken away is a fault.
-- name: rows_of_schema (slow)
SELECT type, name, sql FROM sqlite_schema ORDER BY type, name;

-- A number missing inside a book: the event chain names every number given.
-- name: faults_of_gaps (slow)
SELECT c.book, c.year, c.next - c.first AS expected, count(e.number) AS given,
       coalesce(min(e.number), c.first) AS lowest,
       coalesce(max(e.number), c.first - 1) AS highest, c.first, c.next
  FROM counter c LEFT JOIN event e ON e.office = c.office
       AND e.book = c.book AND e.year = c.year AND e.number IS NOT NULL
 GROUP BY c.office, c.book, c.year
HAVING count(e.number) <> c.next - c.first
    OR coalesce(min(e.number), c.first) <> c.first
    OR coalesce(max(e.number), c.first - 1) <> c.next - 1;

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
     AND iif(json_valid(p.body), p.body ->> 'practice', NULL) = r.practice);

-- The structure of the file itself: "ok", or what is wrong with it.
-- name: integrity (slow)
PRAGMA integrity_check(10);

-- name: foreign_key_faults (slow)
PRAGMA foreign_key_check;

-- name: attachments_kept (slow)
SELECT DISTINCT digest, size FROM attachment ORDER BY digest;

-- Words that are gone without a destruction, or that are there in spite of
-- one.
-- name: faults_of_words (slow)
SELECT e.seq, p.seq IS NULL AS is_gone FROM event e
  LEFT JOIN payload p ON p.office = e.office AND p.seq = e.seq
 WHERE (p.seq IS NULL) <> EXISTS (SELECT 1 FROM event d
    WHERE d.office = e.office AND d.letter = e.letter AND d.seq > e.seq
      AND d.kind = 'letter.destroy')
 ORDER BY e.office, e.seq;
