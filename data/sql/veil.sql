-- veil.sql -- the tables of letters as one person may read them
--
-- The keeper of the register answers a screen from a connection on which these
-- stand before the tables of their names: whatever statement is asked, of a
-- secret letter that the screen's person may not read it finds no words.  Rows
-- that are nothing but words are not there; others are, with their words
-- empty.  readable() is model/secrecy.h, opened() takes the seal off, is_own()
-- is true of the screen's own person.
--
-- Not veiled is ref_key, which no statement tells, so that its index serves:
-- who guesses a sender's number is told whether a letter has it.

-- Whether the words of a letter, and of a duty of its, are for this person.
-- name: veil_open_letter
CREATE TEMP VIEW open_letter AS
SELECT office, letter, readable(office, letter, secrecy) AS open
  FROM main.letter;
-- name: veil_open_duty
CREATE TEMP VIEW open_duty AS
SELECT d.office, d.duty, l.open
  FROM main.duty d JOIN open_letter l
    ON l.office = d.office AND l.letter = d.letter;

-- name: veil_letter
CREATE TEMP VIEW letter AS
SELECT office, letter, book, year, number,
       iif(readable(office, letter, secrecy), ref_no, NULL) AS ref_no,
       ref_key, dated,
       iif(readable(office, letter, secrecy), sender, NULL) AS sender,
       iif(readable(office, letter, secrecy), recipient, NULL) AS recipient,
       iif(readable(office, letter, secrecy), subject, NULL) AS subject,
       urgency, urgency_rank, secrecy, kind, channel, pages, received_at,
       registered_at, state, at_post, since, opened_at, replaces, list,
       iif(readable(office, letter, secrecy), late, NULL) AS late, imported
  FROM main.letter;

-- Who did it and when is no word of the letter.  Searches are their person's
-- own.
-- name: veil_payload
CREATE TEMP VIEW payload AS
SELECT office, seq, iif(open, salt, zeroblob(16)) AS salt,
       iif(open, body, json_patch('{}', json_object(
         'by_name', body ->> 'by_name', 'by_post', body ->> 'by_post',
         'by_own_post', body ->> 'by_own_post',
         'own_proposal', json(body -> 'own_proposal'),
         'clock', body ->> 'clock'))) AS body
  FROM (SELECT *, readable(office,
            (SELECT e.letter FROM main.event e
              WHERE e.office = p.office AND e.seq = p.seq),
            (SELECT l.secrecy FROM main.event e JOIN main.letter l
                 ON l.office = e.office AND l.letter = e.letter
              WHERE e.office = p.office AND e.seq = p.seq))
          AND NOT EXISTS (SELECT 1 FROM main.parcel q JOIN main.letter l
                 ON l.office = q.office AND l.letter = q.letter
              WHERE q.office = p.office AND q.parcel = p.seq
                AND NOT readable(l.office, l.letter, l.secrecy))
          AND NOT EXISTS (SELECT 1 FROM main.event e
              WHERE e.office = p.office AND e.seq = p.seq
                AND e.kind IN ('search.save', 'search.forget')
                AND NOT is_own(e.office, e.person)) AS open
          FROM main.payload p);

-- name: veil_reservation
CREATE TEMP VIEW reservation AS
SELECT office, letter,
       iif(open, purpose, '') AS purpose, until, at, person_name, post_name,
       block, page, pages, sheet,
       iif(open, written_by, NULL) AS written_by, iif(open, why, NULL) AS why,
       iif(open, void_reason, NULL) AS void_reason, void_by, settled
  FROM (SELECT *, (SELECT o.open FROM open_letter o
      WHERE o.office = r.office AND o.letter = r.letter) AS open
          FROM main.reservation r);

-- name: veil_imported
CREATE TEMP VIEW imported AS
SELECT * FROM main.imported t
 WHERE (SELECT o.open FROM open_letter o
   WHERE o.office = t.office AND o.letter = t.letter);

-- What a field was is told where it shows no words.
-- name: veil_correction
CREATE TEMP VIEW correction AS
SELECT office, seq, letter, field,
       iif(open OR field IN ('dated', 'urgency', 'secrecy'), was, NULL) AS was,
       iif(open OR field IN ('dated', 'urgency', 'secrecy'), now, NULL) AS now,
       iif(open, reason, '') AS reason, person_name, post_name, at
  FROM (SELECT *, (SELECT o.open FROM open_letter o
      WHERE o.office = t.office AND o.letter = t.letter) AS open
          FROM main.correction t);

-- name: veil_reference
CREATE TEMP VIEW reference AS
SELECT * FROM main.reference t
 WHERE (SELECT o.open FROM open_letter o
   WHERE o.office = t.office AND o.letter = t.letter);

-- name: veil_enclosure
CREATE TEMP VIEW enclosure AS
SELECT * FROM main.enclosure t
 WHERE (SELECT o.open FROM open_letter o
   WHERE o.office = t.office AND o.letter = t.letter);

