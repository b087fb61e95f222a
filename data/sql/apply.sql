-- apply.sql -- what each kind of event does to the state tables
--
-- The only statements that write them.  Each kind is a list of statements,
-- from its own block and those it shares with other kinds, run in order
-- inside the transaction that appended the event, and again when the chain is
-- replayed.  Parameters: every column of the event by its name, and :body,
-- the payload.  Nothing else may be read but the state tables themselves, or
-- a replay would differ.
--
-- A statement under "-- index" keeps the search index, which a replay leaves
-- out: a piece that will change is taken out first, as it was, and put in
-- again when it has changed.
--
-- A statement under "-- with KEY" does nothing without that key in the words,
-- and is not run then.
--
-- A statement under "-- redact" may delete words from the chain.  There is
-- one; the triggers of schema.sql say which it may.

-- No event: what this copy says of itself when it moves.
-- apply register.moved
DELETE FROM moved WHERE one = 1;
INSERT INTO moved (one, state, place, at)
  SELECT 1, :state, :place, :at WHERE :state IS NOT NULL;

-- apply office.found
INSERT INTO office (office, code, name, kind, above, prefix)
  VALUES (:office, :body ->> 'code', :body ->> 'name', :body ->> 'kind',
          :body ->> 'above', :body ->> 'prefix');
INSERT INTO post (office, post, name, position, role)
  SELECT :office, value ->> 'post', value ->> 'name', value ->> 'position',
         iif(value ->> 'position' IS NULL, 'division', 'chain')
    FROM json_each(:body, '$.posts');
INSERT INTO division (office, division, name, post, position)
  SELECT :office, value ->> 'division', value ->> 'name', value ->> 'post',
         key + 1
    FROM json_each(:body, '$.divisions');
INSERT INTO counter (office, book, year, first, next)
  VALUES (:office, 'receive', :body ->> 'year', :body ->> 'next_number',
          :body ->> 'next_number');
INSERT INTO signing_key (office, seq, key, since)
  SELECT :office, :seq, :body ->> 'key', :time
   WHERE :body ->> 'key' IS NOT NULL;

INSERT INTO holiday (office, day, kind, name, name_en, is_doubtful)
  SELECT :office, value ->> 'day', value ->> 'kind', value ->> 'name',
         value ->> 'name_en', value ->> 'is_doubtful'
    FROM json_each(:body, '$.holidays.add');
INSERT INTO holiday_table (office, first_day, last_day, edition, changes,
    changed_at)
  SELECT :office, :body ->> '$.holidays.first_day',
         :body ->> '$.holidays.last_day', :body ->> '$.holidays.edition', 0,
         :time
   WHERE :body ->> '$.holidays.edition' IS NOT NULL;

-- apply holiday.set
DELETE FROM holiday
 WHERE office = :office
   AND day IN (SELECT value FROM json_each(:body, '$.gone'));
INSERT INTO holiday (office, day, kind, name, name_en, is_doubtful)
  SELECT :office, value ->> 'day', value ->> 'kind', value ->> 'name',
         value ->> 'name_en', value ->> 'is_doubtful'
    FROM json_each(:body, '$.add')
   WHERE true
  ON CONFLICT (office, day) DO UPDATE
    SET kind = excluded.kind, name = excluded.name,
        name_en = excluded.name_en, is_doubtful = excluded.is_doubtful;
UPDATE holiday_table SET changes = changes + 1, changed_at = :time
 WHERE office = :office;
INSERT INTO holiday_table (office, first_day, last_day, edition, changes,
    changed_at)
  SELECT :office, :body ->> 'first_day', :body ->> 'last_day',
         :body ->> 'edition', 1, :time
   WHERE :body ->> 'edition' IS NOT NULL
  ON CONFLICT (office) DO UPDATE
    SET first_day = excluded.first_day, last_day = excluded.last_day,
        edition = excluded.edition;
UPDATE duty_row SET last_day = m.value ->> 'now'
  FROM json_each(:body, '$.moved') m
 WHERE duty_row.office = :office AND duty = m.value ->> 'duty'
   AND period = m.value ->> 'period';

-- apply key.set
INSERT INTO signing_key (office, seq, key, since)
  VALUES (:office, :seq, :body ->> 'key', :time);

-- apply day.close
INSERT INTO day (office, day, after, seq, head, code, name, previous, digest,
    signature, closed_at, by_name, by_post, is_missed)
  VALUES (:office, :body ->> 'day', :body ->> 'after', :body ->> 'seq',
    :body ->> 'head', :body ->> 'code', :body ->> 'name',
    :body ->> 'previous', :body ->> 'digest', :body ->> 'signature', :time,
    :body ->> 'by_name', :body ->> 'by_post',
    coalesce(CAST(:body ->> 'missed' AS BIGINT), 0));
INSERT INTO day_book (office, book, year, day, last, first, entered,
    cancelled, corrected, late, reserved, voided, lost)
  SELECT :office, value ->> 'book', value ->> 'year', :body ->> 'day',
         value ->> 'last', value ->> 'first', value ->> 'entered',
         value ->> 'cancelled', value ->> 'corrected', value ->> 'late',
         value ->> 'reserved', value ->> 'void', value ->> 'lost'
    FROM json_each(:body, '$.books');

-- apply office.set
UPDATE office SET name = coalesce(CAST(:body ->> 'name' AS TEXT), name),
    above = coalesce(CAST(:body ->> 'above' AS TEXT), above),
    prefix = coalesce(CAST(:body ->> 'prefix' AS TEXT), prefix)
  WHERE office = :office;

-- Named again, it has another name or key.
-- apply office.know
INSERT INTO known_office (office, code, name, above, key)
  VALUES (:office, :body ->> 'code', :body ->> 'name', :body ->> 'above',
          :body ->> 'key')
  ON CONFLICT (office, code) DO UPDATE
    SET name = excluded.name, above = excluded.above, key = excluded.key;

-- Who made the office, in the chain of the office he worked in.
-- apply office.add

-- Numbers before it stand on paper.
-- apply book.begin
INSERT INTO counter (office, book, year, first, next)
  VALUES (:office, :body ->> 'book', :body ->> 'year',
          :body ->> 'next_number', :body ->> 'next_number')
  ON CONFLICT (office, book, year)
    DO UPDATE SET first = excluded.first, next = excluded.next;

-- apply policy.set
INSERT INTO policy (office, name, year, since, value)
  VALUES (:office, :body ->> 'name',
          coalesce(CAST(:body ->> 'year' AS BIGINT), 0),
          coalesce(CAST(:body ->> 'since' AS TEXT), ''), :body ->> 'value')
  ON CONFLICT (office, name, year, since)
    DO UPDATE SET value = excluded.value;

