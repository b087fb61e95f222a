-- schema.sql -- the register as it is today
--
-- Two halves.  The chain (register, event, payload) is the truth: events are
-- added and never changed.  The state tables are a reading of the chain,
-- written only by the statements of apply.sql; `saraban check` plays the
-- chain again and compares them row by row.
--
-- Every key begins with the office, so that offices never wait for each
-- other.  Times are microseconds since 1970 UTC, days are ISO 8601 text,
-- years are Buddhist.

-- ------------------------------------------------------------- the chain

-- One row: which register this is.  The uuid goes into every hash, so that
-- an entry of one register can never be spliced into another.
CREATE TABLE register (
  one INTEGER PRIMARY KEY CONSTRAINT register_is_one CHECK (one = 1),
  uuid BLOB NOT NULL CONSTRAINT register_uuid CHECK (length(uuid) = 16),
  made_at INTEGER NOT NULL,
  practice INTEGER NOT NULL CONSTRAINT register_practice
    CHECK (practice IN (0, 1))
) STRICT;

-- One act of one person.  hash chains it to the event before (event.h says
-- which bytes).  act_id makes an act that is asked twice answer once.
CREATE TABLE event (
  office INTEGER NOT NULL,
  seq INTEGER NOT NULL CONSTRAINT event_seq CHECK (seq >= 1),
  time INTEGER NOT NULL,
  kind TEXT NOT NULL,
  letter INTEGER                -- seq of the event that received the letter
    CONSTRAINT event_letter CHECK (letter >= 1),
  book TEXT,
  year INTEGER CONSTRAINT event_year CHECK (year >= 1),
  number INTEGER CONSTRAINT event_number CHECK (number >= 1),
  person INTEGER NOT NULL,      -- 0: the account that owns the register
  login TEXT NOT NULL,
  post TEXT,                    -- held and used at that moment
  capacity TEXT,                -- own, or the form of acting
  acting_order TEXT,            -- number and date of the order, when acting
  auth TEXT NOT NULL,           -- how the person was known
  act_id BLOB NOT NULL CONSTRAINT event_act_id CHECK (length(act_id) = 16),
  nonce BLOB NOT NULL CONSTRAINT event_nonce CHECK (length(nonce) = 16),
  commitment BLOB NOT NULL CONSTRAINT event_commitment
    CHECK (length(commitment) = 32),
  hash BLOB NOT NULL CONSTRAINT event_hash CHECK (length(hash) = 32),
  PRIMARY KEY (office, seq),
  CONSTRAINT event_act_once UNIQUE (office, act_id),
  CONSTRAINT event_number_once UNIQUE (office, book, year, number)
) STRICT, WITHOUT ROWID;

CREATE INDEX event_of_letter ON event (office, letter, seq)
  WHERE letter IS NOT NULL;
CREATE INDEX event_of_office ON event (office, seq) WHERE letter IS NULL;

