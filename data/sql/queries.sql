-- queries.sql -- what people look at
--
-- One statement a name; one that is meant to scan a whole table says (slow).
-- The query plan of every other one is looked at by a test.  What is short and
-- asked by many says (once): store/once.h.

-- name: office_by_code
SELECT office, code, name, kind, above, prefix FROM office WHERE code = :code;

-- name: office_by_id
SELECT code, name FROM office WHERE office = :office;

-- name: office_count (slow)
SELECT count(*) AS n FROM office;

-- The office a person works in: the first of them; or the first there is.
-- name: office_of_login (slow)
SELECT o.office, o.code, o.name, o.kind, o.above, o.prefix FROM office o
 ORDER BY EXISTS (SELECT 1 FROM person p
    WHERE p.office = o.office AND p.login = :login
      AND (p.ended_on IS NULL OR p.ended_on >= :today)) DESC, o.office
 LIMIT 1;

-- Every office, and whether a person works there.
-- name: office_list (slow)
SELECT o.office, o.code, o.name, o.kind, o.above, o.prefix,
       EXISTS (SELECT 1 FROM person p
         WHERE p.office = o.office AND p.login = :login
           AND (p.ended_on IS NULL OR p.ended_on >= :today)) AS is_own
  FROM office o ORDER BY o.office;

-- ------------------------------------------------------------ people, posts

-- name: person_by_login (once)
SELECT person, login, name, ended_on FROM person
 WHERE office = :office AND login = :login;

-- name: person_list
SELECT p.person, p.login, p.name, p.ended_on,
       h.post, o.name AS post_name, h.since, h.until
  FROM person p
  LEFT JOIN holding h ON h.office = p.office AND h.person = p.person
  LEFT JOIN post o ON o.office = h.office AND o.post = h.post
 WHERE p.office = :office
 ORDER BY p.person, h.since, h.holding;

-- Who holds a post in force on a day, or has an order to act for one that is
-- not over for long, and the absence that a moment falls into; highest first,
-- holders before who acts for them.  Who has left acts for nobody.
-- name: roster (once)
WITH keeper (post, person, acting, capacity, order_no, order_date, rank,
    since, until, taken_at) AS (
  SELECT post, person, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL
    FROM holding
   WHERE office = :office AND since <= :today
     AND (until IS NULL OR until >= :today)
  UNION ALL
  SELECT post, person, acting, capacity, order_no, order_date, rank, since,
         until, taken_at
    FROM acting WHERE office = :office AND until > :told)
SELECT k.*, o.name AS post_name, coalesce(o.position, 0) AS position, o.role,
       (SELECT d.division FROM division d
         WHERE d.office = o.office AND d.post = o.post AND d.ended_at IS NULL
         ORDER BY d.position LIMIT 1) AS division,
       p.login, p.name, b.absence, b.since AS away_since,
       b.until AS away_until, b.reason AS away_reason
  FROM keeper k
 CROSS JOIN post o ON o.office = :office AND o.post = k.post
 CROSS JOIN person p ON p.office = :office AND p.person = k.person
  LEFT JOIN absence b ON b.office = :office AND b.person = k.person
   AND b.until > :now AND b.since <= :now
 WHERE o.ended_at IS NULL
   AND (k.acting = 0 OR p.ended_on IS NULL OR p.ended_on >= :today)
 ORDER BY o.position IS NULL, o.position DESC, o.post, k.acting, k.person;

-- name: clearance_held (once)
SELECT class FROM clearance
 WHERE office = :office AND person = :person
   AND (until IS NULL OR until >= :today);

-- name: clearances
SELECT p.login, p.name, c.class, c.by_order, c.until
  FROM clearance c
  JOIN person p ON p.office = c.office AND p.person = c.person
 WHERE c.office = :office
 ORDER BY c.person;

-- Whose key it is, in any office of the register.
-- name: login_of_key
SELECT p.login, p.name FROM office o
 CROSS JOIN login_key k ON k.office = o.office AND k.print = :print
   AND k.ended_at IS NULL
  JOIN person p ON p.office = k.office AND p.person = k.person
 ORDER BY o.office LIMIT 1;

-- name: login_keys
SELECT k.print, k.type, k.blob, k.comment, p.login, p.name, k.since,
       k.ended_at, k.reason
  FROM login_key k
  JOIN person p ON p.office = k.office AND p.person = k.person
 WHERE k.office = :office AND (:login IS NULL OR p.login = :login)
 ORDER BY k.person, k.seq;

-- The keys of all offices by which somebody may come in now.
-- name: login_keys_in_force
SELECT k.print, k.type, k.blob, p.login
  FROM office o
 CROSS JOIN login_key k ON k.office = o.office AND k.ended_at IS NULL
  JOIN person p ON p.office = k.office AND p.person = k.person
   AND (p.ended_on IS NULL OR p.ended_on >= :today)
 ORDER BY k.office, k.seq;

-- name: pin_of_person
SELECT pin, since FROM pin
 WHERE office = :office AND person = :person AND ended_at IS NULL;

-- name: pins
SELECT p.login, p.name, n.pin, n.reason, n.since, n.ended_at
  FROM pin n
  JOIN person p ON p.office = n.office AND p.person = n.person
 WHERE n.office = :office
 ORDER BY n.person, n.seq;

-- Posts in force: the chain from the clerk up, then the others.
-- name: posts_in_force (once)
SELECT o.post AS code, o.name, coalesce(o.position, 0) AS position, o.role
  FROM post o
 WHERE o.office = :office AND o.ended_at IS NULL
 ORDER BY o.position IS NULL, o.position, o.post;

-- Orders to act of one person for one post, and absences of one person, that
-- are not over at a moment; the soonest first.
-- name: actings_left
SELECT acting AS id, since, until FROM acting
 WHERE office = :office AND until > :now AND post = :post
   AND person = :person
 ORDER BY since, acting;
-- name: absences_left
SELECT absence AS id, since, until FROM absence
 WHERE office = :office AND person = :person AND until > :now
 ORDER BY since, absence;

-- Absences that are not over for long.
-- name: absences_told
SELECT b.absence, p.login, p.name, b.since, b.until, b.reason
  FROM absence b
 CROSS JOIN person p ON p.office = b.office AND p.person = b.person
 WHERE b.office = :office AND b.until > :told
 ORDER BY b.since, b.absence;