-- apply post.add
INSERT INTO post (office, post, name, position, role)
  VALUES (:office, :body ->> 'post', :body ->> 'name', :body ->> 'position',
          :body ->> 'role')
  ON CONFLICT (office, post) DO UPDATE
    SET name = excluded.name, position = excluded.position,
        role = excluded.role, ended_at = NULL;

-- apply post.end
UPDATE post SET ended_at = :time
  WHERE office = :office AND post = :body ->> 'post';

-- apply division.add
INSERT INTO post (office, post, name, role)
  SELECT :office, :body ->> 'post', :body ->> 'post_name', 'division'
   WHERE :body ->> 'post_name' IS NOT NULL
  ON CONFLICT (office, post) DO UPDATE
    SET name = excluded.name, position = NULL, role = 'division',
        ended_at = NULL;
INSERT INTO division (office, division, name, post, position)
  VALUES (:office, :body ->> 'division', :body ->> 'name', :body ->> 'post',
          (SELECT coalesce(max(position), 0) + 1
             FROM division WHERE office = :office))
  ON CONFLICT (office, division) DO UPDATE
    SET name = excluded.name, post = excluded.post, ended_at = NULL;

-- apply division.end
UPDATE division SET ended_at = :time
  WHERE office = :office AND division = :body ->> 'division';

-- apply person.add
INSERT INTO person (office, person, login, name)
  VALUES (:office, :seq, :body ->> 'login', :body ->> 'name');
INSERT INTO holding (office, holding, person, post, since, until)
  VALUES (:office, :seq, :seq, :body ->> 'post', :body ->> 'since',
          :body ->> 'until');

-- apply person.hold
INSERT INTO holding (office, holding, person, post, since, until)
  VALUES (:office, :seq, :body ->> 'person', :body ->> 'post',
          :body ->> 'since', :body ->> 'until');
UPDATE person SET ended_on = NULL
  WHERE office = :office AND person = :body ->> 'person';

-- apply acting.add
INSERT INTO acting (office, acting, post, person, capacity, order_no,
    order_date, rank, since, until)
  VALUES (:office, :seq, :body ->> 'post', :body ->> 'person',
    :body ->> 'capacity', :body ->> 'order', :body ->> 'order_date',
    coalesce(CAST(:body ->> 'rank' AS BIGINT), 1), :body ->> 'since',
    coalesce(CAST(:body ->> 'until' AS BIGINT), 253402300800000000));

-- apply acting.take
UPDATE acting SET taken_at = :time
  WHERE office = :office AND acting = :body ->> 'acting';

-- What has not begun never does.
-- apply acting.end
DELETE FROM acting
  WHERE office = :office AND acting = :body ->> 'acting'
    AND since >= :body ->> 'until';
UPDATE acting SET until = :body ->> 'until'
  WHERE office = :office AND acting = :body ->> 'acting';

-- apply absence.add
INSERT INTO absence (office, absence, person, since, until, reason)
  VALUES (:office, :seq, :body ->> 'person', :body ->> 'since',
    coalesce(CAST(:body ->> 'until' AS BIGINT), 253402300800000000),
    :body ->> 'reason');

-- apply absence.end
DELETE FROM absence
  WHERE office = :office AND absence = :body ->> 'absence'
    AND since >= :body ->> 'until';
UPDATE absence SET until = :body ->> 'until'
  WHERE office = :office AND absence = :body ->> 'absence';

-- A post not yet begun on the last day never begins.
-- apply person.end
DELETE FROM holding
  WHERE office = :office AND person = :body ->> 'person'
    AND since > :body ->> 'on'
    AND (:body ->> 'post' IS NULL OR post = :body ->> 'post');
UPDATE holding SET until = :body ->> 'on'
  WHERE office = :office AND person = :body ->> 'person'
    AND (until IS NULL OR until > :body ->> 'on')
    AND (:body ->> 'post' IS NULL OR post = :body ->> 'post');
UPDATE person SET ended_on = :body ->> 'on'
  WHERE office = :office AND person = :body ->> 'person'
    AND :body ->> 'post' IS NULL;

-- One clearance takes the place of the one before.
-- apply person.clear
INSERT INTO clearance (office, person, class, by_order, until)
  VALUES (:office, :body ->> 'person', :body ->> 'class',
          :body ->> 'order', :body ->> 'until')
  ON CONFLICT (office, person) DO UPDATE
    SET class = excluded.class, by_order = excluded.by_order,
        until = excluded.until;

-- apply person.unclear
DELETE FROM clearance
  WHERE office = :office AND person = :body ->> 'person';

-- apply key.add
INSERT INTO login_key (office, seq, person, print, type, blob, comment, since)
  VALUES (:office, :seq, :body ->> 'person', :body ->> 'print',
    :body ->> 'type', :body ->> 'key', :body ->> 'comment', :time);

-- apply key.end
UPDATE login_key SET ended_at = :time, reason = :body ->> 'reason'
  WHERE office = :office AND print = :body ->> 'print' AND ended_at IS NULL;

-- apply pin.set
UPDATE pin SET ended_at = :time
  WHERE office = :office AND person = :body ->> 'person' AND ended_at IS NULL;
INSERT INTO pin (office, seq, person, pin, since)
  VALUES (:office, :seq, :body ->> 'person', :body ->> 'pin', :time);

-- apply pin.end
UPDATE pin SET ended_at = :time, reason = :body ->> 'reason'
  WHERE office = :office AND person = :body ->> 'person' AND ended_at IS NULL;

-- apply pin.wrong

-- apply letter.receive
INSERT INTO counter (office, book, year, first, next)
  VALUES (:office, :book, :year, :number, :number + 1)
  ON CONFLICT (office, book, year) DO UPDATE SET next = counter.next + 1;
INSERT INTO letter (office, letter, book, year, number, ref_no, ref_key,
    dated, sender, recipient, subject, urgency, urgency_rank, secrecy, kind,
    channel, pages, received_at, registered_at, state, at_post, since,
    opened_at, replaces, late)
  VALUES (:office, :seq, :book, :year, :number, :body ->> 'ref_no',
    :body ->> 'ref_key', :body ->> 'dated', :body ->> 'from',
    :body ->> 'to', :body ->> 'subject', :body ->> 'urgency',
    :body ->> 'urgency_rank', :body ->> 'secrecy', :body ->> 'kind',
    :body ->> 'channel', :body ->> 'pages', :body ->> 'received_at', :time,
    'received', :post, :time, :time, :body ->> 'replaces',
    :body ->> 'late');

-- A letter gets the number that was reserved for one.
-- apply letter.enter
UPDATE letter SET ref_no = :body ->> 'ref_no', ref_key = :body ->> 'ref_key',
    dated = :body ->> 'dated', sender = :body ->> 'from',
    recipient = :body ->> 'to', subject = :body ->> 'subject',
    urgency = :body ->> 'urgency', urgency_rank = :body ->> 'urgency_rank',
    secrecy = :body ->> 'secrecy', kind = :body ->> 'kind',
    channel = :body ->> 'channel', pages = :body ->> 'pages',
    received_at = :body ->> 'received_at', registered_at = :time,
    state = 'received', at_post = :post, since = :time, opened_at = :time,
    replaces = :body ->> 'replaces', late = :body ->> 'late'
  WHERE office = :office AND letter = :letter;
