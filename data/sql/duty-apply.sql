-- duty-apply.sql -- what each kind of event does to the duties of letters
--
-- As apply.sql.  Days, periods and working days are worked out by the act and
-- stand in its event: nothing here counts days.

-- apply duty.add
INSERT INTO duty (office, duty, letter, nth, what, words, owner_post,
    owner_division, first, from_day, rrule, after_receipt, working_days,
    behind, ahead, is_proposed, form, pictures, copies, unit, target, state)
  VALUES (:office, :seq, :letter, :body ->> 'nth', :body ->> 'what',
    :body ->> 'words', :body ->> 'owner_post', :body ->> 'owner_division',
    :body ->> 'first', :body ->> 'from_day', :body ->> 'rrule',
    :body ->> 'after_receipt',
    coalesce(CAST(:body ->> 'working_days' AS BIGINT), 0),
    :body ->> 'behind', :body ->> 'ahead',
    coalesce(CAST(:body ->> 'proposed' AS BIGINT), 0),
    :body ->> 'form', :body ->> 'pictures', :body ->> 'copies',
    :body ->> 'unit', :body ->> 'target', 'open');
INSERT INTO duty_asked (office, duty, position, asked_by, first, from_day,
    rrule, words)
  SELECT :office, :seq, key + 1, value ->> 'by', value ->> 'first',
         value ->> 'from_day', value ->> 'rrule', value ->> 'words'
    FROM json_each(:body, '$.asked');
INSERT INTO duty_where (office, duty, position, kind, name, link)
  SELECT :office, :seq, key + 1, value ->> 'kind', value ->> 'name',
         value ->> 'link'
    FROM json_each(:body, '$.where');
INSERT INTO duty_row (office, duty, period, name, from_day, due, last_day,
    state)
  SELECT :office, :seq, value ->> 'period', value ->> 'name',
         value ->> 'from_day', value ->> 'due', value ->> 'last_day', 'open'
    FROM json_each(:body, '$.rows');

-- The whole of it as it is from now on; its open days only where they are
-- others.
-- apply duty.change
UPDATE duty SET what = :body ->> 'what', words = :body ->> 'words',
    owner_post = :body ->> 'owner_post',
    owner_division = :body ->> 'owner_division', first = :body ->> 'first',
    from_day = :body ->> 'from_day', rrule = :body ->> 'rrule',
    after_receipt = :body ->> 'after_receipt',
    working_days = coalesce(CAST(:body ->> 'working_days' AS BIGINT), 0),
    behind = :body ->> 'behind', ahead = :body ->> 'ahead', is_proposed = 0,
    form = :body ->> 'form', pictures = :body ->> 'pictures',
    copies = :body ->> 'copies', unit = :body ->> 'unit',
    target = :body ->> 'target'
  WHERE office = :office AND duty = :body ->> 'duty';
DELETE FROM duty_asked WHERE office = :office AND duty = :body ->> 'duty';
INSERT INTO duty_asked (office, duty, position, asked_by, first, from_day,
    rrule, words)
  SELECT :office, :body ->> 'duty', key + 1, value ->> 'by',
         value ->> 'first', value ->> 'from_day', value ->> 'rrule',
         value ->> 'words'
    FROM json_each(:body, '$.asked');
DELETE FROM duty_where WHERE office = :office AND duty = :body ->> 'duty';
INSERT INTO duty_where (office, duty, position, kind, name, link)
  SELECT :office, :body ->> 'duty', key + 1, value ->> 'kind',
         value ->> 'name', value ->> 'link'
    FROM json_each(:body, '$.where');
DELETE FROM duty_row
  WHERE office = :office AND duty = :body ->> 'duty' AND state = 'open'
    AND :body -> 'rows' IS NOT NULL;

-- Days that are new.
-- apply duty.change, duty.roll
INSERT INTO duty_row (office, duty, period, name, from_day, due, last_day,
    state)
  SELECT :office, :body ->> 'duty', value ->> 'period', value ->> 'name',
         value ->> 'from_day', value ->> 'due', value ->> 'last_day', 'open'
    FROM json_each(:body, '$.rows');

-- Time has passed: a duty without an end has days for as long again.
-- apply duty.roll
UPDATE duty SET ahead = :body ->> 'ahead'
  WHERE office = :office AND duty = :body ->> 'duty';

-- Files that show it are kept as files of the letter.
-- apply duty.done
UPDATE duty_row SET state = 'done', state_at = :time,
    by_name = :body ->> 'by_name', by_post = :body ->> 'by_post',
    reply = :body ->> 'reply', ref = :body ->> 'ref',
    files = json_array_length(:body, '$.attachments'),
    first_file = iif(json_array_length(:body, '$.attachments') > 0,
      (SELECT 1 + count(*) FROM attachment
        WHERE office = :office AND letter = :letter), NULL),
    figure = :body ->> 'figure', note = :body ->> 'note', reason = NULL
  WHERE office = :office AND duty = :body ->> 'duty'
    AND period IN (SELECT value FROM json_each(:body, '$.periods'));
