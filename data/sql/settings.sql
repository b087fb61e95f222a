-- settings.sql -- what every connection is set to, and how it is read back
--
-- A setting is two statements: set_X and get_X.  store/settings.c says what
-- get_X must answer; a register that does not answer so is not opened.

-- name: set_journal_mode
PRAGMA journal_mode = WAL;
-- name: get_journal_mode
PRAGMA journal_mode;
-- name: set_synchronous
PRAGMA synchronous = FULL;
-- name: get_synchronous
PRAGMA synchronous;
-- name: set_foreign_keys
PRAGMA foreign_keys = ON;
-- name: get_foreign_keys
PRAGMA foreign_keys;
-- name: set_trusted_schema
PRAGMA trusted_schema = OFF;
-- name: get_trusted_schema
PRAGMA trusted_schema;
-- name: set_secure_delete
PRAGMA secure_delete = ON;
-- name: get_secure_delete
PRAGMA secure_delete;
-- name: set_cell_size_check
PRAGMA cell_size_check = ON;
-- name: get_cell_size_check
PRAGMA cell_size_check;
-- name: set_mmap_size
PRAGMA mmap_size = 0;
-- name: get_mmap_size
PRAGMA mmap_size;
-- name: set_autocheckpoint
PRAGMA wal_autocheckpoint = 1000;
-- name: get_autocheckpoint
PRAGMA wal_autocheckpoint;

-- The door to full-text search: the index cuts text in a way of its own,
-- which the connection must know before it sees the index.
-- name: search_api
SELECT fts5(:api);

-- Whose file this is (schema.sql says the values), and its changes.
-- name: get_application_id
PRAGMA application_id;
-- name: get_user_version
PRAGMA user_version;
-- name: get_table_count
SELECT count(*) AS n FROM sqlite_schema;
-- name: get_data_version
PRAGMA data_version;

-- For a copy being made: nothing in it can be lost yet, so it is synced once,
-- at its end; and it has no log beside it, though its pages say so.
-- name: copy_begin
PRAGMA synchronous = OFF;
-- name: copy_end
PRAGMA journal_mode = DELETE;

-- Before the first look at a file: nobody else has it, and nothing is put
-- beside it that only others need.
-- name: be_alone
PRAGMA locking_mode = EXCLUSIVE;

-- name: hold_more
PRAGMA cache_size = -65536;

-- The log back into the file, and empty; the first column is 1 when others
-- read what stands in it.
-- name: empty_log
PRAGMA wal_checkpoint(TRUNCATE);

-- name: begin_read
BEGIN;
-- name: begin_write
BEGIN IMMEDIATE;
-- name: commit
COMMIT;
-- name: rollback
ROLLBACK;