UPDATE reservation SET settled = :seq, written_by = :body ->> 'written_by',
    why = :body ->> 'why'
  WHERE office = :office AND letter = :letter;

-- A letter of a register that was kept before the program: its number stands
-- on paper (book.begin), so that no counter moves.
-- apply letter.import
INSERT INTO letter (office, letter, book, year, number, ref_no, ref_key,
    dated, sender, recipient, subject, urgency, urgency_rank, secrecy, kind,
    received_at, registered_at, state, since, imported)
  VALUES (:office, :seq, :book, :year, :number, :body ->> 'ref_no',
    :body ->> 'ref_key', :body ->> 'dated', :body ->> 'from',
    :body ->> 'to', :body ->> 'subject', :body ->> 'urgency',
    :body ->> 'urgency_rank', :body ->> 'secrecy', :body ->> 'kind',
    :body ->> 'received_at', :time, :body ->> 'state', :time, 1);
INSERT INTO imported (office, letter, row_key, number, received, dated,
    ordered, doer, due, done, remark, file, row, at, person_name)
  VALUES (:office, :seq, :body ->> 'key', :body ->> 'old_number',
    :body ->> 'old_received', :body ->> 'old_dated', :body ->> 'ordered',
    :body ->> 'doer', :body ->> 'due', :body ->> 'done', :body ->> 'remark',
    :body ->> 'file', :body ->> 'row', :time, :body ->> 'by_name');

-- A letter goes out: it is numbered, and has been nowhere but with the clerk.
-- apply letter.send
INSERT INTO counter (office, book, year, first, next)
  VALUES (:office, :book, :year, :number, :number + 1)
  ON CONFLICT (office, book, year) DO UPDATE SET next = counter.next + 1;
INSERT INTO letter (office, letter, book, year, number, ref_no, ref_key,
    dated, sender, recipient, subject, urgency, urgency_rank, secrecy, kind,
    received_at, registered_at, state, since, replaces)
  VALUES (:office, :seq, :book, :year, :number, :body ->> 'ref_no',
    :body ->> 'ref_key', :body ->> 'dated', :body ->> 'from',
    :body ->> 'to', :body ->> 'subject', :body ->> 'urgency',
    :body ->> 'urgency_rank', :body ->> 'secrecy', :body ->> 'kind',
    :time, :time, 'numbered', :time, :body ->> 'replaces');

-- ... under the number that was kept for it.
-- apply letter.issue
UPDATE letter SET ref_no = :body ->> 'ref_no', ref_key = :body ->> 'ref_key',
    dated = :body ->> 'dated', sender = :body ->> 'from',
    recipient = :body ->> 'to', subject = :body ->> 'subject',
    urgency = :body ->> 'urgency', urgency_rank = :body ->> 'urgency_rank',
    secrecy = :body ->> 'secrecy', kind = :body ->> 'kind',
    received_at = :time, registered_at = :time, state = 'numbered',
    since = :time, replaces = :body ->> 'replaces'
  WHERE office = :office AND letter = :letter;
UPDATE reservation SET settled = :seq
  WHERE office = :office AND letter = :letter;

-- apply letter.send, letter.issue
INSERT INTO reply (office, letter, incoming, division)
  SELECT :office, :letter, value, :body ->> 'division'
    FROM json_each(:body, '$.reply_to');
INSERT INTO step (office, letter, step, post, arrived_at, opened_at,
    opened_by, left_at, how)
  VALUES (:office, :letter, 1, :post, :time, :time, :body ->> 'by_name',
    :time, 'send');

-- apply letter.sent
INSERT INTO dispatch (office, seq, letter, how, receiver, sent_at,
    person_name, at)
  VALUES (:office, :seq, :letter, :body ->> 'how', :body ->> 'receiver',
    :body ->> 'sent_at', :body ->> 'by_name', :time);
UPDATE letter SET channel = :body ->> 'how', since = :time,
    state = iif(:body ->> 'receiver' IS NULL AND state <> 'delivered',
      'sent', 'delivered')
  WHERE office = :office AND letter = :letter;

-- What hangs on a letter.
-- apply letter.receive, letter.enter, letter.send, letter.issue
-- with references
INSERT INTO reference (office, letter, position, words)
  SELECT :office, :letter, key + 1, value
    FROM json_each(:body, '$.references');
-- with enclosures
INSERT INTO enclosure (office, letter, position, title, count, unit)
  SELECT :office, :letter, key + 1, value ->> 'title', value ->> 'count',
         value ->> 'unit'
    FROM json_each(:body, '$.enclosures');
-- with stamps
INSERT INTO stamp (office, letter, position, stamped_by, number, date, time)
  SELECT :office, :letter, key + 1, value ->> 'office', value ->> 'number',
         value ->> 'date', value ->> 'time'
    FROM json_each(:body, '$.stamps');
-- with links
INSERT INTO address (office, letter, position, link)
  SELECT :office, :letter, key + 1, value
    FROM json_each(:body, '$.links');
-- with attachments
INSERT INTO attachment (office, letter, position, name, digest, size, type,
    sealed)
  SELECT :office, :letter, key + 1, value ->> 'name', value ->> 'sha256',
         value ->> 'size', value ->> 'type',
         coalesce(CAST(value ->> 'sealed' AS BIGINT), 0)
    FROM json_each(:body, '$.attachments');
-- with sealed
INSERT INTO sealed_words (office, letter, words)
  SELECT :office, :letter, value FROM json_each(:body, '$.sealed');
-- with text
INSERT INTO letter_text (office, letter, body)
  SELECT :office, :letter, value FROM json_each(:body, '$.text');
-- with mail
INSERT INTO mail (office, letter, sender, address, subject, message_id,
    sent_at)
  SELECT :office, :letter, value ->> 'sender', value ->> 'address',
         value ->> 'subject', value ->> 'message_id', value ->> 'sent_at'
    FROM json_each(json_array(:body -> 'mail'))
   WHERE :body -> 'mail' IS NOT NULL;
-- with notes
INSERT INTO earlier_note (office, letter, position, office_name, act,
    person_name, post_name, words, at)
  SELECT :office, :seq, key + 1, value ->> 'office', value ->> 'act',
         value ->> 'by_name', value ->> 'by_post', value ->> 'words',
         value ->> 'at'
    FROM json_each(:body, '$.notes');
-- with parcel
UPDATE parcel SET state = 'accepted', state_at = :time, letter = :seq,
    exported_at = NULL
  WHERE office = :office AND parcel = :body ->> 'parcel';