-- name: divisions_in_force (once)
SELECT division AS code, name, post FROM division
 WHERE office = :office AND ended_at IS NULL
 ORDER BY division.position, division;

-- What was settled later, for a year or a day, stands behind.
-- name: policies (once)
SELECT name, value FROM policy
 WHERE office = :office AND year <= :year AND since <= :day
 ORDER BY name, year, since;

-- What holds from a day on: the hours of the office (model/hours.h).
-- name: hours_settled (once)
SELECT name, since, value FROM policy
 WHERE office = :office AND since > ''
 ORDER BY since, name;

-- name: holidays
SELECT day, kind, name, name_en, is_doubtful FROM holiday
 WHERE office = :office ORDER BY day;

-- name: holiday_table (once)
SELECT first_day, last_day, edition FROM holiday_table
 WHERE office = :office;

-- name: counters_of_year
SELECT book, first, next FROM counter
 WHERE office = :office AND year = :year;

-- name: year_months (once)
SELECT year, value AS month FROM policy
 WHERE office = :office AND name = 'year-month'
 ORDER BY year;

-- Sequences that have given a number in a year or later, or went on from
-- paper where :paper is 1.
-- name: numbers_given
SELECT count(*) AS n FROM counter
 WHERE office = :office AND year >= :year
   AND (:book IS NULL OR book = :book OR book = :shared)
   AND (next > first OR (:paper = 1 AND first > 1));

-- The register's keys to sign with, the one in force first.
-- name: signing_keys (slow)
SELECT key FROM signing_key ORDER BY since DESC, office, seq DESC;

-- name: letters_at_post
SELECT count(*) AS n FROM letter WHERE office = :office AND at_post = :post;

-- name: division_open
SELECT count(*) AS n FROM assignment
 WHERE office = :office AND division = :division AND done_at IS NULL;

-- ---------------------------------------------------------------- day pages

-- name: day_page
SELECT * FROM day WHERE office = :office AND day = :day;
-- name: day_books
SELECT * FROM day_book WHERE office = :office AND day = :day
 ORDER BY book, year;
-- name: day_last
SELECT * FROM day WHERE office = :office ORDER BY day DESC LIMIT 1;
-- name: day_list
SELECT * FROM day WHERE office = :office ORDER BY day;

-- What happened in each book since the page before was closed: behind the
-- event :after.  Every number given is an entry, but those without a letter;
-- and so is a letter that got a number reserved before.
-- name: day_counts
WITH new (book, year, number, state, late) AS MATERIALIZED (
  SELECT book, year, number, state, late FROM letter
   WHERE office = :office AND letter > :after AND imported = 0),
settled (book, year, letter, state, late) AS MATERIALIZED (
  SELECT l.book, l.year, l.letter, l.state, l.late FROM reservation r
   CROSS JOIN letter l ON l.office = r.office AND l.letter = r.letter
   WHERE r.office = :office AND r.settled > :after),
changed (book, year, is_cancel) AS MATERIALIZED (
  SELECT l.book, l.year, 1 FROM note n
   CROSS JOIN letter l ON l.office = n.office AND l.letter = n.letter
   WHERE n.office = :office AND n.seq > :after AND n.act = 'cancel'
  UNION ALL
  SELECT l.book, l.year, 0 FROM correction n
   CROSS JOIN letter l ON l.office = n.office AND l.letter = n.letter
   WHERE n.office = :office AND n.seq > :after),
counted AS (
  SELECT c.book, c.year, c.next - 1 AS last,
         max(c.first, coalesce((SELECT b.last FROM day_book b
           WHERE b.office = c.office AND b.book = c.book AND b.year = c.year
           ORDER BY b.day DESC LIMIT 1), 0) + 1) AS first,
         (SELECT count(*) FROM changed n
           WHERE n.book = c.book AND n.year = c.year
             AND is_cancel = 1) AS cancelled,
         (SELECT count(*) FROM changed n
           WHERE n.book = c.book AND n.year = c.year
             AND is_cancel = 0) AS corrected,
         (SELECT count(*) FROM new l
           WHERE l.book = c.book AND l.year = c.year
             AND l.late IS NOT NULL) AS late,
         (SELECT count(*) FROM new l
           WHERE l.book = c.book AND l.year = c.year
             AND l.state = 'reserved') AS reserved,
         (SELECT count(*) FROM settled l
           WHERE l.book = c.book AND l.year = c.year
             AND l.state = 'void') AS voided,
         (SELECT count(*) FROM new l
           WHERE l.book = c.book AND l.year = c.year
             AND l.state = 'lost') AS lost,
         (SELECT count(*) FROM new l
           WHERE l.book = c.book AND l.year = c.year
             AND l.state IN ('reserved', 'void', 'lost')) AS bare,
         (SELECT count(*) FROM settled l
           WHERE l.book = c.book AND l.year = c.year AND l.letter <= :after
             AND l.state <> 'void') AS filled
    FROM counter c WHERE c.office = :office)
SELECT book, year, last, iif(first > last, 0, first) AS first,
       last + 1 - first - bare + filled AS entered, cancelled, corrected,
       late, reserved, voided, lost
  FROM counted
 WHERE year = :year OR first <= last
    OR cancelled + corrected + voided + filled > 0
 ORDER BY book, year;

-- The lines of a page: numbers given behind the event :after up to :seq, and
-- those reserved before that got their letter, or were voided, between them.
-- name: day_entries
WITH of_page (letter) AS (
  SELECT letter FROM letter
   WHERE office = :office AND letter > :after AND letter <= :seq
     AND imported = 0
  UNION
  SELECT letter FROM reservation
   WHERE office = :office AND settled > :after AND settled <= :seq)
