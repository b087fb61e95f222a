# lint-test.sh -- each check of lint finds the fault it is there for
# SPDX-License-Identifier: GPL-3.0-or-later
. "${top_srcdir:?make check runs it}/tests/lib.sh"
new_home

mkdir -p build-aux/lint src/base src/store src/model src/cli src/tui tests/cli
ln -s "$top_srcdir"/build-aux/lint/*.sh "$top_srcdir"/build-aux/lint/*.awk \
	build-aux/lint/
echo 'printing src/base/mem.c stderr it tells of bugs' \
	>build-aux/lint/exceptions
echo 'fprintf(stderr, "a bug");' >src/base/mem.c

# lint CHECK [FILE...]: all files of src, unless named.
lint()
{
	check=$1
	shift
	test $# != 0 || set -- src/*/*.[ch]
	printf '%s\n' "$@" >files
	FILES=$PWD/files BUILD=$PWD sh "build-aux/lint/$check.sh"
}

# repeat NUMBER TEXT: lines of it.
repeat()
{
	awk -v n="$1" -v text="$2" 'BEGIN { while (n-- > 0) print text }'
}

cat >src/base/a.c <<'C'
#include "config.h"
#include "base/mem.h"
#include <stdio.h>
#include "store/store.h"
#include "mem.h"
#include <sqlite3.h>
C
cat >src/cli/a.c <<'C'
#include "tui/screen.h"
#include "gen/queries.h"
#include <curses.h>
C
echo '#include <sqlite3.h>' >src/store/a.c
echo '#include <curses.h>' >src/tui/term-curses.c
same "an include upward, across or without its path is seen" \
	'src/base/a.c:4: base does not know store
src/base/a.c:5: name mem.h by its path under src
src/base/a.c:5: base does not know mem.h
src/base/a.c:6: <sqlite3.h> is for ^src/store/ alone
src/cli/a.c:1: cli does not know tui
src/cli/a.c:3: <curses.h> is for ^src/tui/(term-curses|caps)[.]c$ alone' \
	"$(lint floors)"

rm src/*/a.c
cat >src/model/a.c <<'C'
	printf("x"); /* puts("a") */
	x = time(NULL);
	puts_it("exit(1)"); // exit(1)
	snprintf(b, n, "it's time(0) \" getenv(\"");
	next_time(s->time, exit_status);
C
cat >src/cli/a.c <<'C'
	printf("x");
C
same "printing below cli is seen, in code only" \
	'src/model/a.c:1: printf: not below cli and tui
src/model/a.c:2: time: not below cli and tui' "$(lint printing)"

mkdir -p data
cat >data/keys.conf <<'KEYS'
# any      v         duties
any        v         duties                # Duties
desk       v         mark
any        =         mark
any        v         mark
KEYS
same "a key that is bound twice is seen, with both lines" \
	'data/keys.conf:5: any v is bound in line 2' \
	"$(lint keys data/keys.conf)"
rm -r data

: >src/base/mem.c
has "an exception that nothing needs is a fault" \
	'^build-aux/lint/exceptions:1: no longer needed$' "$(lint printing)"

cat >src/model/a.c <<'C'
	p = malloc(3);
	p = xmalloc(3); /* as malloc(3) */
	s = strdup("malloc(1)");
C
same "plain allocation is seen" \
	'src/model/a.c:1: malloc: use the x-function of base/mem.h
src/model/a.c:3: strdup: use the x-function of base/mem.h' "$(lint memory)"

cat >src/model/a.c <<'C'
	x = "SELECT a FROM b";
	x = N_("select one"); /* "DELETE FROM a" */
	x = "a string" "PRAGMA foreign_keys";
	x = "BEGIN;";
	x = y ? "\"" : "COMMIT\n";
	x = UPDATE " of";
C
same "SQL in a string is seen" \
	'src/model/a.c:1: SQL in C: put it under data/sql
src/model/a.c:3: SQL in C: put it under data/sql
src/model/a.c:4: SQL in C: put it under data/sql
src/model/a.c:5: SQL in C: put it under data/sql' "$(lint sql)"

{
	printf 'int\nlong_one(void)\n{\n'
	repeat 58 '	x++;'
	printf '}\n\nint\ngood_one(void)\n{\n'
	repeat 57 '	x++;'
	printf '}\n\nstatic const struct row rows[] = {\n'
	repeat 500 '	{1},'
	printf '};\n'
} >src/model/a.c
same "a function of 61 lines is seen, a table is not" \
	'src/model/a.c:2: 61 lines in a function' "$(lint sizes)"

repeat 501 'x;' >src/model/a.c
repeat 251 'x;' >src/model/a.h
same "a long file is seen, a long header sooner" \
	'src/model/a.c:501: 501 lines in a file, more than 500
src/model/a.h:251: 251 lines in a file, more than 250' "$(lint sizes)"
rm src/model/a.h

{
	printf '\t%s\n' "$(repeat 36 ที่ | tr -d '\n')$(repeat 36 ก | tr -d '\n')"
	printf '\t%s\n' "$(repeat 73 ที่ | tr -d '\n')"
	printf 'x \n'
} >src/model/a.c
same "a line is measured in columns, marks and tabs counted right" \
	'src/model/a.c:2: 81 columns
src/model/a.c:3: space at the end of the line' "$(lint sizes)"

printf '/* b.c -- x */\n' >src/model/a.c
same "a file without a name or a licence in its head is seen" \
	'src/model/a.c:2: no SPDX line
src/model/a.c:1: does not begin with "a.c -- purpose"' \
	"$(lint heads src/model/a.c)"