-- index
INSERT INTO search (rowid, ref_no, subject, sender, recipient, note, body)
  SELECT doc, ref_no, subject, sender, recipient, note, body
    FROM search_piece
   WHERE office = :office AND letter = :letter AND piece <= 1;

-- apply letter.receive, letter.enter
INSERT INTO step (office, letter, step, post, arrived_at, opened_at,
    opened_by)
  VALUES (:office, :letter, 1, :post, :time, :time, :body ->> 'by_name');
-- What the clock read stands in the events themselves: chain_reading.
-- apply clock.confirm

-- The next number of a book is kept for a letter to come.
-- apply number.reserve
INSERT INTO counter (office, book, year, first, next)
  VALUES (:office, :book, :year, :number, :number + 1)
  ON CONFLICT (office, book, year) DO UPDATE SET next = counter.next + 1;
INSERT INTO letter (office, letter, book, year, number, urgency_rank,
    registered_at, state, since)
  VALUES (:office, :letter, :book, :year, :number, 0, :time, 'reserved',
    :time);
INSERT INTO reservation (office, letter, purpose, until, at, person_name,
    post_name, block, page, pages, sheet)
  VALUES (:office, :letter, :body ->> 'purpose', :body ->> 'until', :time,
    :body ->> 'by_name', :body ->> 'by_post', :body ->> 'block',
    :body ->> 'page', :body ->> 'pages', :body ->> 'sheet');

-- number.expire is the same, written before the next act of anybody.
-- apply number.void, number.expire
UPDATE letter SET state = 'void', since = :time
  WHERE office = :office AND letter = :letter;
UPDATE reservation SET settled = :seq, void_reason = :body ->> 'reason',
    void_by = :body ->> 'by_name'
  WHERE office = :office AND letter = :letter;

-- apply letter.cancel
-- index
INSERT INTO search (search, rowid, note)
  SELECT 'delete', doc, note FROM search_piece
   WHERE office = :office AND letter = :letter AND piece = 30;
INSERT INTO note (office, seq, letter, act, person, person_name, post,
    post_name, capacity, acting_order, own_post_name, is_own_proposal, words,
    at)
  VALUES (:office, :seq, :letter, 'cancel', :person, :body ->> 'by_name',
    :post, :body ->> 'by_post', :capacity, :acting_order,
    :body ->> 'by_own_post',
    coalesce(CAST(:body ->> 'own_proposal' AS BIGINT), 0),
    :body ->> 'reason', :time);
-- index
INSERT INTO search (rowid, note)
  SELECT doc, note FROM search_piece
   WHERE office = :office AND letter = :letter
     AND piece = (SELECT min(30, 1 + count(*)) FROM note
       WHERE office = :office AND letter = :letter);
UPDATE step SET left_at = :time, how = 'cancel'
  WHERE office = :office AND letter = :letter AND left_at IS NULL;
UPDATE circulated SET ended_at = :time
  WHERE office = :office AND letter = :letter AND noted_at IS NULL
    AND ended_at IS NULL;
UPDATE circulation SET closed_at = :time, closed_why = :body ->> 'reason'
  WHERE office = :office AND letter = :letter AND closed_at IS NULL;
UPDATE letter SET state = 'cancelled', at_post = NULL, since = :time,
    opened_at = NULL
  WHERE office = :office AND letter = :letter;

-- Number, year and true time are not among the fields.  A letter that becomes
-- secret leaves the index with all its pieces, and one that no longer is comes
-- back with them.
-- apply letter.correct
-- index
INSERT INTO search (search, rowid, ref_no, subject, sender, recipient, note,
    body)
  SELECT 'delete', doc, ref_no, subject, sender, recipient, note, body
    FROM search_piece
   WHERE office = :office AND letter = :letter
     AND (piece = 0 OR :body ->> 'field' = 'secrecy');
INSERT INTO correction (office, seq, letter, field, was, now, reason,
    person_name, post_name, at)
  VALUES (:office, :seq, :letter, :body ->> 'field', :body ->> 'old',
    :body ->> 'new', :body ->> 'reason', :body ->> 'by_name',
    :body ->> 'by_post', :time);
UPDATE letter SET
    ref_no = iif(:body ->> 'field' = 'ref',
      CAST(:body ->> 'new' AS TEXT), ref_no),
    ref_key = iif(:body ->> 'field' = 'ref',
      CAST(:body ->> 'ref_key' AS TEXT), ref_key),
    dated = iif(:body ->> 'field' = 'dated',
      CAST(:body ->> 'new' AS TEXT), dated),
    sender = iif(:body ->> 'field' = 'from',
      CAST(:body ->> 'new' AS TEXT), sender),
    recipient = iif(:body ->> 'field' = 'to',
      CAST(:body ->> 'new' AS TEXT), recipient),
    subject = iif(:body ->> 'field' = 'subject',
      CAST(:body ->> 'new' AS TEXT), subject),
    urgency = iif(:body ->> 'field' = 'urgency',
      CAST(:body ->> 'new' AS TEXT), urgency),
    urgency_rank = iif(:body ->> 'field' = 'urgency',
      CAST(:body ->> 'urgency_rank' AS BIGINT), urgency_rank),
    secrecy = iif(:body ->> 'field' = 'secrecy',
      CAST(:body ->> 'new' AS TEXT), secrecy),
    kind = iif(:body ->> 'field' = 'kind',
      CAST(:body ->> 'new' AS TEXT), kind),
    channel = iif(:body ->> 'field' = 'channel',
      CAST(:body ->> 'new' AS TEXT), channel),
    pages = CASE WHEN :body ->> 'field' = 'pages'
      THEN CAST(:body ->> 'new' AS BIGINT) ELSE pages END
  WHERE office = :office AND letter = :letter;
INSERT INTO letter_text (office, letter, body)
  SELECT :office, :letter, value FROM json_each(:body, '$.text');
INSERT INTO mail (office, letter, sender, address, subject, message_id,
    sent_at)
  SELECT :office, :letter, value ->> 'sender', value ->> 'address',
         value ->> 'subject', value ->> 'message_id', value ->> 'sent_at'
    FROM json_each(json_array(:body -> 'mail'))
   WHERE :body -> 'mail' IS NOT NULL;
UPDATE attachment SET digest = value ->> 'sha256', sealed = 1
  FROM json_each(:body, '$.files')
  WHERE office = :office AND letter = :letter AND sealed = 0
    AND digest = value ->> 'was';
DELETE FROM sealed_words
  WHERE office = :office AND letter = :letter
    AND (:body -> 'text' IS NOT NULL OR :body -> 'mail' IS NOT NULL);
-- index
INSERT INTO search (rowid, ref_no, subject, sender, recipient, note, body)
  SELECT doc, ref_no, subject, sender, recipient, note, body
    FROM search_piece
   WHERE office = :office AND letter = :letter
     AND (piece = 0 OR :body ->> 'field' = 'secrecy');