SELECT l.letter AS id, l.book, l.year, l.number, l.ref_no, l.dated, l.sender,
       l.recipient, l.subject, l.secrecy, l.urgency, l.late,
       coalesce(r.sheet, 0) AS is_sheet, l.received_at,
       (SELECT p.name FROM step s JOIN post p
            ON p.office = s.office AND p.post = s.post
         WHERE s.office = l.office AND s.letter = l.letter
           AND s.arrived_at <= :until AND coalesce(s.how, '') <> 'skip'
         ORDER BY s.step DESC LIMIT 1) AS lies_with,
       (SELECT group_concat(d.name, ', ') FROM assignment g JOIN division d
            ON d.office = g.office AND d.division = g.division
         WHERE g.office = l.office AND g.letter = l.letter
           AND g.ordered_at <= :until) AS ordered,
       (SELECT n.words FROM note n
         WHERE n.office = l.office AND n.letter = l.letter
           AND n.act = 'cancel' AND n.seq <= :seq) AS cancelled,
       o.year AS replaces_year, o.number AS replaces_number,
       iif(coalesce(r.settled, :seq + 1) > :seq, r.purpose, NULL) AS purpose,
       iif(r.settled <= :seq AND l.state = 'void', r.void_reason, NULL)
         AS voided,
       l.state = 'lost' AS is_lost
  FROM of_page JOIN letter l
      ON l.office = :office AND l.letter = of_page.letter
  LEFT JOIN reservation r ON r.office = l.office AND r.letter = l.letter
  LEFT JOIN letter o ON o.office = l.office AND o.letter = l.replaces
 ORDER BY l.book, l.year, l.number;

-- To which divisions the letters of a part of a book were ordered.
-- name: ordered_in_book
SELECT l.number, group_concat(d.name, ', ') AS names
  FROM letter l
  JOIN assignment g ON g.office = l.office AND g.letter = l.letter
  JOIN division d ON d.office = g.office AND d.division = g.division
 WHERE l.office = :office AND l.book = :book AND l.year = :year
   AND l.number >= :first AND l.number <= :last AND l.secrecy IS NULL
 GROUP BY l.number;

-- What was mended on these lines since, the newest first.
-- name: day_later
WITH of_page (letter) AS (
  SELECT letter FROM letter
   WHERE office = :office AND letter > :after AND letter <= :seq
     AND imported = 0
  UNION
  SELECT letter FROM reservation
   WHERE office = :office AND settled > :after AND settled <= :seq)
SELECT c.letter, c.field, c.was FROM of_page JOIN correction c
    ON c.office = :office AND c.letter = of_page.letter AND c.seq > :seq
 ORDER BY c.seq DESC;

-- What was cancelled and mended while the page was open.
-- name: day_changes
SELECT l.book, l.year, l.number, l.secrecy, c.field, c.was, c.now, c.reason,
       c.by_name, c.at
  FROM (SELECT office, seq, letter, NULL AS field, NULL AS was, NULL AS now,
               words AS reason, person_name AS by_name, at
          FROM note WHERE office = :office AND seq > :after AND seq <= :seq
           AND act = 'cancel'
        UNION ALL
        SELECT office, seq, letter, field, was, now, reason, person_name, at
          FROM correction
         WHERE office = :office AND seq > :after AND seq <= :seq) c
  JOIN letter l ON l.office = c.office AND l.letter = c.letter
 ORDER BY c.seq;


-- ------------------------------------------------------------------ letters

-- name: letter_by_number
SELECT l.*
  FROM letter_shown l
 WHERE l.office = :office AND l.book = :book AND l.year = :year
   AND l.number = :number;

-- Lists are read by pieces: :before rows that stand before a place, and
-- :after rows from it on.  The place is a key of the list's order.

-- Letters that wait for a person: at a post held today, or assigned to a
-- division headed today and not done.  Most urgent first, then longest lying;
-- :state narrows.
-- name: letters_of_person
WITH held (post, since) AS (
  SELECT value ->> 'post', value ->> 'from' FROM json_each(:posts)),
waiting (letter) AS (
  SELECT l.letter FROM held CROSS JOIN letter l
      ON l.office = :office AND l.at_post = held.post
     AND l.since >= held.since
  UNION
  SELECT g.letter FROM held
    CROSS JOIN division d ON d.office = :office AND d.post = held.post
    CROSS JOIN assignment g
      ON g.office = :office AND g.division = d.division AND g.done_at IS NULL
     AND g.ordered_at >= held.since
  UNION
  SELECT c.letter FROM circulated c
   WHERE c.office = :office AND c.person = :person AND c.noted_at IS NULL
     AND c.ended_at IS NULL
  UNION
  SELECT c.letter FROM held
    CROSS JOIN division d ON d.office = :office AND d.post = held.post
    CROSS JOIN circulated c ON c.office = :office
      AND c.division = d.division AND c.noted_at IS NULL
      AND c.ended_at IS NULL),
ranked (rank, since, letter) AS MATERIALIZED (
  SELECT -l.urgency_rank, l.since, l.letter
    FROM waiting w CROSS JOIN letter l
      ON l.office = :office AND l.letter = w.letter
   WHERE :state IS NULL OR l.state = :state),
near (rank, since, letter) AS (
  SELECT * FROM (SELECT * FROM ranked
    WHERE (rank, since, letter) < (:rank, :since, :letter)
    ORDER BY rank DESC, since DESC, letter DESC LIMIT :before) AS part
  UNION ALL
  SELECT * FROM (SELECT * FROM ranked
    WHERE (rank, since, letter) >= (:rank, :since, :letter)
    ORDER BY rank, since, letter LIMIT :after) AS part)
SELECT l.*
  FROM near n
 CROSS JOIN letter_shown l ON l.office = :office AND l.id = n.letter
 ORDER BY n.rank, n.since, n.letter;

-- How many they are.
-- name: count_of_person
WITH held (post, since) AS (
  SELECT value ->> 'post', value ->> 'from' FROM json_each(:posts)),
waiting (letter) AS (
  SELECT l.letter FROM held CROSS JOIN letter l
      ON l.office = :office AND l.at_post = held.post
     AND l.since >= held.since
  UNION
  SELECT g.letter FROM held
    CROSS JOIN division d ON d.office = :office AND d.post = held.post
    CROSS JOIN assignment g
      ON g.office = :office AND g.division = d.division AND g.done_at IS NULL
     AND g.ordered_at >= held.since
  UNION
  SELECT c.letter FROM circulated c
   WHERE c.office = :office AND c.person = :person AND c.noted_at IS NULL
     AND c.ended_at IS NULL
  UNION
  SELECT c.letter FROM held
    CROSS JOIN division d ON d.office = :office AND d.post = held.post
    CROSS JOIN circulated c ON c.office = :office
      AND c.division = d.division AND c.noted_at IS NULL
      AND c.ended_at IS NULL)
SELECT count(*) AS n FROM waiting;