INSERT INTO attachment (office, letter, position, name, digest, size, type,
    sealed)
  SELECT :office, :letter, b.n + f.key + 1, f.value ->> 'name',
         f.value ->> 'sha256', f.value ->> 'size', f.value ->> 'type',
         coalesce(CAST(f.value ->> 'sealed' AS BIGINT), 0)
    FROM (SELECT count(*) AS n FROM attachment
           WHERE office = :office AND letter = :letter) b
   CROSS JOIN json_each(:body, '$.attachments') f ON true;

-- It was not done after all, or has to be done after all.
-- apply duty.reopen
UPDATE duty_row SET state = 'open', state_at = NULL,
    by_name = NULL, by_post = NULL, reply = NULL, ref = NULL, files = NULL,
    first_file = NULL, figure = NULL, note = NULL,
    reason = :body ->> 'reason'
  WHERE office = :office AND duty = :body ->> 'duty'
    AND period IN (SELECT value FROM json_each(:body, '$.periods'));
UPDATE duty SET ahead = coalesce(CAST(:body ->> 'ahead' AS TEXT), ahead)
  WHERE office = :office AND duty = :body ->> 'duty';

-- apply duty.waive
UPDATE duty_row SET state = 'waived', state_at = :time,
    by_name = :body ->> 'by_name', by_post = :body ->> 'by_post',
    reason = :body ->> 'reason'
  WHERE office = :office AND duty = :body ->> 'duty'
    AND period IN (SELECT value FROM json_each(:body, '$.periods'));
UPDATE duty SET ahead = NULL
  WHERE office = :office AND duty = :body ->> 'duty'
    AND :body ->> 'ends' = 1;

-- apply duty.change, duty.done, duty.reopen, duty.waive, duty.roll
UPDATE duty SET state = iif(ahead IS NOT NULL OR EXISTS (
      SELECT 1 FROM duty_row r WHERE r.office = duty.office
         AND r.duty = duty.duty AND r.state = 'open'), 'open',
    iif(EXISTS (SELECT 1 FROM duty_row r WHERE r.office = duty.office
       AND r.duty = duty.duty AND r.state = 'done'), 'done', 'waived'))
  WHERE office = :office AND duty = :body ->> 'duty';

-- An entry that is struck through asks for nothing.
-- apply letter.cancel
UPDATE duty_row SET state = 'waived', state_at = :time,
    by_name = :body ->> 'by_name', by_post = :body ->> 'by_post',
    reason = :body ->> 'reason'
  WHERE office = :office AND state = 'open'
    AND duty IN (SELECT d.duty FROM duty d
      WHERE d.office = :office AND d.letter = :letter);
UPDATE duty SET ahead = NULL,
    state = iif(EXISTS (SELECT 1 FROM duty_row r WHERE r.office = duty.office
       AND r.duty = duty.duty AND r.state = 'done'), 'done', 'waived')
  WHERE office = :office AND letter = :letter;

-- An order to one division makes that division answer for what nobody owns.
-- apply letter.order
UPDATE duty SET owner_division = :body ->> 'duties'
  WHERE office = :office AND letter = :letter AND state = 'open'
    AND owner_post IS NULL AND owner_division IS NULL
    AND :body ->> 'duties' IS NOT NULL;

-- apply letter.destroy
DELETE FROM collection_sent WHERE office = :office
   AND duty IN (SELECT c.duty FROM collection c
     WHERE c.office = :office AND c.letter = :letter);
DELETE FROM collected_before WHERE office = :office
   AND duty IN (SELECT c.duty FROM collection c
     WHERE c.office = :office AND c.letter = :letter);
DELETE FROM collected WHERE office = :office
   AND duty IN (SELECT c.duty FROM collection c
     WHERE c.office = :office AND c.letter = :letter);
DELETE FROM collected_from WHERE office = :office AND letter = :letter;
DELETE FROM collection WHERE office = :office AND letter = :letter;
DELETE FROM collector_given WHERE office = :office
   AND duty IN (SELECT c.duty FROM collector c
     WHERE c.office = :office AND c.letter = :letter);
DELETE FROM collector WHERE office = :office AND letter = :letter;
DELETE FROM duty_row WHERE office = :office
   AND duty IN (SELECT d.duty FROM duty d
     WHERE d.office = :office AND d.letter = :letter);
DELETE FROM duty_asked WHERE office = :office
   AND duty IN (SELECT d.duty FROM duty d
     WHERE d.office = :office AND d.letter = :letter);
DELETE FROM duty_where WHERE office = :office
   AND duty IN (SELECT d.duty FROM duty d
     WHERE d.office = :office AND d.letter = :letter);
DELETE FROM duty WHERE office = :office AND letter = :letter;