-- What is taken out of it stays in its bytes until its parts are merged.
-- index
INSERT INTO search (search)
  SELECT 'optimize' WHERE :body ->> 'field' = 'secrecy'
    AND :body ->> 'old' IS NULL;

-- Who has read a secret letter stands in its history alone.
-- apply letter.view

-- apply letter.grant
INSERT INTO letter_grant (office, letter, seq, person, post, reason)
  VALUES (:office, :letter, :seq, :body ->> 'person', :body ->> 'to_post',
          :body ->> 'reason');

-- apply letter.ungrant
DELETE FROM letter_grant
  WHERE office = :office AND letter = :letter
    AND (person = :body ->> 'person' OR post = :body ->> 'to_post');

-- apply letter.open
UPDATE letter SET opened_at = :time
  WHERE office = :office AND letter = :letter;
UPDATE step SET opened_at = :time, opened_by = :body ->> 'by_name'
  WHERE office = :office AND letter = :letter AND left_at IS NULL;

-- apply letter.endorse
-- index
INSERT INTO search (search, rowid, note)
  SELECT 'delete', doc, note FROM search_piece
   WHERE office = :office AND letter = :letter AND piece = 30;
INSERT INTO note (office, seq, letter, act, person, person_name, post,
    post_name, capacity, acting_order, own_post_name, is_own_proposal, words,
    at)
  VALUES (:office, :seq, :letter, 'endorse', :person, :body ->> 'by_name',
    :post, :body ->> 'by_post', :capacity, :acting_order,
    :body ->> 'by_own_post',
    coalesce(CAST(:body ->> 'own_proposal' AS BIGINT), 0),
    :body ->> 'note', :time);
-- index
INSERT INTO search (rowid, note)
  SELECT doc, note FROM search_piece
   WHERE office = :office AND letter = :letter
     AND piece = (SELECT min(30, 1 + count(*)) FROM note
       WHERE office = :office AND letter = :letter);
UPDATE step SET left_at = :time, how = 'endorse'
  WHERE office = :office AND letter = :letter AND left_at IS NULL;
INSERT INTO step (office, letter, step, post, came_from, sent_by,
    arrived_at, left_at, how, reason)
  SELECT :office, :letter,
         (SELECT max(step) FROM step
           WHERE office = :office AND letter = :letter) + key + 1,
         value, :post, :person, :time, :time, 'skip',
         :body ->> 'reason'
    FROM json_each(:body, '$.skipped');
INSERT INTO step (office, letter, step, post, came_from, sent_by, arrived_at)
  SELECT :office, :letter, max(step) + 1, :body ->> 'to', :post, :person,
         :time
    FROM step WHERE office = :office AND letter = :letter;
UPDATE letter SET state = 'presented', at_post = :body ->> 'to',
    since = :time, opened_at = NULL
  WHERE office = :office AND letter = :letter;

-- apply letter.return
-- index
INSERT INTO search (search, rowid, note)
  SELECT 'delete', doc, note FROM search_piece
   WHERE office = :office AND letter = :letter AND piece = 30;
INSERT INTO note (office, seq, letter, act, person, person_name, post,
    post_name, capacity, acting_order, own_post_name, is_own_proposal, words,
    at)
  VALUES (:office, :seq, :letter, 'return', :person, :body ->> 'by_name',
    :post, :body ->> 'by_post', :capacity, :acting_order,
    :body ->> 'by_own_post',
    coalesce(CAST(:body ->> 'own_proposal' AS BIGINT), 0),
    :body ->> 'reason', :time);
-- index
INSERT INTO search (rowid, note)
  SELECT doc, note FROM search_piece
   WHERE office = :office AND letter = :letter
     AND piece = (SELECT min(30, 1 + count(*)) FROM note
       WHERE office = :office AND letter = :letter);
UPDATE step SET left_at = :time, how = 'return'
  WHERE office = :office AND letter = :letter AND left_at IS NULL;
INSERT INTO step (office, letter, step, post, came_from, sent_by, arrived_at)
  SELECT :office, :letter, max(step) + 1, :body ->> 'to', :post, :person,
         :time
    FROM step WHERE office = :office AND letter = :letter;
UPDATE letter SET state = :body ->> 'state', at_post = :body ->> 'to',
    since = :time, opened_at = NULL
  WHERE office = :office AND letter = :letter;

-- apply letter.pass
UPDATE step SET left_at = :time, how = 'pass', reason = :body ->> 'reason'
  WHERE office = :office AND letter = :letter AND left_at IS NULL;
INSERT INTO step (office, letter, step, post, came_from, sent_by, arrived_at)
  SELECT :office, :letter, max(step) + 1, :body ->> 'to', :body ->> 'from',
         :person, :time
    FROM step WHERE office = :office AND letter = :letter;
UPDATE letter SET state = 'presented', at_post = :body ->> 'to',
    since = :time, opened_at = NULL
  WHERE office = :office AND letter = :letter;

-- apply letter.recall
UPDATE step SET left_at = :time, how = 'recall'
  WHERE office = :office AND letter = :letter AND left_at IS NULL;
INSERT INTO step (office, letter, step, post, came_from, sent_by, arrived_at,
    opened_at, opened_by)
  SELECT :office, :letter, max(step) + 1, :body ->> 'to', :body ->> 'from',
         :person, :time, :time, :body ->> 'by_name'
    FROM step WHERE office = :office AND letter = :letter;
UPDATE letter SET state = :body ->> 'state', at_post = :body ->> 'to',
    since = :time, opened_at = :time
  WHERE office = :office AND letter = :letter;

-- apply letter.order
-- index
INSERT INTO search (search, rowid, note)
  SELECT 'delete', doc, note FROM search_piece
   WHERE office = :office AND letter = :letter AND piece = 30;
INSERT INTO note (office, seq, letter, act, person, person_name, post,
    post_name, capacity, acting_order, own_post_name, is_own_proposal, words,
    at)
  VALUES (:office, :seq, :letter, 'order', :person, :body ->> 'by_name',
    :post, :body ->> 'by_post', :capacity, :acting_order,
    :body ->> 'by_own_post',
    coalesce(CAST(:body ->> 'own_proposal' AS BIGINT), 0),
    :body ->> 'note', :time);
-- index
INSERT INTO search (rowid, note)
  SELECT doc, note FROM search_piece
   WHERE office = :office AND letter = :letter
     AND piece = (SELECT min(30, 1 + count(*)) FROM note
       WHERE office = :office AND letter = :letter);
UPDATE step SET left_at = :time, how = 'order'
  WHERE office = :office AND letter = :letter AND left_at IS NULL;
INSERT INTO assignment (office, letter, division, position, ordered_at)
  SELECT :office, :letter, value, key + 1, :time
    FROM json_each(:body, '$.divisions');