-- The register of a year, by number; :state narrows, by an index of its own.
-- name: letters_of_year
WITH near (letter) AS MATERIALIZED (
  SELECT * FROM (SELECT letter FROM letter
    WHERE :state IS NULL AND office = :office AND book = :book
      AND year = :year AND number < :number
    ORDER BY number DESC LIMIT :before) AS part
  UNION ALL
  SELECT * FROM (SELECT letter FROM letter
    WHERE :state IS NULL AND office = :office AND book = :book
      AND year = :year AND number >= :number
    ORDER BY number LIMIT :after) AS part
  UNION ALL
  SELECT * FROM (SELECT letter FROM letter
    WHERE office = :office AND state = :state AND book = :book
      AND year = :year AND number < :number
    ORDER BY number DESC LIMIT :before) AS part
  UNION ALL
  SELECT * FROM (SELECT letter FROM letter
    WHERE office = :office AND state = :state AND book = :book
      AND year = :year AND number >= :number
    ORDER BY number LIMIT :after) AS part)
SELECT l.*
  FROM near n
 CROSS JOIN letter_shown l ON l.office = :office AND l.id = n.letter
 ORDER BY l.number;

-- The books with a letter in a year, of those named (a JSON array).
-- name: books_of_year
SELECT CAST(b.value AS TEXT) AS book FROM json_each(:books) b
 WHERE EXISTS (SELECT 1 FROM letter l WHERE l.office = :office
   AND l.book = b.value AND l.year = :year);

-- The last good backup, by whichever office.
-- name: backup_last
SELECT made_at, name, folder FROM backup
 WHERE made_at = (SELECT max(made_at) FROM backup)
 LIMIT 1;

-- The id of the backup that the register goes on from, by whichever office.
-- name: backup_restored
SELECT p.body ->> 'backup' AS id
  FROM restored r
  JOIN payload p ON p.office = r.office AND p.seq = r.restored
 WHERE p.body ->> 'backup' IS NOT NULL
 ORDER BY r.at DESC
 LIMIT 1;

-- A row where the office was ever restored: of others nothing more is asked.
-- name: is_restored
SELECT 1 AS n FROM restored WHERE office = :office LIMIT 1;

-- The books and years whose last number on paper is asked for after a restore,
-- with the last number that is known.
-- name: paper_asked
WITH RECURSIVE asked (restored, since, year, last_year) AS (
  SELECT restored, at, first_year, last_year FROM restored
   WHERE office = :office
  UNION ALL
  SELECT restored, since, year + 1, last_year FROM asked
   WHERE year < last_year
), books (book) AS (
  SELECT 'receive'
  UNION
  SELECT book FROM counter WHERE office = :office
  UNION
  SELECT book FROM restored_last WHERE office = :office
)
SELECT b.book, (SELECT d.name FROM division d WHERE d.office = :office
         AND d.division = substr(b.book, 10)
         AND b.book LIKE 'division:%') AS division,
       a.year, min(a.since) AS since,
       max(coalesce((SELECT c.next - 1 FROM counter c
          WHERE c.office = :office AND c.book = b.book
            AND c.year = a.year), 0),
         coalesce((SELECT max(l.number) FROM restored_last l
          WHERE l.office = :office AND l.book = b.book
            AND l.year = a.year), 0)) AS last
  FROM asked a, books b
 WHERE NOT EXISTS (SELECT 1 FROM paper_last p
    WHERE p.office = :office AND p.restored = a.restored
      AND p.book = b.book AND p.year = a.year)
 GROUP BY a.year, b.book
 ORDER BY a.year, b.book;

-- name: ends_of_year
SELECT (SELECT min(number) FROM letter WHERE office = :office
           AND book = :book AND year = :year) AS first,
       (SELECT max(number) FROM letter WHERE office = :office
           AND book = :book AND year = :year) AS last;

-- The first number of a year that was given at a moment or later, or the one
-- behind the last.  Later numbers were given later, and one that was reserved
-- when it was reserved: the place is found by steps, each half as long as the
-- one before.
-- name: number_since
WITH RECURSIVE steps (number, step) AS (
  SELECT 0, 1 << 30
  UNION ALL
  SELECT iif((SELECT numbered_at FROM letter_shown l
      WHERE l.office = :office AND l.book = :book AND l.year = :year
        AND l.number >= steps.number + step
      ORDER BY l.number LIMIT 1) < :since,
    steps.number + step, steps.number), step / 2
    FROM steps WHERE step > 0)
SELECT number + 1 AS n FROM steps WHERE step = 0;

-- Letters that came to wait for a person by an act of another, after an event
-- and up to another, oldest first.
-- name: news_between
WITH held (post, since) AS (
  SELECT value ->> 'post', value ->> 'from' FROM json_each(:posts))
SELECT l.book, l.number, l.year, coalesce(p.name, e.login) AS by_name
  FROM event e
 CROSS JOIN letter l ON l.office = e.office AND l.letter = e.letter
  LEFT JOIN person p ON p.office = e.office AND p.person = e.person
 WHERE e.office = :office AND e.seq > :seen AND e.seq <= :last
   AND e.person <> :person
   AND e.kind IN ('letter.receive', 'letter.enter', 'letter.endorse',
                  'letter.return', 'letter.recall', 'letter.pass',
                  'letter.order')
   AND (l.at_post IN (SELECT post FROM held)
     OR e.kind = 'letter.order' AND EXISTS (
       SELECT 1 FROM held CROSS JOIN division d
           ON d.office = e.office AND d.post = held.post
         CROSS JOIN assignment g ON g.office = e.office
           AND g.letter = l.letter AND g.division = d.division
        WHERE g.done_at IS NULL))
 ORDER BY e.seq;

-- Paper comes twice: the same number and date.
-- name: letters_same_ref
SELECT letter AS id, book, year, number, sender, secrecy FROM letter
 WHERE office = :office AND ref_key = :ref_key AND dated = :dated
   AND state <> 'cancelled'
 ORDER BY letter;

-- The letter that a person registered last by a kind of act, unless it is
-- secret; the newest only.
-- name: last_letter
SELECT book, year, number FROM (
  SELECT l.book, l.year, l.number, l.secrecy FROM (
    SELECT letter, book, year, number, secrecy, state FROM letter
     WHERE office = :office
     ORDER BY letter DESC LIMIT 500) l
   CROSS JOIN event e ON e.office = :office AND e.seq = l.letter
   WHERE e.person = :person AND e.kind = :kind AND l.year = :year
     AND l.state NOT IN ('reserved', 'void', 'lost')
   ORDER BY l.letter DESC
   LIMIT 1) AS part
 WHERE secrecy IS NULL;

