-- ledger.sql -- the chain: read its end, add one event, read it again

-- name: register_identity (once)
SELECT r.uuid, r.made_at, r.practice, m.one IS NOT NULL AS is_moving
  FROM register r LEFT JOIN moved m ON m.one = r.one
 WHERE r.one = 1;

-- name: register_moved
SELECT state, place, at FROM moved WHERE one = 1;

-- name: register_found
INSERT INTO register (one, uuid, made_at, practice)
  VALUES (1, :uuid, :made_at, :practice);

-- name: chain_head (once)
SELECT seq, time, hash FROM event
 WHERE office = :office ORDER BY seq DESC LIMIT 1;

-- The end of the chain of every office.
-- When the last event was written, and what the clock read: earlier, when it
-- had been set back.
-- name: chain_reading
SELECT e.time AS last,
       coalesce(CAST(p.body ->> 'clock' AS BIGINT), e.time) AS read
  FROM event e LEFT JOIN payload p ON p.office = e.office AND p.seq = e.seq
 WHERE e.office = :office ORDER BY e.seq DESC LIMIT 1;

-- name: chain_heads (slow)
SELECT o.office, o.code, o.name, e.seq, e.hash
  FROM office o JOIN event e ON e.office = o.office
   AND e.seq = (SELECT max(seq) FROM event WHERE office = o.office)
 ORDER BY o.office;

-- The page of the last day that was closed, of every office.
-- name: day_lasts (slow)
SELECT d.office, d.day, d.digest
  FROM office o JOIN day d ON d.office = o.office
   AND d.day = (SELECT max(day) FROM day WHERE office = o.office)
 ORDER BY d.office;

-- name: counter_lasts (slow)
SELECT office, book, year, next - 1 AS number
  FROM counter ORDER BY office, book, year;

-- name: chain_first
SELECT time FROM event WHERE office = :office AND seq = 1;

-- name: event_by_act
SELECT seq, time, kind, letter, book, year, number, person, login, post,
       capacity, acting_order, auth, act_id, nonce, commitment, hash
  FROM event WHERE office = :office AND act_id = :act_id;

-- name: event_append
INSERT INTO event (office, seq, time, kind, letter, book, year, number,
    person, login, post, capacity, acting_order, auth, act_id, nonce,
    commitment, hash)
  VALUES (:office, :seq, :time, :kind, :letter, :book, :year, :number,
    :person, :login, :post, :capacity, :acting_order, :auth, :act_id, :nonce,
    :commitment, :hash);

-- name: payload_append
INSERT INTO payload (office, seq, salt, body)
  VALUES (:office, :seq, :salt, :body);

-- name: chain_offices (slow)
SELECT DISTINCT office FROM event ORDER BY office;

-- Every event of an office with its words, in the order of the chain.
-- name: chain_events (long)
SELECT e.seq, e.time, e.kind, e.letter, e.book, e.year, e.number, e.person,
       e.login, e.post, e.capacity, e.acting_order, e.auth, e.act_id, e.nonce,
       e.commitment, e.hash, p.salt, p.body,
       p.seq IS NULL AND EXISTS (SELECT 1 FROM destroyed_event d
         WHERE d.office = e.office AND d.seq = e.seq) AS is_destroyed
  FROM event e LEFT JOIN payload p ON p.office = e.office AND p.seq = e.seq
 WHERE e.office = :office
 ORDER BY e.seq;

-- name: letter_events
SELECT e.seq, e.time, e.kind, e.letter, e.book, e.year, e.number, e.person,
       e.login, e.post, e.capacity, e.acting_order, e.auth, e.act_id, e.nonce,
       e.commitment, e.hash, p.salt, p.body,
       p.seq IS NULL AND EXISTS (SELECT 1 FROM destroyed_event d
         WHERE d.office = e.office AND d.seq = e.seq) AS is_destroyed
  FROM event e LEFT JOIN payload p ON p.office = e.office AND p.seq = e.seq
 WHERE e.office = :office AND e.letter = :letter
 ORDER BY e.seq;