-- The words of an event, apart from it: a letter destroyed after its
-- retention period loses its text and salt while the chain still verifies.
-- No CHECK (json_valid(body)): SQLite 3.40 calls it unsafe while
-- trusted_schema is off.
CREATE TABLE payload (
  office INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  salt BLOB NOT NULL CONSTRAINT payload_salt CHECK (length(salt) = 16),
  body TEXT NOT NULL,           -- JSON, keys sorted, compact
  PRIMARY KEY (office, seq),
  FOREIGN KEY (office, seq) REFERENCES event (office, seq)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER event_stays BEFORE UPDATE ON event
BEGIN SELECT raise(ABORT, 'an event is never changed'); END;
CREATE TRIGGER event_never_goes BEFORE DELETE ON event
BEGIN SELECT raise(ABORT, 'an event is never deleted'); END;
CREATE TRIGGER payload_stays BEFORE UPDATE ON payload
BEGIN SELECT raise(ABORT, 'a payload is never changed'); END;
-- The one exception: a later event says that the letter is destroyed.
CREATE TRIGGER payload_never_goes BEFORE DELETE ON payload
WHEN NOT EXISTS (SELECT 1 FROM destroyed_event
   WHERE office = OLD.office AND seq = OLD.seq)
BEGIN SELECT raise(ABORT,
  'a payload goes only with a letter that is destroyed'); END;

-- REPLACE would delete without asking those: nothing is added over what is
-- there, and an event only after the last.
CREATE TRIGGER event_follows BEFORE INSERT ON event
WHEN NEW.seq <> 1 + coalesce(
    (SELECT max(seq) FROM event WHERE office = NEW.office), 0)
  OR EXISTS (SELECT 1 FROM event
    WHERE office = NEW.office AND act_id = NEW.act_id)
  OR EXISTS (SELECT 1 FROM event
    WHERE office = NEW.office AND book = NEW.book AND year = NEW.year
      AND number = NEW.number)
  OR EXISTS (SELECT 1 FROM event
    WHERE office = NEW.office AND letter = NEW.letter
      AND kind = 'letter.destroy')
BEGIN SELECT raise(ABORT, 'an event is added after the last, once'); END;
CREATE TRIGGER payload_once BEFORE INSERT ON payload
WHEN NEW.seq <> (SELECT max(seq) FROM event WHERE office = NEW.office)
  OR EXISTS (SELECT 1 FROM payload
    WHERE office = NEW.office AND seq = NEW.seq)
BEGIN SELECT raise(ABORT, 'an event has one payload'); END;
CREATE TRIGGER register_once BEFORE INSERT ON register
WHEN EXISTS (SELECT 1 FROM register)
BEGIN SELECT raise(ABORT, 'a register keeps its identity'); END;

CREATE TRIGGER register_stays BEFORE UPDATE ON register
BEGIN SELECT raise(ABORT, 'a register keeps its identity'); END;
CREATE TRIGGER register_never_goes BEFORE DELETE ON register
BEGIN SELECT raise(ABORT, 'a register keeps its identity'); END;

-- A register that is being moved to this place, or has moved from it to
-- another; without a row it is in use here.  It says something of this copy
-- alone: no event tells of it, and no replay.
CREATE TABLE moved (
  one INTEGER PRIMARY KEY CONSTRAINT moved_is_one CHECK (one = 1),
  state TEXT NOT NULL CONSTRAINT moved_state CHECK (state IN ('here', 'away')),
  place TEXT NOT NULL,          -- from where, or to where
  at INTEGER NOT NULL
) STRICT;

-- ---------------------------------------------------------- offices, people

-- Several offices may share a register.  above is a code and not a row: the
-- office above may keep a register of its own.
CREATE TABLE office (
  office INTEGER PRIMARY KEY,
  code TEXT NOT NULL CONSTRAINT office_code_once UNIQUE,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,           -- office_kinds of model/choices.c
  above TEXT,                   -- code of the office above
  prefix TEXT                   -- before the numbers it gives: ชย 0023.14
) STRICT;

-- Posts with a position make the chain a letter climbs, from the clerk (the
-- lowest) to the nayok; the numbers leave gaps for posts added later.  What
-- the others are for is their role (model/role.h).
CREATE TABLE post (
  office INTEGER NOT NULL REFERENCES office (office),
  post TEXT NOT NULL,
  name TEXT NOT NULL,
  position INTEGER CONSTRAINT post_position CHECK (position >= 1),
  role TEXT NOT NULL CONSTRAINT post_role
    CHECK (role IN
      ('chain', 'division', 'registrar', 'auditor', 'administrator')),
  ended_at INTEGER,
  PRIMARY KEY (office, post),
  CONSTRAINT post_of_chain CHECK ((role = 'chain') = (position IS NOT NULL))
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX post_in_chain ON post (office, position)
  WHERE ended_at IS NULL AND position IS NOT NULL;

CREATE TABLE division (
  office INTEGER NOT NULL,
  division TEXT NOT NULL,
  name TEXT NOT NULL,
  post TEXT NOT NULL,           -- who heads it
  position INTEGER NOT NULL,    -- order in lists
  ended_at INTEGER,
  PRIMARY KEY (office, division),
  FOREIGN KEY (office, post) REFERENCES post (office, post)
) STRICT, WITHOUT ROWID;

CREATE TABLE person (
  office INTEGER NOT NULL REFERENCES office (office),
  person INTEGER NOT NULL,      -- seq of the event that added the person
  login TEXT NOT NULL,
  name TEXT NOT NULL,
  ended_on TEXT,                -- last day
  PRIMARY KEY (office, person),
  CONSTRAINT person_login_once UNIQUE (office, login)
) STRICT, WITHOUT ROWID;

-- Who holds which post from which day to which day, both included.
CREATE TABLE holding (
  office INTEGER NOT NULL,
  holding INTEGER NOT NULL,     -- seq of the event that gave the post
  person INTEGER NOT NULL,
  post TEXT NOT NULL,
  since TEXT NOT NULL,
  until TEXT,
  PRIMARY KEY (office, holding),
  FOREIGN KEY (office, person) REFERENCES person (office, person),
  FOREIGN KEY (office, post) REFERENCES post (office, post),
  CONSTRAINT holding_days CHECK (until IS NULL OR until >= since)
) STRICT, WITHOUT ROWID;

CREATE INDEX holding_of_person ON holding (office, person);
CREATE INDEX holding_of_post ON holding (office, post);

-- Up to which class of secrecy a person may read, by an order of the office.
CREATE TABLE clearance (
  office INTEGER NOT NULL,
  person INTEGER NOT NULL,
  class TEXT NOT NULL CONSTRAINT clearance_class
    CHECK (class IN ('ลับที่สุด', 'ลับมาก', 'ลับ')),
  by_order TEXT NOT NULL,       -- number and date of the order
  until TEXT,                   -- last day
  PRIMARY KEY (office, person),
  FOREIGN KEY (office, person) REFERENCES person (office, person)
) STRICT, WITHOUT ROWID;

-- The public keys by which persons are known who come over SSH.  A key is one
-- person's; what has ended stays, so that it can be told whose it was.
CREATE TABLE login_key (
  office INTEGER NOT NULL,
  seq INTEGER NOT NULL,         -- of the event that brought it
  person INTEGER NOT NULL,
  print TEXT NOT NULL,          -- SHA256:..., as ssh-keygen -l shows it
  type TEXT NOT NULL,
  blob TEXT NOT NULL,
  comment TEXT NOT NULL,
  since INTEGER NOT NULL,
  ended_at INTEGER,
  reason TEXT,                  -- why it ended
  PRIMARY KEY (office, seq),
  FOREIGN KEY (office, person) REFERENCES person (office, person),
  CONSTRAINT login_key_ended CHECK ((reason IS NULL) = (ended_at IS NULL))
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX login_key_print ON login_key (office, print)
  WHERE ended_at IS NULL;

-- Who has a PIN, and since when.  Its hash is not here: the file of that name
-- beside the register has it, which no copy of the register carries.
CREATE TABLE pin (
  office INTEGER NOT NULL,
  seq INTEGER NOT NULL,         -- of the event that set it
  person INTEGER NOT NULL,
  pin TEXT NOT NULL,            -- the file's name
  since INTEGER NOT NULL,
  ended_at INTEGER,
  reason TEXT,                  -- why another ended it
  PRIMARY KEY (office, seq),
  FOREIGN KEY (office, person) REFERENCES person (office, person),
  CONSTRAINT pin_ended CHECK (reason IS NULL OR ended_at IS NOT NULL)
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX pin_person ON pin (office, person) WHERE ended_at IS NULL;

-- Who has an order to act for a post, from a moment up to another; whether it
-- counts at a moment, model/roster.h tells.  What has no end ends in
-- the year 10000.
CREATE TABLE acting (
  office INTEGER NOT NULL,
  acting INTEGER NOT NULL,      -- seq of the event that recorded the order
  post TEXT NOT NULL,           -- of the principal
  person INTEGER NOT NULL,      -- who acts
  capacity TEXT NOT NULL CONSTRAINT acting_capacity
    CHECK (capacity IN ('รักษาราชการแทน', 'ปฏิบัติราชการแทน',
      'รักษาการในตำแหน่ง', 'ปฏิบัติหน้าที่')),
  order_no TEXT NOT NULL,
  order_date TEXT NOT NULL,
  rank INTEGER NOT NULL         -- 2 acts when 1 of the same order cannot
    CONSTRAINT acting_rank CHECK (rank >= 1),
  since INTEGER NOT NULL,
  until INTEGER NOT NULL,
  taken_at INTEGER,             -- when what waited was taken over
  PRIMARY KEY (office, acting),
  FOREIGN KEY (office, person) REFERENCES person (office, person),
  FOREIGN KEY (office, post) REFERENCES post (office, post),
  CONSTRAINT acting_times CHECK (until > since)
) STRICT, WITHOUT ROWID;

CREATE INDEX acting_until ON acting (office, until);

-- Who is not there, from a moment up to another.
CREATE TABLE absence (
  office INTEGER NOT NULL,
  absence INTEGER NOT NULL,     -- seq of the event that recorded it
  person INTEGER NOT NULL,
  since INTEGER NOT NULL,
  until INTEGER NOT NULL,
  reason TEXT NOT NULL,
  PRIMARY KEY (office, absence),
  FOREIGN KEY (office, person) REFERENCES person (office, person),
  CONSTRAINT absence_times CHECK (until > since)
) STRICT, WITHOUT ROWID;

CREATE INDEX absence_of_person ON absence (office, person, until);

-- What the office has settled, where it is not as usual (model/policy.h): from
-- a year of the register on, 0 for what does not hang on the year, or from a
-- day on, empty for what does not hang on one.
CREATE TABLE policy (
  office INTEGER NOT NULL REFERENCES office (office),
  name TEXT NOT NULL,
  year INTEGER NOT NULL,
  since TEXT NOT NULL,
  value INTEGER NOT NULL,
  PRIMARY KEY (office, name, year, since)
) STRICT, WITHOUT ROWID;

-- Days on which the office is closed, beside weekends (model/workday.h); what
-- the program carries is where an office begins, and then its own.
CREATE TABLE holiday (
  office INTEGER NOT NULL REFERENCES office (office),
  day TEXT NOT NULL,
  kind TEXT NOT NULL CONSTRAINT holiday_kind CHECK (kind IN
    ('fixed', 'lunar', 'royal', 'lieu', 'extra', 'local')),
  name TEXT NOT NULL,
  name_en TEXT,
  is_doubtful INTEGER NOT NULL CONSTRAINT holiday_doubtful
    CHECK (is_doubtful IN (0, 1)),
  PRIMARY KEY (office, day)
) STRICT, WITHOUT ROWID;

-- From which day to which that table has them all, and of which day the
-- edition is that it was filled from.
CREATE TABLE holiday_table (
  office INTEGER PRIMARY KEY REFERENCES office (office),
  first_day TEXT NOT NULL,
  last_day TEXT NOT NULL,
  edition TEXT NOT NULL,
  changes INTEGER NOT NULL,     -- how often it was changed, and when last
  changed_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- The keys that signed for the register, and the one in force: the newest.
-- Of the register, though in the chain of the office that set it.
CREATE TABLE signing_key (
  office INTEGER NOT NULL REFERENCES office (office),
  seq INTEGER NOT NULL,         -- of the event that brought it
  key TEXT NOT NULL,            -- public part, as minisign writes it
  since INTEGER NOT NULL,
  PRIMARY KEY (office, seq)
) STRICT, WITHOUT ROWID;

-- The next number of each book and year, moved in the same transaction as
-- the event that takes it.
CREATE TABLE counter (
  office INTEGER NOT NULL REFERENCES office (office),
  book TEXT NOT NULL,           -- of model/book.h, or division:finance ...
  year INTEGER NOT NULL,
  first INTEGER NOT NULL,       -- numbers below it stand on paper
  next INTEGER NOT NULL CONSTRAINT counter_next CHECK (next >= first),
  PRIMARY KEY (office, book, year)
) STRICT, WITHOUT ROWID;

-- A page of the register for each day, and what its books had then
-- (model/day.h).
CREATE TABLE day (
  office INTEGER NOT NULL REFERENCES office (office),
  day TEXT NOT NULL,
  after INTEGER NOT NULL,       -- the events on it: behind this one ...
  seq INTEGER NOT NULL,         -- ... up to this one
  head TEXT NOT NULL,           -- hash of the last
  code TEXT NOT NULL,           -- of the office, and its name then
  name TEXT NOT NULL,
  previous TEXT,                -- digest of the page before
  digest TEXT NOT NULL,
  signature TEXT,
  closed_at INTEGER NOT NULL,
  by_name TEXT NOT NULL,
  by_post TEXT,
  is_missed INTEGER NOT NULL,   -- nobody closed it: the next act has
  PRIMARY KEY (office, day),
  CONSTRAINT day_digest_once UNIQUE (office, digest)
) STRICT, WITHOUT ROWID;

CREATE TABLE day_book (
  office INTEGER NOT NULL,
  book TEXT NOT NULL,
  year INTEGER NOT NULL,
  day TEXT NOT NULL,
  last INTEGER NOT NULL,        -- number reached
  first INTEGER NOT NULL,       -- first number given on it, 0: none
  entered INTEGER NOT NULL,
  cancelled INTEGER NOT NULL,
  corrected INTEGER NOT NULL,
  late INTEGER NOT NULL,
  reserved INTEGER NOT NULL,
  voided INTEGER NOT NULL,
  lost INTEGER NOT NULL,
  PRIMARY KEY (office, book, year, day),
  FOREIGN KEY (office, day) REFERENCES day (office, day)
) STRICT, WITHOUT ROWID;

CREATE INDEX day_book_of_day ON day_book (office, day);

-- ------------------------------------------------------------------ letters

CREATE TABLE letter (
  office INTEGER NOT NULL REFERENCES office (office),
  letter INTEGER NOT NULL,      -- seq of the event that received it
  book TEXT NOT NULL,
  year INTEGER NOT NULL,
  number INTEGER NOT NULL,
  ref_no TEXT,                  -- as written
  ref_key TEXT,                 -- folded, to find a second copy
  dated TEXT,
  sender TEXT,
  recipient TEXT,
  subject TEXT,
  urgency TEXT CONSTRAINT letter_urgency
    CHECK (urgency IN ('ด่วนที่สุด', 'ด่วนมาก', 'ด่วน')),
  urgency_rank INTEGER NOT NULL, -- 3 ด่วนที่สุด ... 0 none
  secrecy TEXT CONSTRAINT letter_secrecy
    CHECK (secrecy IN ('ลับที่สุด', 'ลับมาก', 'ลับ')),
  kind TEXT,
  channel TEXT,
  pages INTEGER CONSTRAINT letter_pages CHECK (pages >= 1),
  received_at INTEGER,          -- as the clerk states it
  registered_at INTEGER NOT NULL, -- as the clock said
  state TEXT NOT NULL CONSTRAINT letter_state
    CHECK (state IN
      ('received', 'presented', 'ordered', 'closed', 'cancelled',
        'reserved', 'void', 'lost', 'numbered', 'sent', 'delivered',
        'destroyed')),
  at_post TEXT,
  since INTEGER NOT NULL,
  opened_at INTEGER,
  replaces INTEGER,             -- the cancelled letter it stands for
  list INTEGER,                 -- of destruction, by which its words went
  late TEXT,                    -- why it was entered on a later day
  imported INTEGER NOT NULL DEFAULT 0 CONSTRAINT letter_imported
    CHECK (imported IN (0, 1)), -- from an old register
  PRIMARY KEY (office, letter),
  FOREIGN KEY (office, replaces) REFERENCES letter (office, letter),
  CONSTRAINT letter_number_once UNIQUE (office, book, year, number),
  CONSTRAINT letter_lies CHECK ((at_post IS NULL)
    = (state IN ('ordered', 'closed', 'cancelled', 'reserved', 'void',
                 'lost', 'numbered', 'sent', 'delivered', 'destroyed'))),
  -- A number that no letter has (yet), and nothing else, says nothing of one.
  -- What has not gone out has no channel.
  CONSTRAINT letter_is_there
    CHECK (state IN ('reserved', 'void', 'lost', 'destroyed')
    OR (kind IS NOT NULL AND received_at IS NOT NULL)),
  CONSTRAINT letter_is_not_there CHECK (state NOT IN ('reserved', 'void')
    OR (coalesce(received_at, pages, replaces) IS NULL
      AND coalesce(kind, channel, ref_no, ref_key, dated, sender, recipient,
        subject, urgency, secrecy, late) IS NULL)),
  -- Of one that was destroyed its number and its dates are left.
  CONSTRAINT letter_destroyed CHECK (state <> 'destroyed'
    OR (pages IS NULL AND coalesce(ref_no, ref_key, sender, recipient,
      subject, urgency, secrecy, kind, channel, late) IS NULL))
) STRICT, WITHOUT ROWID;

CREATE INDEX letter_at_post ON letter (office, at_post)
  WHERE at_post IS NOT NULL;
CREATE INDEX letter_in_state ON letter (office, state, book, year, number);
-- When letters came, were typed, and were through: what is counted over time.
CREATE INDEX letter_came ON letter (office, received_at)
  WHERE received_at IS NOT NULL;
CREATE INDEX letter_typed ON letter (office, book, registered_at)
  WHERE imported = 0 AND state NOT IN ('reserved', 'void', 'lost');
CREATE INDEX letter_ended ON letter (office, since) WHERE state = 'closed';
CREATE INDEX letter_ref ON letter (office, ref_key) WHERE ref_key IS NOT NULL;
CREATE UNIQUE INDEX letter_replaces ON letter (office, replaces)
  WHERE replaces IS NOT NULL;

CREATE INDEX letter_secret ON letter (office, letter)
  WHERE secrecy IS NOT NULL;

-- A number that was kept for a letter: its row of letter is reserved until
-- the letter is entered, or void when none is.  What is reserved in one act is
-- a block, named by its first number.
CREATE TABLE reservation (
  office INTEGER NOT NULL,
  letter INTEGER NOT NULL,      -- seq of the event that reserved the number
  purpose TEXT NOT NULL,
  until TEXT NOT NULL,          -- last day
  at INTEGER NOT NULL,
  person_name TEXT NOT NULL,
  post_name TEXT,
  block INTEGER NOT NULL,
  page INTEGER NOT NULL,        -- which number of the block, from 1
  pages INTEGER NOT NULL,       -- how many they are
  sheet INTEGER NOT NULL CONSTRAINT reservation_is_sheet
    CHECK (sheet IN (0, 1)),    -- for a power cut: emergency sheets
  written_by TEXT,              -- who wrote on the sheet
  why TEXT,                     -- why the sheet was needed
  void_reason TEXT,             -- "expired", or a person's words
  void_by TEXT,
  settled INTEGER,              -- seq of the event that entered or voided it
  PRIMARY KEY (office, letter),
  FOREIGN KEY (office, letter) REFERENCES letter (office, letter),
  CONSTRAINT reservation_page CHECK (page BETWEEN 1 AND pages),
  CONSTRAINT reservation_written CHECK (sheet = 1
    OR coalesce(written_by, why) IS NULL)
) STRICT, WITHOUT ROWID;

CREATE INDEX reservation_settled ON reservation (office, settled)
  WHERE settled IS NOT NULL;

-- What a register kept before the program says of a letter, as it stands
-- there; what a letter has itself is in letter.  row_key tells whether a row
-- that is read again is the same.
CREATE TABLE imported (
  office INTEGER NOT NULL,
  letter INTEGER NOT NULL,
  row_key TEXT NOT NULL,
  number TEXT NOT NULL,
  received TEXT NOT NULL,
  dated TEXT,
  ordered TEXT,                 -- ข้อสั่งการ
  doer TEXT,                    -- ผู้ปฏิบัติ
  due TEXT,                     -- กำหนดส่ง
  done TEXT,                    -- การปฏิบัติ
  remark TEXT,                  -- หมายเหตุ
  file TEXT NOT NULL,           -- name, without its path
  row INTEGER NOT NULL,         -- as a spreadsheet counts
  at INTEGER NOT NULL,
  person_name TEXT NOT NULL,
  PRIMARY KEY (office, letter),
  FOREIGN KEY (office, letter) REFERENCES letter (office, letter)
) STRICT, WITHOUT ROWID;

-- A letter as lists and screens show it, whoever looks.
CREATE VIEW letter_shown AS
SELECT l.office, l.letter AS id, l.book, l.year, l.number, l.ref_no,
       l.ref_key, l.dated, l.sender, l.recipient, l.subject, l.urgency,
       l.urgency_rank, l.secrecy, l.kind, l.channel, l.pages, l.received_at,
       l.registered_at, l.late, l.imported AS is_imported, l.state,
       l.at_post,
       (SELECT p.name FROM post p WHERE p.office = l.office
           AND p.post = l.at_post) AS at_post_name,
       l.since, l.opened_at IS NOT NULL AS is_opened,
       (SELECT count(*) FROM attachment a WHERE a.office = l.office
           AND a.letter = l.letter) AS n_attachments,
       (SELECT count(*) FROM assignment g WHERE g.office = l.office
           AND g.letter = l.letter AND g.done_at IS NULL) AS n_open,
       (SELECT count(*) FROM assignment g WHERE g.office = l.office
           AND g.letter = l.letter) AS n_assigned,
       (SELECT count(*) FROM circulated c WHERE c.office = l.office
           AND c.letter = l.letter AND c.noted_at IS NULL
           AND c.ended_at IS NULL) AS n_unnoted,
       EXISTS (SELECT 1 FROM paper p WHERE p.office = l.office
           AND p.letter = l.letter AND p.is_on_way = 1) AS is_on_way,
       coalesce(r.at, iif(l.imported = 1, l.received_at, l.registered_at))
         AS numbered_at, r.purpose, r.until,
       r.block, r.page, r.sheet AS is_sheet, r.void_reason,
       d.year AS list_year, d.number AS list_number,
       coalesce(i.done, i.ordered, i.doer) AS old_done,
       i.remark AS old_remark
  FROM letter l
  LEFT JOIN reservation r ON r.office = l.office AND r.letter = l.letter
  LEFT JOIN destruction d ON d.office = l.office AND d.list = l.list
  LEFT JOIN imported i ON i.office = l.office AND i.letter = l.letter;

-- A field mended as with ink: the old words stay readable beside the new.
CREATE TABLE correction (
  office INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  letter INTEGER NOT NULL,
  field TEXT NOT NULL,
  was TEXT,
  now TEXT,
  reason TEXT NOT NULL,
  person_name TEXT NOT NULL,
  post_name TEXT,
  at INTEGER NOT NULL,
  PRIMARY KEY (office, seq),
  FOREIGN KEY (office, letter) REFERENCES letter (office, letter)
) STRICT, WITHOUT ROWID;

CREATE INDEX correction_of_letter ON correction (office, letter, seq);

CREATE TABLE reference (
  office INTEGER NOT NULL,
  letter INTEGER NOT NULL,
  position INTEGER NOT NULL,
  words TEXT NOT NULL,
  PRIMARY KEY (office, letter, position),
  FOREIGN KEY (office, letter) REFERENCES letter (office, letter)
) STRICT, WITHOUT ROWID;

CREATE TABLE enclosure (
  office INTEGER NOT NULL,
  letter INTEGER NOT NULL,
  position INTEGER NOT NULL,
  title TEXT NOT NULL,
  count INTEGER,
  unit TEXT,
  PRIMARY KEY (office, letter, position),
  FOREIGN KEY (office, letter) REFERENCES letter (office, letter)
) STRICT, WITHOUT ROWID;

-- Addresses of the web that stand in the letter.
CREATE TABLE address (
  office INTEGER NOT NULL,
  letter INTEGER NOT NULL,
  position INTEGER NOT NULL,
  link TEXT NOT NULL,
  PRIMARY KEY (office, letter, position),
  FOREIGN KEY (office, letter) REFERENCES letter (office, letter)
) STRICT, WITHOUT ROWID;

-- What other offices stamped on the sheet, each part as written.
CREATE TABLE stamp (
  office INTEGER NOT NULL,
  letter INTEGER NOT NULL,
  position INTEGER NOT NULL,
  stamped_by TEXT,
  number TEXT,
  date TEXT,
  time TEXT,
  PRIMARY KEY (office, letter, position),
  FOREIGN KEY (office, letter) REFERENCES letter (office, letter)
) STRICT, WITHOUT ROWID;

-- Files lie beside the register under their SHA-256; their names are text.
CREATE TABLE attachment (
  office INTEGER NOT NULL,
  letter INTEGER NOT NULL,
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  digest TEXT NOT NULL CONSTRAINT attachment_digest
    CHECK (length(digest) = 64),
  size INTEGER NOT NULL,        -- of what is in it
  type TEXT NOT NULL,
  sealed INTEGER NOT NULL CONSTRAINT attachment_sealed
    CHECK (sealed IN (0, 1)),   -- opened by the key of secret letters
  PRIMARY KEY (office, letter, position),
  FOREIGN KEY (office, letter) REFERENCES letter (office, letter)
) STRICT, WITHOUT ROWID;

-- The text of a letter, as it was in its file or recognised on its pages: to
-- search in, not to quote from.
CREATE TABLE letter_text (
  office INTEGER NOT NULL,
  letter INTEGER NOT NULL,
  body TEXT NOT NULL,
  PRIMARY KEY (office, letter),
  FOREIGN KEY (office, letter) REFERENCES letter (office, letter)
) STRICT, WITHOUT ROWID;

-- The text and message of a letter that came as a secret one: JSON, sealed by
-- the key in REGISTER-secret, in base64 (base/cipher.h).
CREATE TABLE sealed_words (
  office INTEGER NOT NULL,
  letter INTEGER NOT NULL,
  words TEXT NOT NULL,
  PRIMARY KEY (office, letter),
  FOREIGN KEY (office, letter) REFERENCES letter (office, letter)
) STRICT, WITHOUT ROWID;

-- The message a letter came in, as its sender wrote it.
CREATE TABLE mail (
  office INTEGER NOT NULL,
  letter INTEGER NOT NULL,
  sender TEXT,
  address TEXT,
  subject TEXT,
  message_id TEXT,
  sent_at INTEGER,
  PRIMARY KEY (office, letter),
  FOREIGN KEY (office, letter) REFERENCES letter (office, letter)
) STRICT, WITHOUT ROWID;

CREATE INDEX mail_of_message ON mail (office, message_id)
  WHERE message_id IS NOT NULL;

-- What a letter that goes out answers, and whose letter it is: a division's,
-- or the office's.
CREATE TABLE reply (
  office INTEGER NOT NULL,
  letter INTEGER NOT NULL,      -- that goes out
  incoming INTEGER NOT NULL,
  division TEXT,
  PRIMARY KEY (office, letter, incoming),
  FOREIGN KEY (office, letter) REFERENCES letter (office, letter),
  FOREIGN KEY (office, incoming) REFERENCES letter (office, letter),
  FOREIGN KEY (office, division) REFERENCES division (office, division)
) STRICT, WITHOUT ROWID;

CREATE INDEX reply_to ON reply (office, incoming, letter);

-- How a letter went out, and who took it: a row for each time.
CREATE TABLE dispatch (
  office INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  letter INTEGER NOT NULL,
  how TEXT NOT NULL,
  receiver TEXT,
  sent_at INTEGER NOT NULL,     -- as stated
  person_name TEXT NOT NULL,
  at INTEGER NOT NULL,          -- as the clock said
  PRIMARY KEY (office, seq),
  FOREIGN KEY (office, letter) REFERENCES letter (office, letter)
) STRICT, WITHOUT ROWID;

CREATE INDEX dispatch_of_letter ON dispatch (office, letter, seq);

-- One stay at one post.  how: the act by which it left, or skip.
CREATE TABLE step (
  office INTEGER NOT NULL,
  letter INTEGER NOT NULL,
  step INTEGER NOT NULL,
  post TEXT NOT NULL,
  came_from TEXT,               -- post it came from
  sent_by INTEGER,              -- person who sent it here
  arrived_at INTEGER NOT NULL,
  opened_at INTEGER,
  opened_by TEXT,
  left_at INTEGER,
  how TEXT,
  reason TEXT,                  -- why it was skipped
  PRIMARY KEY (office, letter, step),
  FOREIGN KEY (office, letter) REFERENCES letter (office, letter),
  FOREIGN KEY (office, post) REFERENCES post (office, post)
) STRICT, WITHOUT ROWID;

-- Words written on the letter, frozen with the name and post as then.
CREATE TABLE note (
  office INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  letter INTEGER NOT NULL,
  act TEXT NOT NULL,
  person INTEGER NOT NULL,
  person_name TEXT NOT NULL,
  post TEXT,
  post_name TEXT,
  capacity TEXT,
  acting_order TEXT,            -- number and date, when acting
  own_post_name TEXT,           -- when acting: what one is oneself
  is_own_proposal INTEGER NOT NULL DEFAULT 0
    CONSTRAINT note_own_proposal CHECK (is_own_proposal IN (0, 1)),
  words TEXT NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (office, seq),
  FOREIGN KEY (office, letter) REFERENCES letter (office, letter)
) STRICT, WITHOUT ROWID;

CREATE INDEX note_of_letter ON note (office, letter, seq);

-- What the nayok gave a division to do.
CREATE TABLE assignment (
  office INTEGER NOT NULL,
  letter INTEGER NOT NULL,
  division TEXT NOT NULL,
  position INTEGER NOT NULL,
  ordered_at INTEGER NOT NULL,
  year INTEGER,
  number INTEGER,               -- in the division's own book
  acknowledged_at INTEGER,
  acknowledged_by TEXT,
  done_at INTEGER,
  done_by TEXT,
  reply_ref TEXT,
  words TEXT,
  PRIMARY KEY (office, letter, division),
  FOREIGN KEY (office, letter) REFERENCES letter (office, letter),
  FOREIGN KEY (office, division) REFERENCES division (office, division),
  CONSTRAINT assignment_order CHECK (done_at IS NULL
    OR acknowledged_at IS NOT NULL)
) STRICT, WITHOUT ROWID;

CREATE INDEX assignment_open ON assignment (office, division, letter)
  WHERE done_at IS NULL;

-- A secret letter given to a person, or to whoever holds a post, by name.
CREATE TABLE letter_grant (
  office INTEGER NOT NULL,
  letter INTEGER NOT NULL,
  seq INTEGER NOT NULL,         -- of the event that gave it
  person INTEGER,
  post TEXT,
  reason TEXT NOT NULL,
  PRIMARY KEY (office, letter, seq),
  FOREIGN KEY (office, letter) REFERENCES letter (office, letter),
  FOREIGN KEY (office, person) REFERENCES person (office, person),
  FOREIGN KEY (office, post) REFERENCES post (office, post),
  CONSTRAINT letter_grant_to CHECK ((person IS NULL) <> (post IS NULL))
) STRICT, WITHOUT ROWID;

-- Where the paper of a letter is, once it was handed over: at a post, or on the
-- way to one.  What the office does not follow has no row.
CREATE TABLE paper (
  office INTEGER NOT NULL,
  letter INTEGER NOT NULL,
  post TEXT NOT NULL,           -- where it lies, or to whom it is on the way
  is_on_way INTEGER NOT NULL CONSTRAINT paper_on_way
    CHECK (is_on_way IN (0, 1)),
  since INTEGER NOT NULL,
  from_post TEXT,               -- who handed it over
  by_name TEXT NOT NULL,        -- who recorded the last of it
  PRIMARY KEY (office, letter),
  FOREIGN KEY (office, letter) REFERENCES letter (office, letter),
  FOREIGN KEY (office, post) REFERENCES post (office, post)
) STRICT, WITHOUT ROWID;

CREATE INDEX paper_on_way ON paper (office, since) WHERE is_on_way = 1;

-- A letter that many are to see at once (หนังสือเวียน inside the office), and
-- each of them.  It closes by itself when all have noted it.
CREATE TABLE circulation (
  office INTEGER NOT NULL,
  circulation INTEGER NOT NULL, -- seq of the event that began it
  letter INTEGER NOT NULL,
  purpose TEXT NOT NULL CONSTRAINT circulation_purpose
    CHECK (purpose IN ('action', 'information')),
  until TEXT,                   -- by which day all should have noted it
  person_name TEXT NOT NULL,
  post TEXT,
  post_name TEXT,
  at INTEGER NOT NULL,
  closed_at INTEGER,
  closed_why TEXT,              -- when it ended before all had noted it
  PRIMARY KEY (office, circulation),
  FOREIGN KEY (office, letter) REFERENCES letter (office, letter)
) STRICT, WITHOUT ROWID;

CREATE INDEX circulation_of_letter ON circulation (office, letter,
  circulation);
CREATE INDEX circulation_open ON circulation (office, circulation)
  WHERE closed_at IS NULL;

CREATE TABLE circulated (
  office INTEGER NOT NULL,
  circulation INTEGER NOT NULL,
  position INTEGER NOT NULL,
  letter INTEGER NOT NULL,
  division TEXT,                -- whoever heads it notes for it
  person INTEGER,
  name TEXT NOT NULL,           -- of either, as it was then
  noted_at INTEGER,
  noted_by TEXT,
  nudged_at INTEGER,
  nudges INTEGER NOT NULL DEFAULT 0,
  ended_at INTEGER,             -- no longer waited for
  PRIMARY KEY (office, circulation, position),
  FOREIGN KEY (office, circulation)
    REFERENCES circulation (office, circulation),
  CONSTRAINT circulated_to_one CHECK ((division IS NULL) <> (person IS NULL))
) STRICT, WITHOUT ROWID;

CREATE INDEX circulated_of_letter ON circulated (office, letter, circulation,
  position);
CREATE INDEX circulated_to_person ON circulated (office, person, letter)
  WHERE person IS NOT NULL AND noted_at IS NULL AND ended_at IS NULL;
CREATE INDEX circulated_to_division ON circulated (office, division, letter)
  WHERE division IS NOT NULL AND noted_at IS NULL AND ended_at IS NULL;
-- ------------------------------------------------------------------- duties

-- What a letter asks for, and by when.  Its days are rows of duty_row, worked
-- out when it is added and written down with it.
CREATE TABLE duty (
  office INTEGER NOT NULL,
  duty INTEGER NOT NULL,        -- seq of the event that added it
  letter INTEGER NOT NULL,
  nth INTEGER NOT NULL,         -- which of the letter's, from 1
  what TEXT NOT NULL,
  words TEXT,                   -- the day or days as the letter says them
  owner_post TEXT,              -- whose it is; neither: whoever has the
  owner_division TEXT,          -- letter
  first TEXT NOT NULL,          -- first day
  from_day TEXT,                -- of a whole week: the week's first day
  rrule TEXT,                   -- RFC 5545; NULL: once
  after_receipt INTEGER,        -- first is so many days after the receipt
  working_days INTEGER NOT NULL CONSTRAINT duty_working_days
    CHECK (working_days IN (0, 1)),
  behind INTEGER,               -- reports on the period so many before its
                                -- day; NULL: as the day says (model/duty.h)
  ahead TEXT,                   -- rows stand up to this day; NULL: all of them
  is_proposed INTEGER NOT NULL CONSTRAINT duty_proposed
    CHECK (is_proposed IN (0, 1)), -- read, and not confirmed by a person
  form TEXT,                    -- the form asked for
  pictures INTEGER CONSTRAINT duty_pictures CHECK (pictures >= 1),
  copies INTEGER CONSTRAINT duty_copies CHECK (copies >= 1),
  unit TEXT,                    -- of the figure each period gives
  target INTEGER,               -- of all periods' figures together
  state TEXT NOT NULL CONSTRAINT duty_state
    CHECK (state IN ('open', 'done', 'waived')),
  PRIMARY KEY (office, duty),
  FOREIGN KEY (office, letter) REFERENCES letter (office, letter),
  FOREIGN KEY (office, owner_post) REFERENCES post (office, post),
  FOREIGN KEY (office, owner_division) REFERENCES division (office, division),
  CONSTRAINT duty_owner CHECK (owner_post IS NULL OR owner_division IS NULL)
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX duty_of_letter ON duty (office, letter, nth);
CREATE INDEX duty_ahead ON duty (office, ahead) WHERE ahead IS NOT NULL;

-- What each office above asked of the same duty: the nearest is the first, and
-- the one that counts.
CREATE TABLE duty_asked (
  office INTEGER NOT NULL,
  duty INTEGER NOT NULL,
  position INTEGER NOT NULL,
  asked_by TEXT NOT NULL,
  first TEXT NOT NULL,
  from_day TEXT,
  rrule TEXT,
  words TEXT,
  PRIMARY KEY (office, duty, position),
  FOREIGN KEY (office, duty) REFERENCES duty (office, duty)
) STRICT, WITHOUT ROWID;

-- Where to report, as the letter names it.
CREATE TABLE duty_where (
  office INTEGER NOT NULL,
  duty INTEGER NOT NULL,
  position INTEGER NOT NULL,
  kind TEXT NOT NULL CONSTRAINT duty_where_kind
    CHECK (kind IN ('office', 'web', 'line', 'map', 'email', 'other')),
  name TEXT NOT NULL,
  link TEXT,
  PRIMARY KEY (office, duty, position),
  FOREIGN KEY (office, duty) REFERENCES duty (office, duty)
) STRICT, WITHOUT ROWID;

-- One day of a duty, named for the period that is reported on: in Buddhist
-- years, "2569", "2569-01", or "2569-01-15" where that is a day.
CREATE TABLE duty_row (
  office INTEGER NOT NULL,
  duty INTEGER NOT NULL,
  period INTEGER NOT NULL CONSTRAINT duty_row_period CHECK (period >= 1),
  name TEXT NOT NULL,
  from_day TEXT,
  due TEXT NOT NULL,            -- as written
  last_day TEXT NOT NULL,       -- the last working day up to it
  state TEXT NOT NULL CONSTRAINT duty_row_state
    CHECK (state IN ('open', 'done', 'waived')),
  state_at INTEGER,
  by_name TEXT,
  by_post TEXT,
  reply INTEGER,                -- letter of ours that answers it
  ref TEXT,                     -- its number, or what else shows it
  files INTEGER,                -- the letter's files that show it: how many,
  first_file INTEGER,           -- from which position
  figure INTEGER,
  note TEXT,
  reason TEXT,                  -- why waived, or why open again
  PRIMARY KEY (office, duty, period),
  FOREIGN KEY (office, duty) REFERENCES duty (office, duty),
  FOREIGN KEY (office, reply) REFERENCES letter (office, letter),
  CONSTRAINT duty_row_settled CHECK ((state_at IS NULL) = (state = 'open'))
) STRICT, WITHOUT ROWID;

CREATE INDEX duty_row_open ON duty_row (office, last_day, duty, period)
  WHERE state = 'open';
CREATE INDEX duty_row_day ON duty_row (office, last_day);
CREATE INDEX duty_row_reply ON duty_row (office, reply)
  WHERE reply IS NOT NULL;

-- An open day, with whom it is: a post, or neither where the letter is with no
-- post: then the divisions that it was given to, or else the clerk.
CREATE VIEW duty_open AS
SELECT r.office, r.duty AS id, r.period, r.name, r.from_day, r.due,
       r.last_day, d.letter, d.nth, d.what, d.rrule, d.is_proposed,
       d.owner_post, d.owner_division,
       coalesce(p.name, v.name) AS owner_name,
       coalesce(d.owner_post, v.post, l.at_post) AS with_post,
       l.book, l.year, l.number, l.subject, l.sender, l.secrecy, l.urgency,
       l.urgency_rank, l.state AS letter_state, l.at_post,
       (SELECT e.time FROM event e WHERE e.office = d.office
           AND e.seq = d.duty) AS known_at
  FROM duty_row r
 CROSS JOIN duty d ON d.office = r.office AND d.duty = r.duty
 CROSS JOIN letter l ON l.office = d.office AND l.letter = d.letter
  LEFT JOIN post p ON p.office = d.office AND p.post = d.owner_post
  LEFT JOIN division v ON v.office = d.office
   AND v.division = d.owner_division
 WHERE r.state = 'open';

-- ------------------------------------------------------- collected reports

-- A duty handed down to many: each answers for each of its periods, and the
-- whole goes up as one report.
CREATE TABLE collection (
  office INTEGER NOT NULL,
  duty INTEGER NOT NULL,
  letter INTEGER NOT NULL,
  unit TEXT,                    -- of the figure; NULL: none is asked for
  target INTEGER,               -- of all of them together
  is_running INTEGER NOT NULL CONSTRAINT collection_running
    CHECK (is_running IN (0, 1)), -- a figure is the whole up to its period
  PRIMARY KEY (office, duty),
  FOREIGN KEY (office, duty) REFERENCES duty (office, duty)
) STRICT, WITHOUT ROWID;

CREATE INDEX collection_of_letter ON collection (office, letter);

-- Each of those asked: a division, another office, or a name that stands in
-- no register.
CREATE TABLE collected_from (
  office INTEGER NOT NULL,
  duty INTEGER NOT NULL,
  position INTEGER NOT NULL,
  letter INTEGER NOT NULL,
  division TEXT,
  place TEXT,                   -- code of the office
  name TEXT NOT NULL,           -- as it was then
  share INTEGER,                -- of the target
  since INTEGER NOT NULL,       -- the first period it is asked for
  PRIMARY KEY (office, duty, position),
  FOREIGN KEY (office, duty) REFERENCES collection (office, duty),
  CONSTRAINT collected_from_one CHECK (division IS NULL OR place IS NULL)
) STRICT, WITHOUT ROWID;

CREATE INDEX collected_from_letter ON collected_from (office, letter, duty,
  position);

-- What one of them gave for a period, as it is now, and how often it was
-- nudged for it.
CREATE TABLE collected (
  office INTEGER NOT NULL,
  duty INTEGER NOT NULL,
  period INTEGER NOT NULL,
  position INTEGER NOT NULL,
  seq INTEGER,                  -- of the event that gave it; NULL: not given
  figure INTEGER,
  note TEXT,
  ref TEXT,                     -- its number, or what else shows it
  files INTEGER,                -- the letter's files that show it: how many,
  first_file INTEGER,           -- from which position
  how TEXT CONSTRAINT collected_how
    CHECK (how IN ('here', 'register', 'file', 'paper', 'telephone')),
  at INTEGER,
  by_name TEXT,                 -- who gave it, or recorded what was told
  by_post TEXT,
  reason TEXT,                  -- why it stands in place of another
  is_after INTEGER NOT NULL DEFAULT 0 CONSTRAINT collected_after
    CHECK (is_after IN (0, 1)), -- when the whole had been sent up
  from_seq INTEGER,             -- of the event in the chain of who gave it
  nudged_at INTEGER,
  nudges INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (office, duty, period, position),
  FOREIGN KEY (office, duty, position)
    REFERENCES collected_from (office, duty, position),
  CONSTRAINT collected_given CHECK ((seq IS NULL) = (at IS NULL))
) STRICT, WITHOUT ROWID;

-- What stood there before it was corrected.
CREATE TABLE collected_before (
  office INTEGER NOT NULL,
  duty INTEGER NOT NULL,
  period INTEGER NOT NULL,
  position INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  figure INTEGER,
  note TEXT,
  ref TEXT,
  at INTEGER NOT NULL,
  by_name TEXT NOT NULL,
  PRIMARY KEY (office, duty, period, position, seq),
  FOREIGN KEY (office, duty, period, position)
    REFERENCES collected (office, duty, period, position)
) STRICT, WITHOUT ROWID;

-- That the whole of a period was sent up, and what it was then.
CREATE TABLE collection_sent (
  office INTEGER NOT NULL,
  duty INTEGER NOT NULL,
  period INTEGER NOT NULL,
  reply INTEGER NOT NULL,       -- the letter that took it up
  ref TEXT,                     -- its number
  figure INTEGER,               -- of all of them for the period
  total INTEGER,                -- ... and up to it
  given INTEGER NOT NULL,       -- by how many
  missing TEXT,                 -- names of who had not, ", " between
  reason TEXT,                  -- why it went without them
  at INTEGER NOT NULL,
  by_name TEXT NOT NULL,
  PRIMARY KEY (office, duty, period),
  FOREIGN KEY (office, duty) REFERENCES collection (office, duty),
  FOREIGN KEY (office, reply) REFERENCES letter (office, letter)
) STRICT, WITHOUT ROWID;

-- Of a duty of ours: that the office above collects it.
CREATE TABLE collector (
  office INTEGER NOT NULL,
  duty INTEGER NOT NULL,
  letter INTEGER NOT NULL,
  from_register TEXT NOT NULL,  -- uuid
  from_office TEXT NOT NULL,    -- code
  from_duty INTEGER NOT NULL,   -- its duty in that chain
  name TEXT NOT NULL,           -- of the office
  unit TEXT,
  share INTEGER,                -- of its target
  is_running INTEGER NOT NULL CONSTRAINT collector_running
    CHECK (is_running IN (0, 1)),
  nudged_at INTEGER,
  nudged_for TEXT,              -- name of the period
  PRIMARY KEY (office, duty),
  FOREIGN KEY (office, duty) REFERENCES duty (office, duty)
) STRICT, WITHOUT ROWID;

CREATE INDEX collector_of_letter ON collector (office, letter);
CREATE INDEX collector_asks
  ON collector (office, from_office, from_register, from_duty);

-- What was given to it for a period, as it is now; in a file, where it keeps a
-- register of its own.
CREATE TABLE collector_given (
  office INTEGER NOT NULL,
  duty INTEGER NOT NULL,
  period INTEGER NOT NULL,
  seq INTEGER NOT NULL,         -- of the event that gave it
  exported_at INTEGER,
  PRIMARY KEY (office, duty, period),
  FOREIGN KEY (office, duty) REFERENCES collector (office, duty)
) STRICT, WITHOUT ROWID;

CREATE INDEX collector_untold ON collector_given (office, duty, period)
  WHERE exported_at IS NULL;

-- ---------------------------------------------------- keeping, destroying

-- How long a letter is kept, where it is not as usual (model/retention.h).
CREATE TABLE retention (
  office INTEGER NOT NULL,
  letter INTEGER NOT NULL,
  class TEXT NOT NULL,
  last_year INTEGER,            -- kept to the end of it; NULL: for ever
  reason TEXT NOT NULL,
  person_name TEXT NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (office, letter),
  FOREIGN KEY (office, letter) REFERENCES letter (office, letter)
) STRICT, WITHOUT ROWID;

CREATE INDEX retention_ends ON retention (office, last_year)
  WHERE last_year IS NOT NULL;

-- The events whose words went with a letter: those about it, and that in which
-- another office had sent it.
CREATE VIEW destroyed_event AS
SELECT o.office, o.seq FROM event o
  JOIN event d ON d.office = o.office AND d.letter = o.letter
   AND d.seq > o.seq
 WHERE d.kind = 'letter.destroy'
UNION ALL
SELECT p.office, p.parcel FROM parcel p
  JOIN event d ON d.office = p.office AND d.letter = p.letter
   AND d.seq > p.parcel
 WHERE d.kind = 'letter.destroy';

-- A list of letters to be destroyed, form 25: those whose keeping ended with a
-- year.  Each step of its road is a column that is empty before.
CREATE TABLE destruction (
  office INTEGER NOT NULL REFERENCES office (office),
  list INTEGER NOT NULL,        -- seq of the event that drew it up
  year INTEGER NOT NULL,
  number INTEGER NOT NULL,      -- which list of that year, from 1
  drawn_at INTEGER NOT NULL,
  committee_order TEXT,
  chair TEXT,
  members TEXT,                 -- JSON
  approved_at INTEGER,
  approved_by TEXT,
  approved_post TEXT,
  sent_on TEXT,                 -- to the National Archives
  sent_ref TEXT,
  answer TEXT CONSTRAINT destruction_answer
    CHECK (answer IN ('agreed', 'silent')),
  answered_on TEXT,
  answer_ref TEXT,
  done_at INTEGER,
  done_by TEXT,
  PRIMARY KEY (office, list),
  CONSTRAINT destruction_number_once UNIQUE (office, year, number),
  CONSTRAINT destruction_road CHECK (
    (approved_at IS NULL OR committee_order IS NOT NULL)
    AND (sent_on IS NULL OR approved_at IS NOT NULL)
    AND (answer IS NULL OR sent_on IS NOT NULL)
    AND (done_at IS NULL OR answer IS NOT NULL))
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX destruction_under_way ON destruction (office)
  WHERE done_at IS NULL;

CREATE TABLE destruction_item (
  office INTEGER NOT NULL,
  list INTEGER NOT NULL,
  position INTEGER NOT NULL,
  letter INTEGER NOT NULL,
  decision TEXT CONSTRAINT destruction_decision
    CHECK (decision IN ('destroy', 'keep')),
  reason TEXT,
  PRIMARY KEY (office, list, position),
  FOREIGN KEY (office, list) REFERENCES destruction (office, list),
  FOREIGN KEY (office, letter) REFERENCES letter (office, letter)
) STRICT, WITHOUT ROWID;

CREATE INDEX destruction_of_letter ON destruction_item (office, letter, list);

-- ---------------------------------------------------------- between offices

-- What this office sent on, one row for each office it went to.  An office
-- is known by its code, and by its register where that is another: the same
-- words serve inside one register and between two.
CREATE TABLE sending (
  office INTEGER NOT NULL,
  sending INTEGER NOT NULL,     -- seq of the event that sent it on
  target TEXT NOT NULL,         -- code of the office
  target_name TEXT NOT NULL,
  elsewhere TEXT,               -- id of its register's key; NULL: in ours
  letter INTEGER NOT NULL,
  ref_no TEXT NOT NULL,         -- the number it went out under
  dated TEXT NOT NULL,
  subject TEXT,
  state TEXT NOT NULL CONSTRAINT sending_state
    CHECK (state IN
      ('sent', 'arrived', 'accepted', 'rejected', 'wrong', 'withdrawn')),
  sent_at INTEGER NOT NULL,
  state_at INTEGER NOT NULL,
  accept_id TEXT,               -- the number it got there
  accepted_at INTEGER,          -- as the clerk there stated
  by_name TEXT,                 -- who answered
  reason TEXT,
  recalled_at INTEGER,          -- asked back of an office elsewhere
  exported_at INTEGER,          -- written into a file for it
  PRIMARY KEY (office, sending, target),
  FOREIGN KEY (office, letter) REFERENCES letter (office, letter)
) STRICT, WITHOUT ROWID;

CREATE INDEX sending_of_letter ON sending (office, letter);
CREATE INDEX sending_open ON sending (office, state, sending);
CREATE INDEX sending_untold ON sending (office, target, sending)
  WHERE elsewhere IS NOT NULL AND exported_at IS NULL;

-- Offices that keep registers of their own, and the keys these sign with.
CREATE TABLE known_office (
  office INTEGER NOT NULL REFERENCES office (office),
  code TEXT NOT NULL,
  name TEXT NOT NULL,
  above TEXT,                   -- code of the office above it
  key TEXT NOT NULL,            -- the line of minisign -P
  PRIMARY KEY (office, code)
) STRICT, WITHOUT ROWID;

-- What another office sent here: หนังสือรอลงรับ.  What it holds is in the event
-- of its arrival, frozen as the sender's register had it.
CREATE TABLE parcel (
  office INTEGER NOT NULL REFERENCES office (office),
  parcel INTEGER NOT NULL,      -- seq of the event of its arrival
  number INTEGER NOT NULL,      -- by which people name it: 1, 2 ...
  from_register TEXT NOT NULL,  -- uuid
  from_office TEXT NOT NULL,    -- code
  from_seq INTEGER NOT NULL,    -- of the event there that sent it on
  sender TEXT NOT NULL,
  ref_no TEXT NOT NULL,
  dated TEXT NOT NULL,
  subject TEXT,
  urgency TEXT,
  urgency_rank INTEGER NOT NULL,
  state TEXT NOT NULL CONSTRAINT parcel_state
    CHECK (state IN
      ('waiting', 'accepted', 'rejected', 'wrong', 'withdrawn')),
  arrived_at INTEGER NOT NULL,
  state_at INTEGER NOT NULL,
  letter INTEGER,               -- the entry it became
  reason TEXT,
  exported_at INTEGER,          -- the answer, for a sender elsewhere
  PRIMARY KEY (office, parcel),
  FOREIGN KEY (office, letter) REFERENCES letter (office, letter),
  CONSTRAINT parcel_number_once UNIQUE (office, number),
  CONSTRAINT parcel_once
    UNIQUE (office, from_register, from_office, from_seq)
) STRICT, WITHOUT ROWID;

CREATE INDEX parcel_in_state ON parcel (office, state, number);
CREATE INDEX parcel_of_letter ON parcel (office, letter)
  WHERE letter IS NOT NULL;
CREATE INDEX parcel_untold
  ON parcel (office, from_office, from_register, parcel)
  WHERE exported_at IS NULL;

CREATE TABLE parcel_file (
  office INTEGER NOT NULL,
  parcel INTEGER NOT NULL,
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  digest TEXT NOT NULL CONSTRAINT parcel_file_digest
    CHECK (length(digest) = 64),
  size INTEGER NOT NULL,
  type TEXT NOT NULL,
  PRIMARY KEY (office, parcel, position),
  FOREIGN KEY (office, parcel) REFERENCES parcel (office, parcel)
) STRICT, WITHOUT ROWID;

-- A parcel as lists show it, with the number it was received under.
CREATE VIEW parcel_shown AS
SELECT p.office, p.parcel, p.number, p.from_register, p.from_office,
       p.from_seq, p.sender, p.ref_no, p.dated, p.subject, p.urgency, p.state,
       p.arrived_at, p.state_at, p.letter, p.reason,
       (SELECT count(*) FROM parcel_file f WHERE f.office = p.office
           AND f.parcel = p.parcel) AS n_files,
       l.book AS as_book, l.number AS as_number, l.year AS as_year
  FROM parcel p
  LEFT JOIN letter l ON l.office = p.office AND l.letter = p.letter;

-- What hands in other offices wrote on the sheet before it came here.
CREATE TABLE earlier_note (
  office INTEGER NOT NULL,
  letter INTEGER NOT NULL,
  position INTEGER NOT NULL,
  office_name TEXT NOT NULL,
  act TEXT NOT NULL,
  person_name TEXT NOT NULL,
  post_name TEXT,
  words TEXT NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (office, letter, position),
  FOREIGN KEY (office, letter) REFERENCES letter (office, letter)
) STRICT, WITHOUT ROWID;

-- ------------------------------------------------------------------- search

-- The register came from a backup: in which years numbers may have been given
-- that only paper tells of (model/guard.h).
CREATE TABLE restored (
  office INTEGER NOT NULL REFERENCES office (office),
  restored INTEGER NOT NULL,    -- seq of its event
  at INTEGER NOT NULL,
  first_year INTEGER NOT NULL,
  last_year INTEGER NOT NULL,
  PRIMARY KEY (office, restored)
) STRICT, WITHOUT ROWID;

-- The last numbers of the register that was set aside, as far as known.
CREATE TABLE restored_last (
  office INTEGER NOT NULL,
  restored INTEGER NOT NULL,
  book TEXT NOT NULL,
  year INTEGER NOT NULL,
  number INTEGER NOT NULL,
  PRIMARY KEY (office, restored, book, year),
  FOREIGN KEY (office, restored) REFERENCES restored (office, restored)
) STRICT, WITHOUT ROWID;

-- The last number that stands on paper, as somebody told it after a restore.
CREATE TABLE paper_last (
  office INTEGER NOT NULL,
  restored INTEGER NOT NULL,
  book TEXT NOT NULL,
  year INTEGER NOT NULL,
  last INTEGER NOT NULL,        -- 0: none was given that year
  PRIMARY KEY (office, restored, book, year),
  FOREIGN KEY (office, restored) REFERENCES restored (office, restored)
) STRICT, WITHOUT ROWID;

-- The last good backup and the last drill, each office's own.
CREATE TABLE backup (
  office INTEGER NOT NULL REFERENCES office (office),
  made_at INTEGER,
  name TEXT,
  folder TEXT,                  -- of backups, in which it lies
  drilled_at INTEGER,
  PRIMARY KEY (office)
) STRICT, WITHOUT ROWID;

-- Searches that somebody keeps under a name.
CREATE TABLE saved_search (
  office INTEGER NOT NULL,
  person INTEGER NOT NULL,      -- 0: the account that owns the register
  name TEXT NOT NULL,
  line TEXT NOT NULL,           -- words and filters, as typed
  PRIMARY KEY (office, person, name)
) STRICT, WITHOUT ROWID;

-- What was written about an imported letter, as one text.
CREATE VIEW imported_words AS
SELECT office, letter,
       nullif(ltrim(coalesce(char(10) || ordered, '') ||
         coalesce(char(10) || doer, '') || coalesce(char(10) || done, '') ||
         coalesce(char(10) || remark, ''), char(10)), '') AS words
  FROM imported;

-- Where the words of letters stand: nothing that is not in the tables above,
-- so it is made anew rather than mended (search.rebuild), and a replay leaves
-- it out.  It keeps no text; store/pairs.h says how text is cut.  Written by
-- the statements of apply.sql that are marked so, whole pieces only.
CREATE VIRTUAL TABLE search USING fts5 (
  ref_no, subject, sender, recipient, note, body,
  content = '', columnsize = 0, tokenize = 'pairs');

-- Every pair in it, for the check.
CREATE VIRTUAL TABLE search_pair USING fts5vocab (search, instance);

-- A letter's words in up to 32 pieces: 0 what was received, 1 its text, 2 to
-- 29 one endorsement or order each, 30 all that are left, 31 what divisions
-- wrote when they were done.  An act adds a piece behind the others, which is
-- what the index is quickest at.  Secret letters have none: who may read them
-- looks through them (app/search-source.c), and the index tells nobody.
-- doc is the rowid in the index: office, letter, piece; so a letter's pieces
-- lie together, an office's letters, too, and the newest is the highest.
CREATE VIEW search_piece AS
SELECT office, letter, 0 AS piece, (office << 45) | (letter << 5) AS doc,
       ref_no, subject, sender, recipient,
       coalesce((SELECT group_concat(words, char(10)) FROM (
         SELECT n.words FROM earlier_note n
          WHERE n.office = letter.office AND n.letter = letter.letter
          ORDER BY n.position) AS part),
        (SELECT i.words FROM imported_words i
          WHERE i.office = letter.office AND i.letter = letter.letter)) AS note,
       NULL AS body
  FROM letter WHERE secrecy IS NULL
UNION ALL
SELECT t.office, t.letter, 1, (t.office << 45) | (t.letter << 5) | 1,
       NULL, NULL, NULL, NULL, NULL, t.body
  FROM letter_text t
 WHERE (SELECT l.secrecy IS NULL FROM letter l
         WHERE l.office = t.office AND l.letter = t.letter)
UNION ALL
SELECT office, letter, 31, (office << 45) | (letter << 5) | 31,
       (SELECT group_concat(reply_ref, char(10)) FROM (
         SELECT g.reply_ref FROM assignment g
          WHERE g.office = l.office AND g.letter = l.letter
            AND g.done_at IS NOT NULL ORDER BY g.division) AS part),
       NULL, NULL, NULL,
       (SELECT group_concat(words, char(10)) FROM (
         SELECT g.words FROM assignment g
          WHERE g.office = l.office AND g.letter = l.letter
            AND g.done_at IS NOT NULL ORDER BY g.division) AS part),
       NULL
  FROM letter l
 WHERE l.secrecy IS NULL
   AND EXISTS (SELECT 1 FROM assignment g WHERE g.office = l.office
     AND g.letter = l.letter AND g.done_at IS NOT NULL)
UNION ALL
SELECT office, letter, 2 + before,
       (office << 45) | (letter << 5) | (2 + before),
       NULL, NULL, NULL, NULL, words, NULL
  FROM (SELECT n.office, n.letter, n.words,
               (SELECT count(*) FROM note b WHERE b.office = n.office
                   AND b.letter = n.letter AND b.seq < n.seq) AS before
          FROM note n
         WHERE (SELECT l.secrecy IS NULL FROM letter l
                 WHERE l.office = n.office AND l.letter = n.letter)) AS part
 WHERE before < 28
UNION ALL
SELECT office, letter, 30, (office << 45) | (letter << 5) | 30,
       NULL, NULL, NULL, NULL,
       (SELECT group_concat(words, char(10)) FROM (
         SELECT n.words FROM note n
          WHERE n.office = l.office AND n.letter = l.letter
          ORDER BY n.seq LIMIT 1000000 OFFSET 28) AS part),
       NULL
  FROM letter l
 WHERE l.secrecy IS NULL
   AND (SELECT count(*) FROM note n WHERE n.office = l.office
     AND n.letter = l.letter) > 28;

-- How big the tables grow: rows, then rows for each column more of the key.
-- Without it SQLite believes that an office has ten letters, and rather reads
-- all of them than use an index.  Fixed, so that plans are alike everywhere.
-- Of the search index ANALYZE sees two rows, and SQLite would read all of it
-- whenever a part of it goes.
ANALYZE;
DELETE FROM sqlite_stat1;
INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
  ('event', 'event', '100000 100000 1'),
  ('event', 'event_of_letter', '100000 100000 7 1'),
  ('event', 'event_of_office', '5000 5000 1'),
  ('event', 'sqlite_autoindex_event_2', '100000 100000 1'),
  ('event', 'sqlite_autoindex_event_3', '100000 100000 5000 1000 1'),
  ('payload', 'payload', '100000 100000 1'),
  ('office', 'sqlite_autoindex_office_1', '2 1'),
  ('post', 'post', '10 10 1'),
  ('post', 'post_in_chain', '5 5 1'),
  ('division', 'division', '5 5 1'),
  ('person', 'person', '40 40 1'),
  ('person', 'sqlite_autoindex_person_2', '40 40 1'),
  ('holding', 'holding', '80 80 1'),
  ('holding', 'holding_of_person', '80 80 2 1'),
  ('holding', 'holding_of_post', '80 80 8 1'),
  ('clearance', 'clearance', '20 20 1'),
  ('login_key', 'login_key', '40 40 1'),
  ('login_key', 'login_key_print', '40 40 1'),
  ('pin', 'pin', '40 40 1'),
  ('pin', 'pin_person', '40 40 1'),
  ('acting', 'acting', '200 200 1'),
  ('acting', 'acting_until', '200 200 1'),
  ('absence', 'absence', '2000 2000 1'),
  ('absence', 'absence_of_person', '2000 2000 50 1'),
  ('policy', 'policy', '9 9 3 2 1'),
  ('holiday', 'holiday', '200 200 1'),
  ('holiday_table', 'holiday_table', '3 1'),
  ('signing_key', 'signing_key', '3 3 1'),
  ('backup', 'backup', '1 1'),
  ('restored', 'restored', '2 2 1'),
  ('restored_last', 'restored_last', '20 20 10 2 1'),
  ('paper_last', 'paper_last', '20 20 10 2 1'),
  ('counter', 'counter', '30 30 10 1'),
  ('day', 'day', '3650 3650 1'),
  ('day', 'sqlite_autoindex_day_2', '3650 3650 1'),
  ('day_book', 'day_book', '25000 25000 2500 365 1'),
  ('day_book', 'day_book_of_day', '25000 25000 7 1 1'),
  ('letter', 'letter', '20000 20000 1'),
  ('letter', 'sqlite_autoindex_letter_2', '20000 20000 20000 3500 1'),
  ('letter', 'letter_at_post', '200 200 40'),
  ('letter', 'letter_in_state', '20000 20000 5000 4000 1000 1'),
  ('letter', 'letter_came', '20000 20000 2'),
  ('letter', 'letter_typed', '10000 10000 2000 1'),
  ('letter', 'letter_ended', '19000 19000 2'),
  ('letter', 'letter_ref', '20000 20000 1'),
  ('letter', 'letter_replaces', '200 200 1'),
  ('reservation', 'reservation', '1000 1000 1'),
  ('imported', 'imported', '10000 10000 1'),
  ('letter', 'letter_secret', '200 200 1'),
  ('reservation', 'reservation_settled', '900 900 1'),
  ('retention', 'retention', '2000 2000 1'),
  ('retention', 'retention_ends', '1800 1800 100'),
  ('destruction', 'destruction', '10 10 1'),
  ('destruction', 'sqlite_autoindex_destruction_2', '10 10 1 1'),
  ('destruction', 'destruction_under_way', '1 1'),
  ('destruction_item', 'destruction_item', '20000 20000 2000 1'),
  ('destruction_item', 'destruction_of_letter', '20000 20000 1 1'),
  ('correction', 'correction', '1000 1000 1'),
  ('correction', 'correction_of_letter', '1000 1000 2 1'),
  ('reference', 'reference', '20000 20000 2 1'),
  ('enclosure', 'enclosure', '20000 20000 2 1'),
  ('address', 'address', '20000 20000 2 1'),
  ('stamp', 'stamp', '20000 20000 2 1'),
  ('attachment', 'attachment', '20000 20000 2 1'),
  ('sealed_words', 'sealed_words', '200 200 1'),
  ('letter_text', 'letter_text', '10000 10000 1'),
  ('reply', 'reply', '5000 5000 1 1'),
  ('reply', 'reply_to', '5000 5000 1 1'),
  ('dispatch', 'dispatch', '10000 10000 1'),
  ('dispatch', 'dispatch_of_letter', '10000 10000 1 1'),
  ('mail', 'mail', '10000 10000 1'),
  ('mail', 'mail_of_message', '10000 10000 1'),
  ('step', 'step', '100000 100000 5 1'),
  ('note', 'note', '100000 100000 1'),
  ('note', 'note_of_letter', '100000 100000 5 1'),
  ('assignment', 'assignment', '20000 20000 2 1'),
  ('assignment', 'assignment_open', '400 400 100 1'),
  ('letter_grant', 'letter_grant', '400 400 2 1'),
  ('paper', 'paper', '20000 20000 1'),
  ('paper', 'paper_on_way', '50 50 1'),
  ('circulation', 'circulation', '2000 2000 1'),
  ('circulation', 'circulation_of_letter', '2000 2000 1 1'),
  ('circulation', 'circulation_open', '20 20 1'),
  ('circulated', 'circulated', '20000 20000 10 1'),
  ('circulated', 'circulated_of_letter', '20000 20000 10 10 1'),
  ('circulated', 'circulated_to_person', '100 100 5 1'),
  ('circulated', 'circulated_to_division', '100 100 10 1'),
  ('duty', 'duty', '10000 10000 1'),
  ('duty', 'duty_of_letter', '10000 10000 2 1'),
  ('duty', 'duty_ahead', '200 200 100'),
  ('duty_asked', 'duty_asked', '11000 11000 1 1'),
  ('duty_where', 'duty_where', '10000 10000 1 1'),
  ('duty_row', 'duty_row', '40000 40000 4 1'),
  ('duty_row', 'duty_row_open', '4000 4000 10 1 1'),
  ('duty_row', 'duty_row_day', '100000 100000 100'),
  ('duty_row', 'duty_row_reply', '10000 10000 1'),
  ('collection', 'collection', '200 200 1'),
  ('collection', 'collection_of_letter', '200 200 1'),
  ('collected_from', 'collected_from', '2600 2600 13 1'),
  ('collected_from', 'collected_from_letter', '2600 2600 13 13 1'),
  ('collected', 'collected', '20000 20000 100 13 1'),
  ('collected_before', 'collected_before', '1000 1000 10 2 1 1'),
  ('collection_sent', 'collection_sent', '2000 2000 10 1'),
  ('collector', 'collector', '2000 2000 1'),
  ('collector', 'collector_of_letter', '2000 2000 1'),
  ('collector', 'collector_asks', '2000 2000 200 200 1'),
  ('collector_given', 'collector_given', '20000 20000 10 1'),
  ('collector_given', 'collector_untold', '20 20 2 1'),
  ('known_office', 'known_office', '20 20 1'),
  ('sending', 'sending', '20000 20000 10 1'),
  ('sending', 'sending_of_letter', '20000 20000 10 10 1'),
  ('sending', 'sending_open', '20000 20000 4000 10 1'),
  ('sending', 'sending_untold', '200 200 20 1'),
  ('parcel', 'parcel_untold', '200 200 20 20 1'),
  ('parcel', 'parcel', '5000 5000 1'),
  ('parcel', 'sqlite_autoindex_parcel_2', '5000 5000 1'),
  ('parcel', 'sqlite_autoindex_parcel_3', '5000 5000 2000 500 1'),
  ('parcel', 'parcel_in_state', '5000 5000 1000 1'),
  ('parcel', 'parcel_of_letter', '5000 5000 1'),
  ('parcel_file', 'parcel_file', '5000 5000 2 1'),
  ('earlier_note', 'earlier_note', '20000 20000 4 1'),
  ('saved_search', 'saved_search', '40 40 5 1'),
  ('search_data', NULL, '5000'),
  ('search_idx', 'search_idx', '2500 250 1'),
  ('search_config', 'search_config', '5 1');
ANALYZE sqlite_schema;

-- "SRBN": tells our file from another's; and the step of this schema, which
-- the last of upgrade/NNNN.sql must also set.
PRAGMA application_id = 0x5352424E;
PRAGMA user_version = 1;