-- Words of the newest letters, how often and when last, with what stood
-- beside them.  Words of secret letters go into no other, whoever writes it.
-- name: used_in_letters
SELECT words, beside, count(*) AS times, max(letter) AS last FROM (
  SELECT letter,
         CASE :what WHEN 'sender' THEN sender WHEN 'recipient' THEN recipient
           WHEN 'subject' THEN subject ELSE prefix || circular END AS words,
         CASE :what WHEN 'sender' THEN prefix WHEN 'subject' THEN NULL
           ELSE sender END AS beside
    FROM (
      SELECT letter, sender, recipient, subject,
             substr(ref_no, 1, instr(ref_no, '/')) AS prefix,
             CASE WHEN ltrim(substr(ref_no, instr(ref_no, '/') + 1)) LIKE 'ว%'
               THEN 'ว ' ELSE '' END AS circular
        FROM (SELECT * FROM letter WHERE office = :office
               ORDER BY letter DESC LIMIT :limit) AS part
       WHERE year >= :year
         AND book IN (SELECT value FROM json_each(:books))
         AND state <> 'cancelled' AND secrecy IS NULL) AS part) AS part
 WHERE words <> ''
 GROUP BY words, beside;

-- One's own notes of one kind of act.
-- name: used_in_notes
SELECT words, NULL AS beside, count(*) AS times, max(seq) AS last FROM (
  SELECT n.seq, n.words, n.person, n.act, l.secrecy FROM note n
   CROSS JOIN letter l ON l.office = n.office AND l.letter = n.letter
   WHERE n.office = :office
   ORDER BY n.seq DESC LIMIT :limit) AS part
 WHERE person = :person AND act = :what AND secrecy IS NULL
 GROUP BY words;

-- Was it given to a person, who holds these posts: by name, because it lies or
-- lay there, or because a division that one of them heads is to act.
-- name: letter_given
SELECT EXISTS (
    SELECT 1 FROM letter_grant
     WHERE office = :office AND letter = :letter
       AND (person = :person
         OR post IN (SELECT value FROM json_each(:posts))))
  OR EXISTS (
    SELECT 1 FROM step
     WHERE office = :office AND letter = :letter
       AND (how IS NULL OR how NOT IN ('skip', 'recall'))
       AND post IN (SELECT value FROM json_each(:posts)))
  OR EXISTS (
    SELECT 1 FROM assignment a
     CROSS JOIN division d ON d.office = a.office AND d.division = a.division
     WHERE a.office = :office AND a.letter = :letter
       AND d.post IN (SELECT value FROM json_each(:posts))) AS is_given;

-- name: letter_references
SELECT words FROM reference
 WHERE office = :office AND letter = :letter ORDER BY position;

-- name: letter_enclosures
SELECT title, count, unit FROM enclosure
 WHERE office = :office AND letter = :letter ORDER BY position;

-- name: letter_addresses
SELECT link FROM address
 WHERE office = :office AND letter = :letter ORDER BY position;

-- name: letter_stamps
SELECT stamped_by, number, date, time FROM stamp
 WHERE office = :office AND letter = :letter ORDER BY position;

-- name: letter_attachments
SELECT name, digest, size, type, sealed AS is_sealed FROM attachment
 WHERE office = :office AND letter = :letter ORDER BY position;

-- name: letter_sealed
SELECT words FROM sealed_words
 WHERE office = :office AND letter = :letter;

-- name: letter_texts
SELECT body FROM letter_text
 WHERE office = :office AND letter = :letter;

-- name: letter_mails
SELECT sender, address, subject, message_id, sent_at FROM mail
 WHERE office = :office AND letter = :letter;

-- The first letter that a message was registered as.
-- name: letter_of_message
SELECT l.letter AS id, l.book, l.number, l.year, l.secrecy
  FROM mail m
  JOIN letter l ON l.office = m.office AND l.letter = m.letter
 WHERE m.office = :office AND m.message_id = :message_id
 ORDER BY m.letter
 LIMIT 1;

-- How its number was kept for it; no row for most.
-- name: letter_reservations
SELECT at, person_name, post_name, pages, written_by, why, void_by
  FROM reservation WHERE office = :office AND letter = :letter;

-- Numbers that stand reserved and whose last day is over.
-- name: reserved_expired
SELECT l.letter, l.year, l.number, r.until
  FROM letter l
 CROSS JOIN reservation r ON r.office = l.office AND r.letter = l.letter
 WHERE l.office = :office AND l.state = 'reserved' AND r.until < :today
 ORDER BY l.year, l.number;

-- The numbers that stand reserved, by year and number.
-- name: reserved_list
SELECT l.letter AS id, l.book, l.year, l.number, r.purpose, r.until, r.at,
       r.person_name, r.post_name, r.block, r.page, r.pages,
       r.sheet AS is_sheet
  FROM letter l
 CROSS JOIN reservation r ON r.office = l.office AND r.letter = l.letter
 WHERE l.office = :office AND l.state = 'reserved'
 ORDER BY l.year, l.number, l.letter;

-- How many numbers stand reserved; sheet 1 for emergency sheets.
-- name: count_reserved
SELECT count(*) AS n
  FROM letter l
 CROSS JOIN reservation r ON r.office = l.office AND r.letter = l.letter
 WHERE l.office = :office AND l.state = 'reserved' AND r.sheet = :sheet;

-- What is left of a block.
-- name: block_left
SELECT l.letter, l.year, l.number
  FROM letter l
 CROSS JOIN reservation r ON r.office = l.office AND r.letter = l.letter
 WHERE l.office = :office AND l.state = 'reserved' AND l.book = :book
   AND l.year = :year AND r.block = :block
 ORDER BY l.number;

-- name: letter_corrections
SELECT field, was, now, reason, person_name, post_name, at
  FROM correction WHERE office = :office AND letter = :letter ORDER BY seq;

-- The entry it stands for, and the one that stands for it.
-- name: letter_links
SELECT 0 AS is_newer, o.book, o.year, o.number
  FROM letter l JOIN letter o ON o.office = l.office AND o.letter = l.replaces
 WHERE l.office = :office AND l.letter = :letter