-- name: veil_address
CREATE TEMP VIEW address AS
SELECT * FROM main.address t
 WHERE (SELECT o.open FROM open_letter o
   WHERE o.office = t.office AND o.letter = t.letter);

-- name: veil_stamp
CREATE TEMP VIEW stamp AS
SELECT * FROM main.stamp t
 WHERE (SELECT o.open FROM open_letter o
   WHERE o.office = t.office AND o.letter = t.letter);

-- name: veil_attachment
CREATE TEMP VIEW attachment AS
SELECT * FROM main.attachment t
 WHERE (SELECT o.open FROM open_letter o
   WHERE o.office = t.office AND o.letter = t.letter);

-- name: veil_letter_text
CREATE TEMP VIEW letter_text AS
SELECT * FROM main.letter_text t
 WHERE (SELECT o.open FROM open_letter o
   WHERE o.office = t.office AND o.letter = t.letter);

-- name: veil_sealed_words
CREATE TEMP VIEW sealed_words AS
SELECT office, letter, opened(words) AS words FROM main.sealed_words t
 WHERE (SELECT o.open FROM open_letter o
   WHERE o.office = t.office AND o.letter = t.letter);

-- name: veil_mail
CREATE TEMP VIEW mail AS
SELECT * FROM main.mail t
 WHERE (SELECT o.open FROM open_letter o
   WHERE o.office = t.office AND o.letter = t.letter);

-- name: veil_earlier_note
CREATE TEMP VIEW earlier_note AS
SELECT * FROM main.earlier_note t
 WHERE (SELECT o.open FROM open_letter o
   WHERE o.office = t.office AND o.letter = t.letter);

-- name: veil_sending
CREATE TEMP VIEW sending AS
SELECT * FROM main.sending t
 WHERE (SELECT o.open FROM open_letter o
   WHERE o.office = t.office AND o.letter = t.letter);

-- name: veil_dispatch
CREATE TEMP VIEW dispatch AS
SELECT office, seq, letter, how,
       iif((SELECT o.open FROM open_letter o
           WHERE o.office = t.office AND o.letter = t.letter),
         receiver, NULL) AS receiver, sent_at, person_name, at
  FROM main.dispatch t;

-- name: veil_step
CREATE TEMP VIEW step AS
SELECT office, letter, step, post, came_from, sent_by, arrived_at, opened_at,
       opened_by, left_at, how,
       iif((SELECT o.open FROM open_letter o
           WHERE o.office = t.office AND o.letter = t.letter),
         reason, NULL) AS reason
  FROM main.step t;

-- name: veil_note
CREATE TEMP VIEW note AS
SELECT office, seq, letter, act, person, person_name, post, post_name,
       capacity, acting_order, own_post_name, is_own_proposal,
       iif((SELECT o.open FROM open_letter o
           WHERE o.office = t.office AND o.letter = t.letter),
         words, '') AS words, at
  FROM main.note t;

-- name: veil_assignment
CREATE TEMP VIEW assignment AS
SELECT office, letter, division, position, ordered_at, year, number,
       acknowledged_at, acknowledged_by, done_at, done_by,
       iif(open, reply_ref, NULL) AS reply_ref, iif(open, words, NULL) AS words
  FROM (SELECT *, (SELECT o.open FROM open_letter o
      WHERE o.office = t.office AND o.letter = t.letter) AS open
          FROM main.assignment t);

-- name: veil_letter_grant
CREATE TEMP VIEW letter_grant AS
SELECT office, letter, seq, person, post,
       iif((SELECT o.open FROM open_letter o
           WHERE o.office = t.office AND o.letter = t.letter),
         reason, '') AS reason
  FROM main.letter_grant t;

-- name: veil_circulation
CREATE TEMP VIEW circulation AS
SELECT office, circulation, letter, purpose, until, person_name, post,
       post_name, at, closed_at,
       iif((SELECT o.open FROM open_letter o
           WHERE o.office = t.office AND o.letter = t.letter),
         closed_why, NULL) AS closed_why
  FROM main.circulation t;

-- name: veil_duty
CREATE TEMP VIEW duty AS
SELECT office, duty, letter, nth, iif(open, what, '') AS what,
       iif(open, words, NULL) AS words, owner_post, owner_division, first,
       from_day, rrule, after_receipt, working_days, behind, ahead,
       is_proposed, iif(open, form, NULL) AS form, pictures, copies,
       iif(open, unit, NULL) AS unit, target, state
  FROM (SELECT *, (SELECT o.open FROM open_letter o
      WHERE o.office = t.office AND o.letter = t.letter) AS open
          FROM main.duty t);

-- name: veil_duty_asked
CREATE TEMP VIEW duty_asked AS
SELECT * FROM main.duty_asked t
 WHERE (SELECT o.open FROM open_duty o
   WHERE o.office = t.office AND o.duty = t.duty);

