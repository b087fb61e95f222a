-- collect-apply.sql -- what each kind of event does to collected reports
--
-- As apply.sql.

-- To whom it is handed down; those who have it already stay.
-- apply duty.hand
INSERT INTO collection (office, duty, letter, unit, target, is_running)
  VALUES (:office, :body ->> 'duty', :letter, :body ->> 'unit',
    :body ->> 'target', coalesce(CAST(:body ->> 'running' AS BIGINT), 0))
  ON CONFLICT (office, duty) DO UPDATE
    SET unit = excluded.unit, target = excluded.target,
        is_running = excluded.is_running;
INSERT INTO collected_from (office, duty, position, letter, division, place,
    name, share, since)
  SELECT :office, :body ->> 'duty', value ->> 'position', :letter,
         value ->> 'division', value ->> 'office', value ->> 'name',
         value ->> 'share', value ->> 'since'
    FROM json_each(:body, '$.to');

-- What stood there stays readable beside what stands there now.  Files that
-- show it are kept as files of the letter.
-- apply duty.report
INSERT INTO collected_before (office, duty, period, position, seq, figure,
    note, ref, at, by_name)
  SELECT office, duty, period, position, seq, figure, note, ref, at, by_name
    FROM collected
   WHERE office = :office AND duty = :body ->> 'duty'
     AND period = :body ->> 'period' AND position = :body ->> 'position'
     AND seq IS NOT NULL;
INSERT INTO collected (office, duty, period, position, seq, figure, note, ref,
    files, first_file, how, at, by_name, by_post, reason, is_after, from_seq)
  VALUES (:office, :body ->> 'duty', :body ->> 'period',
    :body ->> 'position', :seq, :body ->> 'figure', :body ->> 'note',
    :body ->> 'ref', json_array_length(:body, '$.attachments'),
    iif(json_array_length(:body, '$.attachments') > 0,
      (SELECT 1 + count(*) FROM attachment
        WHERE office = :office AND letter = :letter), NULL),
    :body ->> 'how', :time, :body ->> 'by_name', :body ->> 'by_post',
    :body ->> 'reason', coalesce(CAST(:body ->> 'after' AS BIGINT), 0),
    :body ->> 'from_seq')
  ON CONFLICT (office, duty, period, position) DO UPDATE
    SET seq = excluded.seq, figure = excluded.figure, note = excluded.note,
        ref = excluded.ref, files = excluded.files,
        first_file = excluded.first_file, how = excluded.how,
        at = excluded.at, by_name = excluded.by_name,
        by_post = excluded.by_post, reason = excluded.reason,
        is_after = excluded.is_after, from_seq = excluded.from_seq;
INSERT INTO attachment (office, letter, position, name, digest, size, type,
    sealed)
  SELECT :office, :letter, b.n + f.key + 1, f.value ->> 'name',
         f.value ->> 'sha256', f.value ->> 'size', f.value ->> 'type',
         coalesce(CAST(f.value ->> 'sealed' AS BIGINT), 0)
    FROM (SELECT count(*) AS n FROM attachment
           WHERE office = :office AND letter = :letter) b
   CROSS JOIN json_each(:body, '$.attachments') f ON true;

-- apply duty.nudge
INSERT INTO collected (office, duty, period, position, nudged_at, nudges)
  SELECT :office, :body ->> 'duty', :body ->> 'period', value ->> 'position',
         :time, 1
    FROM json_each(:body, '$.to')
   WHERE true
  ON CONFLICT (office, duty, period, position) DO UPDATE
    SET nudged_at = excluded.nudged_at, nudges = collected.nudges + 1;

-- In the chain of an office that was asked.
-- apply duty.nudged
UPDATE collector SET nudged_at = :time, nudged_for = :body ->> 'name'
  WHERE office = :office AND duty = :body ->> 'duty';

-- A later letter may take up a period again, when the first was cancelled.
-- apply duty.collect
INSERT INTO collection_sent (office, duty, period, reply, ref, figure, total,
    given, missing, reason, at, by_name)
  VALUES (:office, :body ->> 'duty', :body ->> 'period', :body ->> 'reply',
    :body ->> 'ref', :body ->> 'figure', :body ->> 'total',
    :body ->> 'given', :body ->> 'missing', :body ->> 'reason', :time,
    :body ->> 'by_name')
  ON CONFLICT (office, duty, period) DO UPDATE
    SET reply = excluded.reply, ref = excluded.ref, figure = excluded.figure,
        total = excluded.total, given = excluded.given,
        missing = excluded.missing, reason = excluded.reason,
        at = excluded.at, by_name = excluded.by_name;

-- It came with the ask of the office above.
-- apply duty.add
INSERT INTO collector (office, duty, letter, from_register, from_office,
    from_duty, name, unit, share, is_running)
  SELECT :office, :seq, :letter, value ->> 'register', value ->> 'office',
         value ->> 'duty', value ->> 'name', value ->> 'unit',
         value ->> 'share', coalesce(CAST(value ->> 'running' AS BIGINT), 0)
    FROM json_each(json_array(:body -> 'collector'))
   WHERE :body -> 'collector' IS NOT NULL;

-- ... and is answered to it.
-- apply duty.done
INSERT INTO collector_given (office, duty, period, seq)
  SELECT :office, :body ->> 'duty', p.value, :seq
    FROM json_each(:body, '$.periods') p
   WHERE EXISTS (SELECT 1 FROM collector c
     WHERE c.office = :office AND c.duty = :body ->> 'duty')
  ON CONFLICT (office, duty, period) DO UPDATE
    SET seq = excluded.seq, exported_at = NULL;

-- apply exchange.export
UPDATE collector_given SET exported_at = :time
  WHERE office = :office
    AND (duty, period, seq) IN (
      SELECT value ->> 'duty', value ->> 'period', value ->> 'seq'
        FROM json_each(:body, '$.reports'));