UNION ALL
SELECT 1, n.book, n.year, n.number FROM letter n
 WHERE n.office = :office AND n.replaces = :letter
 ORDER BY is_newer;

-- What it answers, and what answers it.  Numbers of secret letters alone are
-- told.
-- name: letter_replies
SELECT 0 AS is_answer, i.book, i.year, i.number, r.division,
       iif(i.secrecy IS NULL, i.ref_no, NULL) AS ref_no, i.state
  FROM reply r
 CROSS JOIN letter i ON i.office = r.office AND i.letter = r.incoming
 WHERE r.office = :office AND r.letter = :letter
UNION ALL
SELECT 1, o.book, o.year, o.number, r.division,
       iif(o.secrecy IS NULL, o.ref_no, NULL), o.state
  FROM reply r
 CROSS JOIN letter o ON o.office = r.office AND o.letter = r.letter
 WHERE r.office = :office AND r.incoming = :letter
 ORDER BY is_answer, year, number;

-- name: letter_dispatches
SELECT how, receiver, sent_at, person_name, at FROM dispatch
 WHERE office = :office AND letter = :letter ORDER BY seq;

-- name: letter_earlier_notes
SELECT office_name, act, person_name, post_name, words AS text, at
  FROM earlier_note WHERE office = :office AND letter = :letter
 ORDER BY position;

-- name: letter_imported
SELECT number, received, dated, ordered, doer, due, done, remark, file, row,
       at, person_name
  FROM imported WHERE office = :office AND letter = :letter;

-- Is a number of an old register there, and by which row?
-- name: imported_there
SELECT l.letter AS id, i.row_key
  FROM letter l
  LEFT JOIN imported i ON i.office = l.office AND i.letter = l.letter
 WHERE l.office = :office AND l.book = :book AND l.year = :year
   AND l.number = :number;

-- Books with the years that have numbers in them.
-- name: sheets_of_office
SELECT book, year FROM counter
 WHERE office = :office AND book IN (SELECT value FROM json_each(:books))
 ORDER BY year, book;

-- name: event_time
SELECT time FROM event WHERE office = :office AND seq = :seq;

-- Who has read a secret letter is nobody else's to know.
-- name: letters_touched
SELECT DISTINCT letter FROM event
 WHERE office = :office AND seq > :after AND time >= :since
   AND letter IS NOT NULL AND kind <> 'letter.view'
 ORDER BY letter;

-- name: highest_number
SELECT coalesce(max(number), 0) AS n FROM letter
 WHERE office = :office AND book = :book AND year = :year;

-- name: counter_of
SELECT first, next FROM counter
 WHERE office = :office AND book = :book AND year = :year;

-- name: letter_steps
SELECT s.post, p.name AS post_name, coalesce(p.position, 0) AS position,
       s.came_from, s.sent_by, s.arrived_at, s.opened_at, s.opened_by,
       s.left_at, s.how, s.reason
  FROM step s JOIN post p ON p.office = s.office AND p.post = s.post
 WHERE s.office = :office AND s.letter = :letter
 ORDER BY s.step;

-- name: letter_notes
SELECT act, person_name, post, post_name, capacity, acting_order,
       own_post_name, is_own_proposal, words AS text, at
  FROM note WHERE office = :office AND letter = :letter ORDER BY seq;

-- name: letter_assignments
SELECT g.division, d.name AS division_name, d.post, g.ordered_at, g.number,
       g.year, g.acknowledged_at, g.acknowledged_by, g.done_at, g.done_by,
       g.reply_ref, g.words AS done_note
  FROM assignment g
  JOIN division d ON d.office = g.office AND d.division = g.division
 WHERE g.office = :office AND g.letter = :letter
 ORDER BY g.ordered_at, g.position;

-- Divisions in force, then the people who hold a post that day.
-- name: addressees
SELECT code, name, person FROM (
  SELECT division AS code, name, 0 AS person, position, '' AS login
    FROM division WHERE office = :office AND ended_at IS NULL
  UNION ALL
  SELECT p.login, p.name, p.person, 1 << 30, p.login FROM person p
   WHERE p.office = :office
     AND EXISTS (SELECT 1 FROM holding h WHERE h.office = p.office
       AND h.person = p.person AND h.since <= :today
       AND (h.until IS NULL OR h.until >= :today))) AS part
 ORDER BY position, login, code;

-- name: letter_papers
SELECT p.post, o.name AS post_name, p.is_on_way, p.since, p.from_post,
       f.name AS from_name, p.by_name
  FROM paper p
  JOIN post o ON o.office = p.office AND o.post = p.post
  LEFT JOIN post f ON f.office = p.office AND f.post = p.from_post
 WHERE p.office = :office AND p.letter = :letter;

-- Papers that were handed over and have not come, the longest first.
-- name: papers_on_way
SELECT l.book, l.year, l.number, l.subject, l.secrecy, o.name AS to_name,
       f.name AS from_name, p.since, p.by_name
  FROM paper p
 CROSS JOIN letter l ON l.office = p.office AND l.letter = p.letter
 CROSS JOIN post o ON o.office = p.office AND o.post = p.post
  LEFT JOIN post f ON f.office = p.office AND f.post = p.from_post
 WHERE p.office = :office AND p.is_on_way = 1
 ORDER BY p.since, p.letter;

-- What went out, or was handed over and has not come, in a span of time.
-- name: delivered_between (slow)
SELECT l.book, l.year, l.number, l.ref_no, l.sender, l.recipient, l.secrecy,
       d.how, d.receiver, d.sent_at AS at
  FROM dispatch d
  JOIN letter l ON l.office = d.office AND l.letter = d.letter
 WHERE d.office = :office AND d.sent_at >= :since AND d.sent_at < :until
UNION ALL
SELECT l.book, l.year, l.number, l.ref_no, f.name, o.name, l.secrecy, NULL,
       NULL, p.since
  FROM paper p
  JOIN letter l ON l.office = p.office AND l.letter = p.letter
  JOIN post o ON o.office = p.office AND o.post = p.post
  LEFT JOIN post f ON f.office = p.office AND f.post = p.from_post
 WHERE p.office = :office AND p.is_on_way = 1 AND p.since >= :since
   AND p.since < :until
 ORDER BY 10, 3;

-- name: letter_circulations
SELECT circulation AS id, purpose, until, person_name, post, post_name, at,
       closed_at, closed_why
  FROM circulation WHERE office = :office AND letter = :letter
 ORDER BY circulation;