-- The log of the office, piece by piece, newest first: events from :older
-- down to :low, and from :newer up to :high.  Those that are of no letter have
-- an index of their own.
-- name: log_events
WITH near (seq) AS (
  SELECT * FROM (SELECT seq FROM event
    WHERE :of_office = 0 AND office = :office AND seq BETWEEN :low AND :older
      AND (:login IS NULL OR login = :login)
      AND (:about IS NULL OR kind LIKE :about)
    ORDER BY seq DESC LIMIT :after) AS part
  UNION ALL
  SELECT * FROM (SELECT seq FROM event
    WHERE :of_office = 0 AND office = :office AND seq BETWEEN :newer AND :high
      AND (:login IS NULL OR login = :login)
      AND (:about IS NULL OR kind LIKE :about)
    ORDER BY seq LIMIT :before) AS part
  UNION ALL
  SELECT * FROM (SELECT seq FROM event
    WHERE :of_office = 1 AND office = :office AND letter IS NULL
      AND seq BETWEEN :low AND :older
      AND (:login IS NULL OR login = :login)
      AND (:about IS NULL OR kind LIKE :about)
    ORDER BY seq DESC LIMIT :after) AS part
  UNION ALL
  SELECT * FROM (SELECT seq FROM event
    WHERE :of_office = 1 AND office = :office AND letter IS NULL
      AND seq BETWEEN :newer AND :high
      AND (:login IS NULL OR login = :login)
      AND (:about IS NULL OR kind LIKE :about)
    ORDER BY seq LIMIT :before) AS part)
SELECT e.seq, e.time, e.kind, e.letter, e.book, e.year, e.number, e.person,
       e.login, e.post, e.capacity, e.acting_order, e.auth, e.act_id, e.nonce,
       e.commitment, e.hash, p.salt, p.body,
       p.seq IS NULL AND EXISTS (SELECT 1 FROM destroyed_event d
         WHERE d.office = e.office AND d.seq = e.seq) AS is_destroyed,
       l.book AS letter_book, l.year AS letter_year,
       l.number AS letter_number,
       l.secrecy IS NOT NULL OR e.kind = 'parcel.arrive'
         AND EXISTS (SELECT 1 FROM parcel q CROSS JOIN letter s
               ON s.office = q.office AND s.letter = q.letter
           WHERE q.office = e.office AND q.parcel = e.seq
             AND s.secrecy IS NOT NULL) AS is_secret
  FROM near n
 CROSS JOIN event e ON e.office = :office AND e.seq = n.seq
  LEFT JOIN payload p ON p.office = e.office AND p.seq = e.seq
  LEFT JOIN letter l ON l.office = e.office AND l.letter = e.letter
 ORDER BY e.seq DESC;

-- How many events there are before a moment: halving, as time in the chain
-- never falls.
-- name: log_before
WITH RECURSIVE steps (seq, step) AS (
  SELECT 0, 1 << 30
  UNION ALL
  SELECT iif((SELECT time FROM event
      WHERE office = :office AND seq = steps.seq + step) < :at,
    steps.seq + step, steps.seq), step / 2
    FROM steps WHERE step > 0)
SELECT seq AS n FROM steps WHERE step = 0;

-- name: event_hash
SELECT hash FROM event WHERE office = :office AND seq = :seq;

-- When somebody did something last: not what is written by itself before the
-- first act of another day.
-- name: last_entry
SELECT time FROM event
 WHERE office = :office AND kind NOT IN ('day.close', 'number.expire')
 ORDER BY seq DESC LIMIT 1;

-- What was entered since, besides that it was backed up.
-- name: entries_since
SELECT count(*) AS n FROM event
 WHERE office = :office AND seq > :seq
   AND kind NOT IN ('backup.made', 'backup.drilled');

-- The year of a restore, or one before it back to its backup, in which no
-- last number on paper was told.
-- name: paper_is_asked
SELECT r.restored FROM restored r
 WHERE r.office = :office AND :year BETWEEN r.first_year AND r.last_year
   AND NOT EXISTS (SELECT 1 FROM paper_last p
     WHERE p.office = r.office AND p.restored = r.restored
       AND p.book = :book AND p.year = :year)
 LIMIT 1;

-- name: counter_next
SELECT next FROM counter
 WHERE office = :office AND book = :book AND year = :year;