UPDATE letter SET state = :body ->> 'state', at_post = NULL, since = :time,
    opened_at = NULL
  WHERE office = :office AND letter = :letter;

-- apply letter.acknowledge
INSERT INTO counter (office, book, year, first, next)
  VALUES (:office, :book, :year, :number, :number + 1)
  ON CONFLICT (office, book, year) DO UPDATE SET next = counter.next + 1;
UPDATE assignment SET year = :year, number = :number,
    acknowledged_at = :time, acknowledged_by = :body ->> 'by_name'
  WHERE office = :office AND letter = :letter
    AND division = :body ->> 'division';

-- apply letter.done
-- index
INSERT INTO search (search, rowid, ref_no, note)
  SELECT 'delete', doc, ref_no, note FROM search_piece
   WHERE office = :office AND letter = :letter AND piece = 31;
UPDATE assignment SET done_at = :time, done_by = :body ->> 'by_name',
    reply_ref = :body ->> 'reply', words = :body ->> 'note'
  WHERE office = :office AND letter = :letter
    AND division = :body ->> 'division';
-- index
INSERT INTO search (rowid, ref_no, note)
  SELECT doc, ref_no, note FROM search_piece
   WHERE office = :office AND letter = :letter AND piece = 31;
UPDATE letter SET state = 'closed', since = :time
  WHERE office = :office AND letter = :letter
    AND NOT EXISTS (SELECT 1 FROM assignment
      WHERE office = :office AND letter = :letter AND done_at IS NULL);

-- apply register.restored
INSERT INTO restored (office, restored, at, first_year, last_year)
  VALUES (:office, :seq, :time, :body ->> 'first_year',
    :body ->> 'last_year');
INSERT INTO restored_last (office, restored, book, year, number)
  SELECT :office, :seq, value ->> 'book', value ->> 'year',
         value ->> 'number'
    FROM json_each(:body, '$.lasts');

-- apply number.confirm
INSERT INTO paper_last (office, restored, book, year, last)
  SELECT r.office, r.restored, :book, :year, :body ->> 'last'
    FROM restored r
   WHERE r.office = :office AND :year BETWEEN r.first_year AND r.last_year
     AND NOT EXISTS (SELECT 1 FROM paper_last p
       WHERE p.office = r.office AND p.restored = r.restored
         AND p.book = :book AND p.year = :year);

-- A number that paper tells of and no record does.  Those of divisions are
-- rows of no letter.
-- apply number.lost
INSERT INTO counter (office, book, year, first, next)
  VALUES (:office, :book, :year, :number, :number + 1)
  ON CONFLICT (office, book, year) DO UPDATE SET next = counter.next + 1;
INSERT INTO letter (office, letter, book, year, number, urgency_rank,
    registered_at, state, since)
  SELECT :office, :letter, :book, :year, :number, 0, :time, 'lost', :time
   WHERE :letter IS NOT NULL;

-- How long it is kept.
-- apply letter.retain
INSERT INTO retention (office, letter, class, last_year, reason, person_name,
    at)
  VALUES (:office, :letter, :body ->> 'class', :body ->> 'last_year',
    :body ->> 'reason', :body ->> 'by_name', :time)
  ON CONFLICT (office, letter) DO UPDATE
    SET class = excluded.class, last_year = excluded.last_year,
        reason = excluded.reason, person_name = excluded.person_name,
        at = excluded.at;

-- apply destroy.draw
INSERT INTO destruction (office, list, year, number, drawn_at)
  VALUES (:office, :seq, :body ->> 'year', :body ->> 'number', :time);
INSERT INTO destruction_item (office, list, position, letter)
  SELECT :office, :seq, key + 1, value FROM json_each(:body, '$.letters');

-- apply destroy.committee
UPDATE destruction SET committee_order = :body ->> 'order',
    chair = :body ->> 'chair', members = :body ->> 'members'
  WHERE office = :office AND list = :body ->> 'list';

-- apply destroy.decide
UPDATE destruction_item SET decision = :body ->> 'decision',
    reason = :body ->> 'reason'
  WHERE office = :office AND list = :body ->> 'list'
    AND letter IN (SELECT value FROM json_each(:body, '$.letters'));

-- apply destroy.approve
UPDATE destruction SET approved_at = :time, approved_by = :body ->> 'by_name',
    approved_post = :body ->> 'by_post'
  WHERE office = :office AND list = :body ->> 'list';

-- apply destroy.send
UPDATE destruction SET sent_on = :body ->> 'on', sent_ref = :body ->> 'ref'
  WHERE office = :office AND list = :body ->> 'list';

-- apply destroy.answer
UPDATE destruction SET answer = :body ->> 'answer',
    answered_on = :body ->> 'on', answer_ref = :body ->> 'ref'
  WHERE office = :office AND list = :body ->> 'list';
UPDATE destruction_item SET decision = 'keep', reason = :body ->> 'ref'
  WHERE office = :office AND list = :body ->> 'list'
    AND letter IN (SELECT value FROM json_each(:body, '$.keep'));

-- The words of a letter go, wherever they stand.  What is left is made from
-- this event alone, so that it is the same where they went long ago.
-- apply letter.destroy
-- index
INSERT INTO search (search, rowid, ref_no, subject, sender, recipient, note,
    body)
  SELECT 'delete', doc, ref_no, subject, sender, recipient, note, body
    FROM search_piece
   WHERE office = :office AND letter = :letter
     AND coalesce(ref_no, subject, sender, recipient, note, body) IS NOT NULL;
DELETE FROM correction WHERE office = :office AND letter = :letter;
DELETE FROM reference WHERE office = :office AND letter = :letter;
DELETE FROM enclosure WHERE office = :office AND letter = :letter;
DELETE FROM address WHERE office = :office AND letter = :letter;
DELETE FROM stamp WHERE office = :office AND letter = :letter;
DELETE FROM attachment WHERE office = :office AND letter = :letter;
DELETE FROM letter_text WHERE office = :office AND letter = :letter;
DELETE FROM sealed_words WHERE office = :office AND letter = :letter;
DELETE FROM letter_grant WHERE office = :office AND letter = :letter;
DELETE FROM earlier_note WHERE office = :office AND letter = :letter;
DELETE FROM imported WHERE office = :office AND letter = :letter;
DELETE FROM sending WHERE office = :office AND letter = :letter;
DELETE FROM paper WHERE office = :office AND letter = :letter;
DELETE FROM reply WHERE office = :office AND letter = :letter;
DELETE FROM dispatch WHERE office = :office AND letter = :letter;
DELETE FROM circulated WHERE office = :office AND letter = :letter;
DELETE FROM circulation WHERE office = :office AND letter = :letter;
DELETE FROM mail WHERE office = :office AND letter = :letter;
DELETE FROM step WHERE office = :office AND letter = :letter;
DELETE FROM note WHERE office = :office AND letter = :letter;
DELETE FROM assignment WHERE office = :office AND letter = :letter;
DELETE FROM reservation WHERE office = :office AND letter = :letter;
DELETE FROM retention WHERE office = :office AND letter = :letter;
DELETE FROM parcel_file
  WHERE office = :office AND parcel = :body ->> 'parcel';