-- To whom, with the post that notes for a division.
-- name: letter_circulated
SELECT c.circulation, c.division, d.post, c.person, c.name, c.noted_at,
       c.noted_by, c.nudged_at, c.nudges, c.ended_at
  FROM circulated c
  LEFT JOIN division d ON d.office = c.office AND d.division = c.division
 WHERE c.office = :office AND c.letter = :letter
 ORDER BY c.circulation, c.position;

-- Letters that somebody has still to note, the oldest circulation first.
-- name: circulations_open
SELECT c.circulation AS id, c.purpose, c.until, c.person_name, c.post_name,
       c.at, l.book, l.year, l.number, l.subject, l.secrecy,
       (SELECT count(*) FROM circulated t WHERE t.office = c.office
           AND t.circulation = c.circulation) AS n,
       (SELECT count(*) FROM circulated t WHERE t.office = c.office
           AND t.circulation = c.circulation
           AND t.noted_at IS NOT NULL) AS n_noted,
       (SELECT group_concat(t.name, ', ') FROM circulated t
         WHERE t.office = c.office AND t.circulation = c.circulation
           AND t.noted_at IS NULL AND t.ended_at IS NULL) AS names
  FROM circulation c
 CROSS JOIN letter l ON l.office = c.office AND l.letter = c.letter
 WHERE c.office = :office AND c.closed_at IS NULL
 ORDER BY c.circulation;

-- ------------------------------------------------------------- for the desk

-- Letters on the way up, with divisions, with a number and not yet sent; what
-- other offices sent; the last number of a book.
-- name: desk_counts
SELECT (SELECT count(*) FROM letter WHERE office = :office
           AND state = 'received')
         + (SELECT count(*) FROM letter WHERE office = :office
           AND state = 'presented') AS in_chain,
       (SELECT count(*) FROM letter WHERE office = :office
           AND state = 'ordered') AS ordered,
       (SELECT count(*) FROM letter WHERE office = :office
           AND state = 'numbered')
         + (SELECT count(*) FROM letter WHERE office = :office
           AND state = 'sent') AS unsent,
       (SELECT count(*) FROM parcel WHERE office = :office
           AND state = 'waiting') AS incoming,
       (SELECT next - 1 FROM counter WHERE office = :office AND book = :book
           AND year = :year AND next > first) AS last;

-- Letters typed since a moment into books of those named (a JSON array).
-- name: count_since
SELECT count(*) AS n FROM letter
 WHERE office = :office AND imported = 0 AND registered_at >= :since
   AND state NOT IN ('reserved', 'void', 'lost')
   AND book IN (SELECT value FROM json_each(:books));

-- Where the letter of an event stands now.
-- name: letter_place
SELECT l.book, l.year, l.number, l.state, l.at_post, p.name AS at_post_name,
       l.received_at, l.ref_no, l.dated, l.sender, r.purpose, r.until,
       r.block, r.pages, r.sheet AS is_sheet
  FROM letter l
  LEFT JOIN post p ON p.office = l.office AND p.post = l.at_post
  LEFT JOIN reservation r ON r.office = l.office AND r.letter = l.letter
 WHERE l.office = :office AND l.letter = :letter;

-- ------------------------------------------------------------------- search

-- Letters with a piece that the words match, in a part of the index (docs,
-- see search_piece), newest first; a letter comes once for each such piece.
-- name: search_letters
SELECT (rowid >> 5) & 0xFFFFFFFFFF AS letter FROM search
 WHERE search MATCH :match AND rowid BETWEEN :low AND :high
 ORDER BY rowid DESC;

-- name: search_newest
SELECT letter FROM letter
 WHERE office = :office AND letter >= :low AND letter < :before
 ORDER BY letter DESC LIMIT :limit;

-- Secret letters are in no index.
-- name: search_secret
SELECT letter FROM letter
 WHERE office = :office AND secrecy IS NOT NULL
   AND letter >= :low AND letter < :before
 ORDER BY letter DESC;

-- The first letter of a year of the register, or of a later one: the earliest
-- of those that begin the books (a JSON array).
-- name: search_year_begins
SELECT letter FROM (
  SELECT (SELECT l.letter FROM letter l
           WHERE l.office = :office AND l.book = b.value AND l.year >= :year
           ORDER BY l.year, l.number LIMIT 1) AS letter
    FROM json_each(:books) b) AS part
 WHERE letter IS NOT NULL
 ORDER BY letter LIMIT 1;

-- name: search_by_number
SELECT letter FROM letter
 WHERE office = :office AND book = :book AND year = :year
   AND number = :number;

-- name: search_by_ref
SELECT letter FROM letter
 WHERE office = :office AND ref_key = :ref_key
 ORDER BY letter DESC LIMIT :limit;

-- Letters that wait, while they are few.
-- name: search_in_state
SELECT letter FROM letter
 WHERE office = :office AND state = :state LIMIT :limit;

-- name: search_at_post
SELECT letter FROM letter
 WHERE office = :office AND at_post = :post LIMIT :limit;

-- Letters (a JSON array), unless a filter leaves them out; a filter of NULL
-- leaves out none but the numbers that no letter has.
-- name: search_shown
SELECT l.*
  FROM json_each(:letters) i
 CROSS JOIN letter_shown l
    ON l.office = :office AND l.id = CAST(i.value AS BIGINT)
 WHERE (l.state = :state
     OR :state IS NULL AND l.state NOT IN ('reserved', 'void', 'lost'))
   AND (:urgency IS NULL OR l.urgency = :urgency)
   AND (:secrecy IS NULL OR l.secrecy = :secrecy)
   AND (:post IS NULL OR l.at_post = :post)
   AND (:book IS NULL OR l.book = :book)
   AND (:year IS NULL OR l.year = :year)
   AND (:since IS NULL OR l.received_at >= :since)
   AND (:until IS NULL OR l.received_at < :until)
   AND (:dated_since IS NULL OR l.dated >= :dated_since)
   AND (:dated_until IS NULL OR l.dated <= :dated_until)
   AND (:lain_since IS NULL
     OR (l.state NOT IN ('closed', 'cancelled', 'void', 'lost',
                         'delivered')
       AND l.since <= :lain_since));

