-- after.sql -- what PostgreSQL needs behind the tables of schema.sql
--
-- The guards of the chain, as the triggers of schema.sql; TRUNCATE is one
-- way more.  They hold for who owns the tables, too, and only he can take them
-- away: saraban(1) may work as a role that does not own them.
CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql
  AS $$ BEGIN
    RAISE EXCEPTION USING MESSAGE = TG_ARGV[0],
      ERRCODE = 'integrity_constraint_violation';
  END $$;

CREATE TRIGGER event_stays BEFORE UPDATE ON event
  FOR EACH ROW EXECUTE FUNCTION refuse('an event is never changed');
CREATE TRIGGER event_never_goes BEFORE DELETE ON event
  FOR EACH ROW EXECUTE FUNCTION refuse('an event is never deleted');
CREATE TRIGGER event_never_emptied BEFORE TRUNCATE ON event
  EXECUTE FUNCTION refuse('an event is never deleted');
CREATE TRIGGER payload_stays BEFORE UPDATE ON payload
  FOR EACH ROW EXECUTE FUNCTION refuse('a payload is never changed');
CREATE TRIGGER payload_never_emptied BEFORE TRUNCATE ON payload
  EXECUTE FUNCTION refuse('a payload is never deleted');
CREATE TRIGGER register_stays BEFORE UPDATE OR DELETE ON register
  FOR EACH ROW EXECUTE FUNCTION refuse('a register keeps its identity');
CREATE TRIGGER register_never_emptied BEFORE TRUNCATE ON register
  EXECUTE FUNCTION refuse('a register keeps its identity');

CREATE FUNCTION payload_goes() RETURNS trigger LANGUAGE plpgsql
  AS $$ BEGIN
    IF NOT EXISTS (SELECT 1 FROM destroyed_event
        WHERE office = OLD.office AND seq = OLD.seq) THEN
      RAISE EXCEPTION 'a payload goes only with a letter that is destroyed'
        USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN OLD;
  END $$;
CREATE TRIGGER payload_never_goes BEFORE DELETE ON payload
  FOR EACH ROW EXECUTE FUNCTION payload_goes();

CREATE FUNCTION event_comes() RETURNS trigger LANGUAGE plpgsql
  AS $$ BEGIN
    IF NEW.seq <> 1 + coalesce(
        (SELECT e.seq FROM event e WHERE e.office = NEW.office
          ORDER BY e.seq DESC LIMIT 1), 0)
      OR EXISTS (SELECT 1 FROM event e
        WHERE e.office = NEW.office AND e.letter = NEW.letter
          AND e.kind = 'letter.destroy') THEN
      RAISE EXCEPTION 'an event is added after the last, once'
        USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
  END $$;
CREATE TRIGGER event_follows BEFORE INSERT ON event
  FOR EACH ROW EXECUTE FUNCTION event_comes();

CREATE FUNCTION payload_comes() RETURNS trigger LANGUAGE plpgsql
  AS $$ BEGIN
    IF NEW.seq <> (SELECT e.seq FROM event e WHERE e.office = NEW.office
        ORDER BY e.seq DESC LIMIT 1) THEN
      RAISE EXCEPTION 'an event has one payload'
        USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
  END $$;
CREATE TRIGGER payload_once BEFORE INSERT ON payload
  FOR EACH ROW EXECUTE FUNCTION payload_comes();

-- Text as it is searched (base/thai-fold.h), so far as an index needs it: what
-- is found is folded and compared again by the program.
CREATE FUNCTION fold(text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
  AS $$ SELECT
    replace(replace(replace(replace(replace(replace(replace(replace(replace(
    replace(regexp_replace(translate(regexp_replace(regexp_replace(
      translate(lower($1 COLLATE "C"),
        '๐๑๒๓๔๕๖๗๘๙ๅÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖØÙÚÛÜÝÞ',
        '0123456789าàáâãäåæçèéêëìíîïðñòóôõöøùúûüýþ'),
      E'\u0e4d[\u0e3a\u0e47-\u0e4e]*\u0e32', E'\u0e33', 'g'),
      E'\u0e32\u0e4d', E'\u0e33', 'g'),
      E' .,:;''"`()[]{}<>-_!?\u0e3a\u0e47\u0e48\u0e49\u0e4a\u0e4b\u0e4c'
      '\u0e4d\u0e4e\u00ab\u00bb\u00ad\u00b7', ''),
      E'[\\u0001-\\u0020\\u007f-\\u00a0\\u061c\\u2000-\\u202f'
      '\\u205f-\\u206f\\u3000\\ufeff\\ufff9-\\ufffb]', '', 'g'),
    'เเ', 'แ'), 'ษียณ', 'ษียน'), 'กฏ', 'กฎ'), 'อนุญาติ', 'อนุญาต'),
    'สัมนา', 'สัมมนา'), 'บุคคลากร', 'บุคลากร'), 'คลินิค', 'คลินิก'),
    'อิเลค', 'อิเลก'), 'อีเลก', 'อิเลก'), 'อีเลค', 'อิเลก')
  $$;

-- Every two characters that stand side by side in it; it goes through the text
-- once, for a letter may have pages of it.
CREATE FUNCTION pairs(text) RETURNS text[] LANGUAGE sql IMMUTABLE
  PARALLEL SAFE
  AS $$ SELECT coalesce(array_agg(DISTINCT pair COLLATE "C"), '{}')
    FROM (SELECT one || coalesce(lead(one) OVER (ORDER BY n), '') AS pair, n
            FROM unnest(string_to_array(
              replace(fold($1), 'บไซท', 'บไซต'), NULL))
            WITH ORDINALITY AS u (one, n)) AS t
   WHERE n = 1 OR char_length(pair) = 2 $$;

-- The pairs of the nth form of what is sought, which is written as for FTS5:
-- in quotes.  One letter alone has none, and may be anywhere.
CREATE FUNCTION search_form(text, integer) RETURNS text[] LANGUAGE sql IMMUTABLE
  AS $$ SELECT CASE WHEN char_length(form) > 1 THEN pairs(form)
    ELSE '{}'::text[] END
    FROM (SELECT m[1] AS form, row_number() OVER () AS n
            FROM regexp_matches($1, '"([^"]*)"', 'g') AS m) AS forms
   WHERE n = $2 $$;

-- search_piece of schema.sql in pairs: all its words as one, for what is
-- found is looked through by the program.
CREATE TABLE search (
  doc bigint PRIMARY KEY,
  pairs text[] COLLATE "C" NOT NULL
);
CREATE INDEX search_pairs ON search USING gin (pairs);

COMMENT ON SCHEMA saraban IS 'saraban register, step 1';