UPDATE parcel SET from_register = '', from_office = '', from_seq = parcel,
    sender = '', ref_no = '', dated = '', subject = NULL, urgency = NULL,
    urgency_rank = 0, state = 'accepted', state_at = :time,
    letter = :letter, reason = NULL, exported_at = NULL
  WHERE office = :office AND parcel = :body ->> 'parcel';
UPDATE letter SET ref_no = NULL, ref_key = NULL, dated = :body ->> 'dated',
    sender = NULL, recipient = NULL, subject = NULL, urgency = NULL,
    urgency_rank = 0, secrecy = NULL, kind = NULL, channel = NULL,
    pages = NULL, received_at = :body ->> 'received_at',
    registered_at = :body ->> 'registered_at', state = 'destroyed',
    at_post = NULL, since = :time, opened_at = NULL,
    replaces = :body ->> 'replaces', late = NULL, list = :body ->> 'list'
  WHERE office = :office AND letter = :letter;
-- redact
DELETE FROM payload
  WHERE office = :office AND seq IN (SELECT seq FROM event
    WHERE office = :office AND letter = :letter AND seq < :seq
    UNION ALL SELECT CAST(:body ->> 'parcel' AS BIGINT));

-- What an event still does when its words are gone: its number is taken, and
-- is the number of a letter, or of what another office sent.
-- apply words.gone
INSERT INTO counter (office, book, year, first, next)
  SELECT :office, :book, :year, :number, :number + 1
   WHERE :number IS NOT NULL AND :kind <> 'letter.import'
  ON CONFLICT (office, book, year) DO UPDATE SET next = counter.next + 1;
INSERT INTO letter (office, letter, book, year, number, urgency_rank,
    registered_at, state, since, imported)
  SELECT :office, :letter, :book, :year, :number, 0, :time, 'destroyed',
         :time, iif(:kind = 'letter.import', 1, 0)
   WHERE :letter = :seq;
INSERT INTO parcel (office, parcel, number, from_register, from_office,
    from_seq, sender, ref_no, dated, urgency_rank, state, arrived_at,
    state_at)
  SELECT :office, :seq,
         1 + coalesce((SELECT max(number) FROM parcel
           WHERE office = :office), 0),
         '', '', :seq, '', '', '', 0, 'accepted', :time, :time
   WHERE :kind = 'parcel.arrive';

-- The pairs of what was taken out stay in the index until its parts are made
-- one.
-- apply destroy.done
UPDATE destruction SET done_at = :time, done_by = :body ->> 'by_name'
  WHERE office = :office AND list = :body ->> 'list';
-- index
INSERT INTO search (search) VALUES ('optimize');

-- apply backup.made
INSERT INTO backup (office, made_at, name, folder)
  VALUES (:office, coalesce(CAST(:body ->> 'made_at' AS BIGINT), :time),
    :body ->> 'name', :body ->> 'folder')
  ON CONFLICT (office) DO UPDATE
    SET made_at = excluded.made_at, name = excluded.name,
        folder = excluded.folder;

-- apply backup.drilled
INSERT INTO backup (office, drilled_at) VALUES (:office, :time)
  ON CONFLICT (office) DO UPDATE SET drilled_at = excluded.drilled_at;
-- The first half of a hand-over: it has left a desk.
-- apply paper.hand
INSERT INTO paper (office, letter, post, is_on_way, since, from_post, by_name)
  VALUES (:office, :letter, :body ->> 'to', 1, :time, :post,
    :body ->> 'by_name')
  ON CONFLICT (office, letter) DO UPDATE
    SET post = excluded.post, is_on_way = 1, since = excluded.since,
        from_post = excluded.from_post, by_name = excluded.by_name;

-- The second: it has come to another.
-- apply paper.take
INSERT INTO paper (office, letter, post, is_on_way, since, by_name)
  VALUES (:office, :letter, :body ->> 'to', 0, :time, :body ->> 'by_name')
  ON CONFLICT (office, letter) DO UPDATE
    SET post = excluded.post, is_on_way = 0, since = excluded.since,
        by_name = excluded.by_name;

-- apply letter.circulate
-- index
INSERT INTO search (search, rowid, note)
  SELECT 'delete', doc, note FROM search_piece
   WHERE office = :office AND letter = :letter AND piece = 30
     AND :body ->> 'note' IS NOT NULL;
INSERT INTO note (office, seq, letter, act, person, person_name, post,
    post_name, capacity, words, at)
  SELECT :office, :seq, :letter, 'circulate', :person, :body ->> 'by_name',
         :post, :body ->> 'by_post', :capacity, :body ->> 'note', :time
   WHERE :body ->> 'note' IS NOT NULL;
-- index
INSERT INTO search (rowid, note)
  SELECT doc, note FROM search_piece
   WHERE office = :office AND letter = :letter
     AND :body ->> 'note' IS NOT NULL
     AND piece = (SELECT min(30, 1 + count(*)) FROM note
       WHERE office = :office AND letter = :letter);
INSERT INTO circulation (office, circulation, letter, purpose, until,
    person_name, post, post_name, at)
  VALUES (:office, :seq, :letter, :body ->> 'purpose', :body ->> 'until',
    :body ->> 'by_name', :post, :body ->> 'by_post', :time);
INSERT INTO circulated (office, circulation, position, letter, division,
    person, name)
  SELECT :office, :seq, key + 1, :letter, value ->> 'division',
         value ->> 'person', value ->> 'name'
    FROM json_each(:body, '$.to');
-- Whatever of it waits for who notes it: as a person, and for divisions.
-- apply letter.noted
UPDATE circulated SET noted_at = :time, noted_by = :body ->> 'by_name'
  WHERE office = :office AND letter = :letter AND noted_at IS NULL
    AND ended_at IS NULL
    AND (person = :person
      OR division IN (SELECT value FROM json_each(:body, '$.divisions')));
UPDATE circulation SET closed_at = :time
  WHERE office = :office AND letter = :letter AND closed_at IS NULL
    AND NOT EXISTS (SELECT 1 FROM circulated c
      WHERE c.office = :office AND c.circulation = circulation.circulation
        AND c.noted_at IS NULL AND c.ended_at IS NULL);
-- apply letter.nudge
UPDATE circulated SET nudged_at = :time, nudges = nudges + 1
  WHERE office = :office AND letter = :letter AND noted_at IS NULL
    AND ended_at IS NULL;
-- apply letter.uncirculate
UPDATE circulated SET ended_at = :time
  WHERE office = :office AND letter = :letter AND noted_at IS NULL
    AND ended_at IS NULL;
