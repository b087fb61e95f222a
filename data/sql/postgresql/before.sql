-- before.sql -- what PostgreSQL needs before the tables of schema.sql
--
-- The register lies in a schema of its own, "saraban".  The statements are
-- written once for both engines; what they ask of JSON and of text in SQLite's
-- words is said here in PostgreSQL's.
CREATE SCHEMA saraban;
SET LOCAL search_path = saraban;

-- What stands in a JSON text: a number where one is wanted, else words.
CREATE TYPE word AS (text text);
CREATE FUNCTION word_text(word) RETURNS text LANGUAGE sql IMMUTABLE
  AS $$ SELECT ($1).text $$;
CREATE FUNCTION word_bigint(word) RETURNS bigint LANGUAGE sql IMMUTABLE
  AS $$ SELECT CASE ($1).text WHEN 'true' THEN 1 WHEN 'false' THEN 0
    ELSE ($1).text::bigint END $$;
CREATE CAST (word AS text) WITH FUNCTION word_text(word) AS IMPLICIT;
CREATE CAST (word AS bigint) WITH FUNCTION word_bigint(word) AS IMPLICIT;
CREATE FUNCTION as_word(text) RETURNS word LANGUAGE sql IMMUTABLE
  AS $$ SELECT CASE WHEN $1 IS NOT NULL THEN ROW($1)::word END $$;

-- '$.a.b' is a path, what does not begin so a key.
CREATE FUNCTION json_path(text) RETURNS text[] LANGUAGE sql IMMUTABLE
  AS $$ SELECT CASE WHEN $1 = '$' THEN '{}'::text[]
    WHEN $1 LIKE '$.%' THEN string_to_array(substr($1, 3), '.')
    ELSE ARRAY[$1] END $$;
CREATE FUNCTION json_get(text, text) RETURNS word LANGUAGE sql IMMUTABLE
  AS $$ SELECT as_word($1::json #>> json_path($2)) $$;
CREATE FUNCTION json_get(word, text) RETURNS word LANGUAGE sql IMMUTABLE
  AS $$ SELECT as_word(($1).text::json #>> json_path($2)) $$;
CREATE FUNCTION json_part(text, text) RETURNS word LANGUAGE sql IMMUTABLE
  AS $$ SELECT as_word(($1::json #> json_path($2))::text) $$;
CREATE FUNCTION json_part(word, text) RETURNS word LANGUAGE sql IMMUTABLE
  AS $$ SELECT as_word((($1).text::json #> json_path($2))::text) $$;
CREATE OPERATOR ->> (FUNCTION = json_get, LEFTARG = text, RIGHTARG = text);
CREATE OPERATOR ->> (FUNCTION = json_get, LEFTARG = word, RIGHTARG = text);
CREATE OPERATOR -> (FUNCTION = json_part, LEFTARG = text, RIGHTARG = text);
CREATE OPERATOR -> (FUNCTION = json_part, LEFTARG = word, RIGHTARG = text);

-- The elements of an array, or what stands there, as one.
CREATE FUNCTION json_each(text, text, OUT key bigint, OUT value word)
  RETURNS SETOF record LANGUAGE sql IMMUTABLE
  AS $$ SELECT n - 1, as_word(v #>> '{}')
    FROM (SELECT $1::json #> json_path($2) AS there) AS t,
         json_array_elements(CASE WHEN json_typeof(there) = 'array'
           THEN there ELSE json_build_array(there) END)
         WITH ORDINALITY AS e (v, n)
   WHERE there IS NOT NULL $$;
CREATE FUNCTION json_each(text, OUT key bigint, OUT value word)
  RETURNS SETOF record LANGUAGE sql IMMUTABLE
  AS $$ SELECT key, value FROM json_each($1, '$') $$;
CREATE FUNCTION json_array_length(text, text) RETURNS bigint
  LANGUAGE sql IMMUTABLE
  AS $$ SELECT json_array_length($1::json #> json_path($2))::bigint $$;
CREATE FUNCTION json_list(word) RETURNS text LANGUAGE sql IMMUTABLE
  AS $$ SELECT '[' || ($1).text || ']' $$;
CREATE FUNCTION json_valid(text) RETURNS boolean LANGUAGE plpgsql IMMUTABLE
  AS $$ BEGIN
    RETURN $1::json IS NOT NULL;
  EXCEPTION WHEN invalid_text_representation THEN RETURN false;
  END $$;

CREATE FUNCTION iif(boolean, anycompatible, anycompatible)
  RETURNS anycompatible LANGUAGE sql IMMUTABLE
  AS $$ SELECT CASE WHEN $1 THEN $2 ELSE $3 END $$;
CREATE FUNCTION min(bigint, bigint) RETURNS bigint LANGUAGE sql IMMUTABLE
  STRICT AS $$ SELECT least($1, $2) $$;
CREATE FUNCTION max(bigint, bigint) RETURNS bigint LANGUAGE sql IMMUTABLE
  STRICT AS $$ SELECT greatest($1, $2) $$;
CREATE FUNCTION min(text, text) RETURNS text LANGUAGE sql IMMUTABLE
  STRICT AS $$ SELECT CASE WHEN $1 COLLATE "C" < $2 COLLATE "C"
    THEN $1 ELSE $2 END $$;
CREATE FUNCTION max(text, text) RETURNS text LANGUAGE sql IMMUTABLE
  STRICT AS $$ SELECT CASE WHEN $1 COLLATE "C" > $2 COLLATE "C"
    THEN $1 ELSE $2 END $$;
CREATE FUNCTION date(text, text) RETURNS text LANGUAGE sql IMMUTABLE
  AS $$ SELECT ($1::timestamp + $2::interval)::date::text $$;
CREATE FUNCTION date(bigint, text, text) RETURNS text LANGUAGE sql IMMUTABLE
  AS $$ SELECT (timestamp 'epoch' + $1 * interval '1 second'
    + $3::interval)::date::text $$;
CREATE FUNCTION instr(text, text) RETURNS integer LANGUAGE sql IMMUTABLE
  AS $$ SELECT strpos($1, $2) $$;
CREATE FUNCTION group_concat_more(text, text, text) RETURNS text
  LANGUAGE sql IMMUTABLE
  AS $$ SELECT coalesce($1 || CASE WHEN $2 IS NOT NULL THEN $3 || $2
    ELSE '' END, $2) $$;
CREATE AGGREGATE group_concat(text, text)
  (SFUNC = group_concat_more, STYPE = text);
