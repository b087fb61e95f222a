# sql2c-test.sh -- data/sql/*.sql become C, and what is wrong is told
# SPDX-License-Identifier: GPL-3.0-or-later
. "${top_srcdir:?make check runs it}/tests/lib.sh"
new_home

sql2c()
{
	made=$1
	shift
	LC_ALL=C $AWK -f "$top_srcdir/build-aux/sql2c.awk" -v make="$made" \
		"$@" </dev/null
}

cat >queries.sql <<'SQL'
-- queries.sql -- what is asked
-- name: letter_by_number
SELECT subject -- comment
  FROM letter

 WHERE number = :number;

-- name: report_year (slow)
-- a comment line
SELECT '--', 'it''s; "x" \',
	"a--b"
  FROM letter;
SQL
cat >checks.sql <<'SQL'
-- name: check_gap (long)
SELECT 1
SQL

same "the enum follows the files" "enum query_id {
	QUERY_LETTER_BY_NUMBER,
	QUERY_REPORT_YEAR,
	QUERY_CHECK_GAP,
	QUERY_COUNT
};" "$(sql2c header queries.sql checks.sql | sed -n '/^enum/,/^}/p')"

# shellcheck disable=SC1003
same "statements keep their lines and lose comments and the last ;" \
'	[QUERY_LETTER_BY_NUMBER] = {
		.name = "letter_by_number",
		.file = "queries",
		.slow = false,
		.in_pieces = false,
		.once = false,
		.sql =
		"SELECT subject\n"
		"  FROM letter\n"
		" WHERE number = :number\n"
	},
	[QUERY_REPORT_YEAR] = {
		.name = "report_year",
		.file = "queries",
		.slow = true,
		.in_pieces = true,
		.once = false,
		.sql =
		"SELECT '"'--', 'it''s; "'\"x\" \\'"'"',\n"
		"\t\"a--b\"\n"
		"  FROM letter\n"
	},
	[QUERY_CHECK_GAP] = {
		.name = "check_gap",
		.file = "checks",
		.slow = false,
		.in_pieces = true,
		.once = false,
		.sql =
		"SELECT 1\n"
	},' "$(sql2c source queries.sql checks.sql |
	sed -n '/QUERY_LETTER/,/^	},/p; /QUERY_REPORT/,/^	},/p
		/QUERY_CHECK/,/^	},/p')"

cat >apply.sql <<'SQL'
-- apply.sql -- what each kind of event does
-- apply person.add
INSERT INTO person
VALUES (:a); -- why
UPDATE post SET x = 'y;
z';
-- apply letter.look
-- apply letter.receive
DELETE FROM draft;
-- index
INSERT INTO search;
-- with stamps
INSERT INTO stamp;
SQL
same "apply blocks are sorted and split into statements" \
'/* letter.look */
static const struct apply_statement apply_1[] = {
	{ .sql = NULL }
};

/* letter.receive */
static const struct apply_statement apply_2[] = {
	{ .sql =
		"DELETE FROM draft\n" },
	{ .is_index = true, .sql =
		"INSERT INTO search\n" },
	{ .with = "\"stamps\"", .sql =
		"INSERT INTO stamp\n" },
	{ .sql = NULL }
};

/* person.add */
static const struct apply_statement apply_3[] = {
	{ .sql =
		"INSERT INTO person\n"
		"VALUES (:a)\n" },
	{ .sql =
		"UPDATE post SET x = '"'y;"'\n"
		"z'"'"'\n" },
	{ .sql = NULL }
};

const struct apply_text apply_texts[] = {
	{ .kind = "letter.look", .sql = apply_1, .n = 0 },
	{ .kind = "letter.receive", .sql = apply_2, .n = 3 },
	{ .kind = "person.add", .sql = apply_3, .n = 2 },
	{ .kind = NULL }
};
const size_t apply_count = 3;' "$(sql2c source apply.sql |
	sed -n '/^.. letter.look/,/apply_count/p')"

mkdir upgrade
echo 'ALTER TABLE b;' >upgrade/0010.sql
echo 'ALTER TABLE a; -- first' >upgrade/0002.sql
cat >schema.sql <<'SQL'
-- schema.sql
CREATE TRIGGER t BEGIN
  SELECT 1; -- inside
END;
SQL
same "steps are sorted by number, the schema is one text" \
'const struct upgrade_text upgrade_texts[] = {
	{ .step = 2, .sql =
		"ALTER TABLE a;\n" },
	{ .step = 10, .sql =
		"ALTER TABLE b;\n" },
	{ .step = 0 }
};
const size_t upgrade_count = 2;

const char *const schema_text =
		"CREATE TRIGGER t BEGIN\n"
		"  SELECT 1;\n"
		"END;\n";
const char *const postgresql_before =
		"";
const char *const postgresql_after =
		"";' \
	"$(sql2c source upgrade/0010.sql schema.sql upgrade/0002.sql |
		sed -n '/upgrade_text /,$p')"

has "without a file there is an empty table" \
	'^const size_t upgrade_count = 0;$' "$(sql2c source)"

# refused SENTENCE MESSAGE FILE, the file's text on standard input.
refused()
{
	cat >"$3"
	status "$1" 1 sql2c source "$3"
	same "... and the place is told" "$2" "$(said)"
}

refused "a name twice is refused" \
	"queries.sql:3: a second statement of the name a" queries.sql <<'SQL'
-- name: a
SELECT 1;
-- name: a
SELECT 2;
SQL
refused "two statements under one name are refused" \
	"queries.sql:3: more than one statement under a" queries.sql <<'SQL'
-- name: a
SELECT 1;
SELECT 2;
SQL
refused "a name without a statement is refused" \
	"queries.sql:2: no statement under a" queries.sql <<'SQL'
-- name: a
-- SELECT 1;
SQL
refused "a statement without a name is refused" \
	"queries.sql:1: a statement without a name" queries.sql <<'SQL'
SELECT 1;
SQL
refused "a name in capitals is refused" \
	"queries.sql:1: a statement's name is lower case with _: Aa" \
	queries.sql <<'SQL'
-- name: Aa
SELECT 1;
SQL
refused "an apply statement without its ; is refused" \
	"apply.sql:2: the last statement of a.b has no ;" apply.sql <<'SQL'
-- apply a.b
SELECT 1
SQL
refused "an index mark inside a statement is refused" \
	"apply.sql:3: -- index inside a statement" apply.sql <<'SQL'
-- apply a.b
SELECT 1
-- index
;
SQL
refused "a kind twice is refused" \
	"apply.sql:2: a second block for a.b" apply.sql <<'SQL'
-- apply a.b
-- apply a.b
SQL
refused "a kind shares blocks, and has one of its own" \
	"apply.sql:4: a second block for a.c" apply.sql <<'SQL'
-- apply a.b, a.c
-- apply a.c
-- apply a.b, a.c
-- apply a.c
SQL
refused "an upgrade step without a number is refused" \
	"upgrade/two.sql:1: an upgrade step is named NNNN.sql" \
	upgrade/two.sql <<'SQL'
SELECT 1;
SQL
