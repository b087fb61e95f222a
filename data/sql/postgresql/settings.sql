-- settings.sql -- what a connection to PostgreSQL is set to and asked

-- name: set_synchronous_commit
SET synchronous_commit = on;
-- name: get_synchronous_commit
SHOW synchronous_commit;
-- name: set_search_path
SET search_path = saraban;
-- name: get_search_path
SHOW search_path;
-- Who waits for a turn gives up after 20 s and says for whom (store/turn.c);
-- the server ends only what that did not.
-- name: set_lock_timeout
SET lock_timeout = '30s';
-- name: get_lock_timeout
SHOW lock_timeout;
-- A host that is gone lets go of its numbers.
-- name: set_idle_timeout
SET idle_in_transaction_session_timeout = '60s';
-- name: get_idle_timeout
SHOW idle_in_transaction_session_timeout;
-- Rows that come in pieces are wanted all.
-- name: set_cursor_fraction
SET cursor_tuple_fraction = 1;
-- name: get_cursor_fraction
SHOW cursor_tuple_fraction;
-- What the server does, not the connection.
-- name: get_fsync
SHOW fsync;
-- name: get_full_page_writes
SHOW full_page_writes;
-- name: get_server_encoding
SHOW server_encoding;

-- Whose schema this is, and its step: its comment says.
-- name: get_application_id
SELECT coalesce(max(1397899854), 0) FROM pg_namespace n
 WHERE nspname = 'saraban'
   AND obj_description(n.oid, 'pg_namespace') LIKE 'saraban register, step %';
-- name: get_user_version
SELECT coalesce(max(substr(obj_description(n.oid, 'pg_namespace'), 24)
    ::bigint), 0)
  FROM pg_namespace n WHERE nspname = 'saraban'
   AND obj_description(n.oid, 'pg_namespace') LIKE 'saraban register, step %';
-- name: get_table_count
SELECT count(*) AS n FROM pg_namespace WHERE nspname = 'saraban';

-- Others who have committed say so afterwards, outside their transaction:
-- what is told at a commit makes all commits wait for each other.
-- name: news_listen
LISTEN saraban;
-- name: news_tell
NOTIFY saraban;

-- A turn for one office, first come, first served.  Who writes for the whole
-- register (office 0) waits for all and all for him.
-- name: turn_of_office
SELECT pg_advisory_xact_lock_shared(1397899854, 0),
       pg_advisory_xact_lock(1397899854, :office::integer);
-- He may be at work on another register meanwhile: no limit of time.
-- name: turn_of_register
SELECT pg_advisory_xact_lock(1397899854, 0),
       set_config('idle_in_transaction_session_timeout', '0', true);

-- Who has a turn is told to those who wait for it.
-- name: name_line
SELECT set_config('application_name', 'saraban ' || :login, false);
-- name: turn_holder
SELECT substr(a.application_name, 9)
  FROM pg_locks l JOIN pg_stat_activity a ON a.pid = l.pid
 WHERE l.locktype = 'advisory' AND l.granted AND l.mode = 'ExclusiveLock'
   AND a.datname = current_database() AND l.classid = 1397899854
   AND a.application_name LIKE 'saraban %'
   -- Who writes for the register waits for every office, and all behind him.
   AND (l.objid::bigint IN (0, :office) OR EXISTS (SELECT 1 FROM pg_locks q
       WHERE q.locktype = 'advisory' AND NOT q.granted
         AND q.database = l.database AND q.classid = l.classid
         AND q.objid = 0))
 ORDER BY l.objid::bigint IN (0, :office) DESC, a.xact_start
 LIMIT 1;

-- Tables that were filled in this transaction are counted as they are now.
-- name: count_rows
ANALYZE;

-- Who copies all of it at one moment is at work elsewhere meanwhile.
-- name: hold_still
SET LOCAL idle_in_transaction_session_timeout = 0;

-- What is full there, is full for everybody.
-- name: be_alone
SELECT 1;
-- name: hold_more
SET work_mem = '64MB';
-- name: begin_read
BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY;
-- name: begin_write
BEGIN ISOLATION LEVEL READ COMMITTED;
-- name: commit
COMMIT;
-- name: rollback
ROLLBACK;

-- What was made for a register that got no event.
-- name: discard
DROP SCHEMA saraban CASCADE;
-- What was deleted is overwritten in time; this makes the place free at once.
-- name: empty_log
VACUUM;