-- What was written on letters (a JSON array), and what divisions answered.
-- name: search_words
WITH wanted (letter) AS MATERIALIZED (
  SELECT CAST(value AS BIGINT) FROM json_each(:letters))
SELECT n.letter, n.words AS note, NULL AS reply_ref
  FROM wanted w
 CROSS JOIN note n ON n.office = :office AND n.letter = w.letter
UNION ALL
SELECT g.letter, g.words, g.reply_ref
  FROM wanted w
 CROSS JOIN assignment g ON g.office = :office AND g.letter = w.letter
 WHERE g.done_at IS NOT NULL
UNION ALL
SELECT n.letter, n.words, NULL
  FROM wanted w
 CROSS JOIN earlier_note n ON n.office = :office AND n.letter = w.letter
UNION ALL
SELECT n.letter, n.words, NULL
  FROM wanted w
 CROSS JOIN imported_words n ON n.office = :office AND n.letter = w.letter;

-- name: search_texts
SELECT t.letter, t.body
  FROM json_each(:letters) i
 CROSS JOIN letter_text t
    ON t.office = :office AND t.letter = CAST(i.value AS BIGINT);

-- What somebody keeps under a name.
-- name: search_by_name
SELECT line FROM saved_search
 WHERE office = :office AND person = :person AND name = :name;
-- name: search_names
SELECT name, line FROM saved_search
 WHERE office = :office AND person = :person ORDER BY name;

-- ---------------------------------------------------- keeping, destroying

-- Letters whose keeping has ended with a year and that no list was drawn up
-- for, or was and kept them that year: what a list of that year will hold.
-- :usual years are what a letter is kept that nobody said anything about.
-- name: letters_expired
SELECT l.* FROM letter_shown l
  LEFT JOIN retention r ON r.office = l.office AND r.letter = l.id
 WHERE l.office = :office
   AND l.state IN ('closed', 'cancelled', 'sent', 'delivered')
   AND l.year <= :year
   AND iif(r.letter IS NULL,
         iif(l.secrecy IS NULL, l.year + :usual, NULL), r.last_year) <= :year
   AND NOT EXISTS (SELECT 1 FROM duty t WHERE t.office = l.office
     AND t.letter = l.id AND t.state = 'open')
   AND NOT EXISTS (SELECT 1 FROM destruction_item i
     JOIN destruction d ON d.office = i.office AND d.list = i.list
    WHERE i.office = l.office AND i.letter = l.id AND d.year >= :year)
 ORDER BY l.year, l.book, l.number;

-- Those whose keeping ended while they are still in work, or ask for
-- something.
-- name: count_expired_in_work
SELECT count(*) AS n FROM letter l
  LEFT JOIN retention r ON r.office = l.office AND r.letter = l.letter
 WHERE l.office = :office
   AND (l.state IN ('received', 'presented', 'ordered')
     OR EXISTS (SELECT 1 FROM duty t WHERE t.office = l.office
       AND t.letter = l.letter AND t.state = 'open'))
   AND l.year <= :year
   AND iif(r.letter IS NULL,
         iif(l.secrecy IS NULL, l.year + :usual, NULL), r.last_year) <= :year;

-- Is there a letter whose keeping has ended with a year, and no list of it?
-- name: is_destruction_due
SELECT NOT EXISTS (SELECT 1 FROM destruction
    WHERE office = :office AND year >= :year)
  AND (EXISTS (SELECT 1 FROM json_each(:books) b
    CROSS JOIN letter l ON l.office = :office AND l.book = b.value
      AND l.year <= :year - :usual
    WHERE l.state IN ('closed', 'cancelled', 'sent', 'delivered')
      AND l.secrecy IS NULL
      AND NOT EXISTS (SELECT 1 FROM retention r
        WHERE r.office = l.office AND r.letter = l.letter))
  OR EXISTS (SELECT 1 FROM retention r
    JOIN letter l ON l.office = r.office AND l.letter = r.letter
   WHERE r.office = :office AND r.last_year <= :year
     AND l.state IN ('closed', 'cancelled', 'sent', 'delivered'))) AS n;

-- name: letter_retention
SELECT class, last_year, reason, person_name, at FROM retention
 WHERE office = :office AND letter = :letter;

-- The list under way that a letter stands on.
-- name: list_of_letter
SELECT d.year, d.number FROM destruction_item i
  JOIN destruction d ON d.office = i.office AND d.list = i.list
 WHERE i.office = :office AND i.letter = :letter AND d.done_at IS NULL;

-- The list of a year that was drawn up last; that which is under way.
-- name: destruction_of_year
SELECT * FROM destruction WHERE office = :office AND year = :year
 ORDER BY number DESC LIMIT 1;
-- name: destruction_under_way
SELECT * FROM destruction WHERE office = :office AND done_at IS NULL;

-- name: destruction_items
SELECT l.*, i.decision, i.reason
  FROM destruction_item i
  JOIN letter_shown l ON l.office = i.office AND l.id = i.letter
 WHERE i.office = :office AND i.list = :list
 ORDER BY i.position;

-- Of a letter to be destroyed what its row keeps.
-- name: letter_remains
SELECT l.dated, l.received_at, l.registered_at, l.replaces,
       (SELECT p.parcel FROM parcel p
         WHERE p.office = l.office AND p.letter = l.letter) AS parcel
  FROM letter l WHERE l.office = :office AND l.letter = :letter;

-- name: is_letter_destroyed
SELECT count(*) AS n FROM letter
 WHERE office = :office AND letter = :letter AND state = 'destroyed';

-- Files that hang on a letter of the list, and on no other.
-- name: files_destroyed
SELECT DISTINCT a.digest FROM destruction_item i
  JOIN attachment a ON a.office = i.office AND a.letter = i.letter
 WHERE i.office = :office AND i.list = :list AND i.decision = 'destroy'
 ORDER BY a.digest;
-- name: file_is_named (slow)
SELECT (SELECT count(*) FROM attachment WHERE digest = :digest)
  + (SELECT count(*) FROM parcel_file WHERE digest = :digest) AS n;

-- What lay open of a letter before it was made secret.
-- name: files_once_open
SELECT DISTINCT CAST(value ->> 'was' AS TEXT) AS was FROM event e
  JOIN payload p ON p.office = e.office AND p.seq = e.seq
  JOIN json_each(p.body, '$.files') ON true
 WHERE e.office = :office AND e.letter = :letter AND e.kind = 'letter.correct';