cat >HACKING <<'TEXT'
Other

    nothing -- of this

Files

    README -- what
    **/local.mk -- lists
    src/base/
        mem.[ch] -- memory
        old.c -- gone
        mem.[ch] -- allocation
TEXT
same "a file HACKING does not name is seen, and back, and one named twice" \
	'HACKING:12: src/base/mem.[ch] is named twice
src/base/text.c:1: HACKING does not name it
HACKING:11: there is no src/base/old.c' \
	"$(lint contents README src/base/local.mk tests/cli/local.mk \
		src/base/mem.c src/base/mem.h src/base/text.c)"

printf 'C_TESTS += %%D%%/a-test %%D%%/ab-test\n' >tests/cli/local.mk
same "a test in no list is seen" \
	'tests/cli/b-test.c:1: not in tests/cli/local.mk
tests/cli/c.sh:1: not in tests/cli/local.mk' \
	"$(lint tests tests/cli/a-test.c tests/cli/b-test.c tests/cli/c.sh)"

mkdir -p tests/fault
echo 'it_is_survived(void **state)' >tests/cli/a-test.c
{
	echo '1 | a | tests/cli/a-test.c | it_is_survived | 1 | the same'
	echo '2 | b | tests/cli/a-test.c | it_is_not | 1 | the same'
	echo '3 | c | tests/cli/none.sh | x | 1 | the same'
	echo '4 | d | tests/cli/a-test.c | it_is_survived | 1 | 20'
	echo '5 | e'
	for row in $(seq 6 27); do
		echo "$row | f | tests/cli/a-test.c | it_is | 1 | none"
	done
} >tests/fault/table.txt
same "a fault without its test is seen" \
	'tests/fault/table.txt:1: row 28 has no test
tests/fault/table.txt:2: tests/cli/a-test.c has no test "it_is_not"
tests/fault/table.txt:3: there is no tests/cli/none.sh
tests/fault/table.txt:4: make soak does not run tests/cli/a-test.c
tests/fault/table.txt:5: a line has six columns
tests/fault/table.txt:5: there is no ' \
	"$(lint faults tests/fault/table.txt tests/cli/a-test.c |
		LC_ALL=C sort)"

# Not written as one word, or lint would find it here.
printf 'cd /%s/somebody\n' home >src/model/a.c
same "a path of one machine is seen" \
	'src/model/a.c:1: a path of one machine' "$(lint machine)"

mkdir man
cat >saraban <<'SH'
#!/bin/sh
printf 'action init\naction show\noption init --code\noption - --json\n'
printf 'action post add\noption post add --code\noption post add --after\n'
SH
chmod +x saraban
cat >man/saraban.1 <<'MAN'
.It Fl -json
.It Ic init Ar NAME Op Fl -code Ar CODE
.It Ic list Op Fl -year Ar BE
.It Ic post add Ar CODE \
Op Fl -after Ar POST
MAN
same "an action or option that is missing in the page is seen, and back" \
	'man/saraban.1:3: no action list
man/saraban.1:3: no option --year
man/saraban.1:1: action show is missing
man/saraban.1:1: option --code of post add is missing' "$(lint manual)"

mkdir debian
printf 'library one libone-dev\nlibrary two libtwo-dev\nprogram x three\n' \
	>bootstrap
printf 'Build-Depends: debhelper,\n libone-dev [linux-any]\n' >debian/control
same "a library that the Debian package is not built with is seen" \
	'debian/control:1: is not built with libtwo-dev' "$(lint depends)"

mkdir -p man/th
printf '.It Cm one Ns =\n.It Cm two\n$ go "there"\n# halt\n' >man/saraban-a.5
printf '.It Cm one\n.It Cm three\n$ go "ที่นั่น"\n' >man/th/saraban-a.5
: >man/saraban-b.5
same "what a page lacks in one language is seen, and a page that is missing" \
	'man/th/saraban-a.5:1: lacks # halt
man/th/saraban-a.5:1: lacks Cm two
man/saraban-a.5:1: lacks Cm three
man/saraban-b.5:1: is not there in Thai' \
	"$(lint pages man/saraban-a.5 man/saraban-b.5)"

mkdir tests/tui
cat >tests/tui/a.screen <<'SCREEN'
+------+
| Desk |
|      |
|F1Help|
+------+
|.bbbb.|
SCREEN
cat >README <<'TEXT'
The desk (tests/tui/a.screen):

 Desk
F1Help

More.
TEXT
same "README may leave out empty rows of a picture" "" "$(lint picture)"
sed -i 's/| Desk |/| Dusk |/' tests/tui/a.screen
same "... and nothing else" \
	'README:1: does not show what tests/tui/a.screen does' "$(lint picture)"

cat >local.mk <<'MAKE'
a_SOURCES += \
	%D%/one.c \
	%D%/two.c \
	%D%/one.c
b_SOURCES = %D%/one.c
if THREE
a_SOURCES += %D%/three.c
else
a_SOURCES += %D%/three.c %D%/two.c
endif
MAKE
echo 'int both(void) { return 1; } static int own(void) { return both(); }
int a(void) { return own(); }' >one.c
echo 'int both(void) { return 2; } static int own(void) { return both(); }
int b(void) { return own(); }' >two.c
"${CC:-cc}" -c one.c two.c && ar rc libsaraban.a one.o two.o
same "a function that is there twice is seen, and a file in a list" \
	'libsaraban.a:1: both is in one.o and in two.o
local.mk:4: %D%/one.c is in a_SOURCES twice' "$(lint twice local.mk)"