-- name: veil_duty_where
CREATE TEMP VIEW duty_where AS
SELECT * FROM main.duty_where t
 WHERE (SELECT o.open FROM open_duty o
   WHERE o.office = t.office AND o.duty = t.duty);

-- name: veil_duty_row
CREATE TEMP VIEW duty_row AS
SELECT office, duty, period, name, from_day, due, last_day, state, state_at,
       by_name, by_post, reply, iif(open, ref, NULL) AS ref, files, first_file,
       iif(open, figure, NULL) AS figure, iif(open, note, NULL) AS note,
       iif(open, reason, NULL) AS reason
  FROM (SELECT *, (SELECT o.open FROM open_duty o
      WHERE o.office = t.office AND o.duty = t.duty) AS open
          FROM main.duty_row t);

-- name: veil_collection
CREATE TEMP VIEW collection AS
SELECT office, duty, letter,
       iif((SELECT o.open FROM open_letter o
           WHERE o.office = t.office AND o.letter = t.letter),
         unit, NULL) AS unit, target, is_running
  FROM main.collection t;

-- name: veil_collected_from
CREATE TEMP VIEW collected_from AS
SELECT office, duty, position, letter, division, place,
       iif((SELECT o.open FROM open_letter o
           WHERE o.office = t.office AND o.letter = t.letter),
         name, '') AS name, share, since
  FROM main.collected_from t;

-- name: veil_collector
CREATE TEMP VIEW collector AS
SELECT office, duty, letter, from_register, from_office, from_duty, name,
       iif((SELECT o.open FROM open_letter o
           WHERE o.office = t.office AND o.letter = t.letter),
         unit, NULL) AS unit, share, is_running, nudged_at, nudged_for
  FROM main.collector t;

-- name: veil_collected
CREATE TEMP VIEW collected AS
SELECT office, duty, period, position, seq, iif(open, figure, NULL) AS figure,
       iif(open, note, NULL) AS note, iif(open, ref, NULL) AS ref, files,
       first_file, how, at, by_name, by_post,
       iif(open, reason, NULL) AS reason, is_after, from_seq, nudged_at, nudges
  FROM (SELECT *, (SELECT o.open FROM open_duty o
      WHERE o.office = t.office AND o.duty = t.duty) AS open
          FROM main.collected t);

-- name: veil_collected_before
CREATE TEMP VIEW collected_before AS
SELECT * FROM main.collected_before t
 WHERE (SELECT o.open FROM open_duty o
   WHERE o.office = t.office AND o.duty = t.duty);

-- name: veil_collection_sent
CREATE TEMP VIEW collection_sent AS
SELECT * FROM main.collection_sent t
 WHERE (SELECT o.open FROM open_duty o
   WHERE o.office = t.office AND o.duty = t.duty);

-- name: veil_retention
CREATE TEMP VIEW retention AS
SELECT office, letter, class, last_year,
       iif((SELECT o.open FROM open_letter o
           WHERE o.office = t.office AND o.letter = t.letter),
         reason, '') AS reason, person_name, at
  FROM main.retention t;

-- name: veil_destruction_item
CREATE TEMP VIEW destruction_item AS
SELECT office, list, position, letter, decision,
       iif((SELECT o.open FROM open_letter o
           WHERE o.office = t.office AND o.letter = t.letter),
         reason, NULL) AS reason
  FROM main.destruction_item t;

-- name: veil_parcel
CREATE TEMP VIEW parcel AS
SELECT office, parcel, number, from_register, from_office, from_seq,
       iif(open, sender, '') AS sender, iif(open, ref_no, '') AS ref_no, dated,
       iif(open, subject, NULL) AS subject, urgency, urgency_rank, state,
       arrived_at, state_at, letter, iif(open, reason, NULL) AS reason,
       exported_at
  FROM (SELECT *, readable(office, letter, (SELECT secrecy FROM main.letter l
            WHERE l.office = t.office AND l.letter = t.letter)) AS open
          FROM main.parcel t);

-- name: veil_parcel_file
CREATE TEMP VIEW parcel_file AS
SELECT * FROM main.parcel_file t
 WHERE (SELECT readable(p.office, p.letter, l.secrecy)
    FROM main.parcel p LEFT JOIN main.letter l
      ON l.office = p.office AND l.letter = p.letter
   WHERE p.office = t.office AND p.parcel = t.parcel);

-- name: veil_saved_search
CREATE TEMP VIEW saved_search AS
SELECT * FROM main.saved_search WHERE is_own(office, person);

-- The views over these tables, once more over what stands before them.
-- name: veil_views (slow)
SELECT 'CREATE TEMP ' || substr(sql, 8) AS sql FROM main.sqlite_schema
 WHERE type = 'view' ORDER BY rowid;