UPDATE circulation SET closed_at = :time, closed_why = :body ->> 'reason'
  WHERE office = :office AND letter = :letter AND closed_at IS NULL;

-- An office elsewhere has it once its file is read there; one of this
-- register has it now.
-- apply letter.forward
-- index
INSERT INTO search (search, rowid, note)
  SELECT 'delete', doc, note FROM search_piece
   WHERE office = :office AND letter = :letter AND piece = 30;
INSERT INTO note (office, seq, letter, act, person, person_name, post,
    post_name, capacity, words, at)
  VALUES (:office, :seq, :letter, 'forward', :person, :body ->> 'by_name',
    :post, :body ->> 'by_post', :capacity, :body ->> 'note', :time);
-- index
INSERT INTO search (rowid, note)
  SELECT doc, note FROM search_piece
   WHERE office = :office AND letter = :letter
     AND piece = (SELECT min(30, 1 + count(*)) FROM note
       WHERE office = :office AND letter = :letter);
INSERT INTO sending (office, sending, target, target_name, elsewhere, letter,
    ref_no, dated, subject, state, sent_at, state_at)
  SELECT :office, :seq, value ->> 'office', value ->> 'name',
         value ->> 'elsewhere', :letter, :body ->> '$.letter.ref_no',
         :body ->> '$.letter.dated', :body ->> '$.letter.subject',
         iif(value ->> 'elsewhere' IS NULL, 'arrived', 'sent'), :time, :time
    FROM json_each(:body, '$.targets');

-- Where it may be under way in a file it is only asked back.
-- apply letter.withdraw
-- index
INSERT INTO search (search, rowid, note)
  SELECT 'delete', doc, note FROM search_piece
   WHERE office = :office AND letter = :letter AND piece = 30;
INSERT INTO note (office, seq, letter, act, person, person_name, post,
    post_name, capacity, words, at)
  VALUES (:office, :seq, :letter, 'withdraw', :person, :body ->> 'by_name',
    :post, :body ->> 'by_post', :capacity, :body ->> 'reason', :time);
-- index
INSERT INTO search (rowid, note)
  SELECT doc, note FROM search_piece
   WHERE office = :office AND letter = :letter
     AND piece = (SELECT min(30, 1 + count(*)) FROM note
       WHERE office = :office AND letter = :letter);
UPDATE sending SET
    state = iif(elsewhere IS NULL OR exported_at IS NULL, 'withdrawn', state),
    state_at = iif(elsewhere IS NULL OR exported_at IS NULL, :time, state_at),
    recalled_at = iif(elsewhere IS NULL OR exported_at IS NULL, NULL, :time),
    reason = :body ->> 'reason', exported_at = NULL
  WHERE office = :office
    AND (sending, target) IN (
      SELECT value ->> 'sending', value ->> 'office'
        FROM json_each(:body, '$.targets'));

-- apply sending.answer
UPDATE sending SET state = :body ->> 'answer', state_at = :time,
    accept_id = :body ->> 'accept_id', accepted_at = :body ->> 'accepted_at',
    by_name = :body ->> 'by_name', reason = :body ->> 'reason'
  WHERE office = :office AND sending = :body ->> 'sending'
    AND target = :body ->> 'office';

-- apply parcel.arrive
INSERT INTO parcel (office, parcel, number, from_register, from_office,
    from_seq, sender, ref_no, dated, subject, urgency, urgency_rank, state,
    arrived_at, state_at)
  VALUES (:office, :seq,
    1 + coalesce((SELECT max(number) FROM parcel WHERE office = :office), 0),
    :body ->> '$.from.register', :body ->> '$.from.office',
    :body ->> '$.from.seq', :body ->> '$.from.name',
    :body ->> '$.letter.ref_no', :body ->> '$.letter.dated',
    :body ->> '$.letter.subject', :body ->> '$.letter.urgency',
    :body ->> '$.letter.urgency_rank', 'waiting', :time, :time);
INSERT INTO parcel_file (office, parcel, position, name, digest, size, type)
  SELECT :office, :seq, key + 1, value ->> 'name', value ->> 'sha256',
         value ->> 'size', value ->> 'type'
    FROM json_each(:body, '$.letter.attachments');

-- Refused, or taken back by who sent it.
-- apply parcel.end
UPDATE parcel SET state = :body ->> 'state', state_at = :time,
    reason = :body ->> 'reason', exported_at = NULL
  WHERE office = :office AND parcel = :body ->> 'parcel';

-- What is changed after the file was put together stays for the next.
-- apply exchange.export
UPDATE sending SET exported_at = :time
  WHERE office = :office
    AND (sending, target, state) IN (
      SELECT value ->> 'sending', value ->> 'office', value ->> 'state'
        FROM json_each(:body, '$.sendings'));
UPDATE parcel SET exported_at = :time
  WHERE office = :office
    AND (parcel, state) IN (
      SELECT value ->> 'parcel', value ->> 'state'
        FROM json_each(:body, '$.parcels'));

-- That a file was read; what was in it are events beside this.
-- apply exchange.import

-- apply search.save
INSERT INTO saved_search (office, person, name, line)
  VALUES (:office, :person, :body ->> 'name', :body ->> 'line')
  ON CONFLICT (office, person, name) DO UPDATE SET line = excluded.line;

-- apply search.forget
DELETE FROM saved_search
  WHERE office = :office AND person = :person AND name = :body ->> 'name';

-- The index is found to be wrong: all of it is made anew.
-- apply search.rebuild
-- index
INSERT INTO search (search) VALUES ('delete-all');
-- Made in one go, it is written in few large parts: not a merge for each MB.
-- index
INSERT INTO search (search, rank) VALUES ('hashsize', 67108864);
-- index
INSERT INTO search (rowid, ref_no, subject, sender, recipient, note, body)
  SELECT doc, ref_no, subject, sender, recipient, note, body
    FROM search_piece ORDER BY doc;
-- index
INSERT INTO search (search, rank) VALUES ('hashsize', 1048576);

-- Many letters came at once: those of :letter and behind it, in one statement.
-- At the end of each statement that may be undone alone, SQLite writes what the
-- index holds back; one for each letter would be merged again and again.  They
-- become one part, and eight parts are merged where four are else: each word
-- is written three times on its way to a million letters, not five.
-- apply search.add
-- index
INSERT INTO search (search, rank) VALUES ('hashsize', 16777216);
-- index
INSERT INTO search (search, rank) VALUES ('automerge', 8);
-- index
INSERT INTO search (rowid, ref_no, subject, sender, recipient, note, body)
  SELECT doc, ref_no, subject, sender, recipient, note, body
    FROM search_piece
   WHERE office = :office AND letter >= :letter AND piece = 0;
-- index
INSERT INTO search (search, rank) VALUES ('automerge', 4);
-- index
INSERT INTO search (search, rank) VALUES ('hashsize', 1048576);
