# engines-test.sh -- the same tests hold with their registers in PostgreSQL
# shellcheck shell=sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# engines-test.sh [TEST...]: without a name, the quick ones of the table
# tests/on-postgresql.txt; with names, these but for those that the table says
# cannot be.  make check-postgresql names all there are.  What each says stands
# beside its log, in TEST.postgresql.
. "${top_srcdir:?make check runs it}/tests/lib.sh"
. "$top_srcdir/tests/postgresql.sh"

table=$top_srcdir/tests/on-postgresql.txt
: "${top_builddir:?}"

# Why a test is not run, or nothing.
why_not()
{
	awk -v name="$1" '$1 == "not" && $2 == name {
		sub(/^not[ \t]+[^ \t]+[ \t]+/, ""); print }' "$table"
}

new_home
"$SARABAN" --register postgresql:///x?host=/nowhere list 2>&1 |
	grep -q 'without PostgreSQL' &&
	skip_all "libpq was not there to build with"
postgresql_start || skip_all "$postgresql_why"
# Seconds; by name, the long ones run, too.
limit=1800
test $# != 0 || {
	limit=480
	# shellcheck disable=SC2046 # names of tests have no spaces
	set -- $(awk '$1 == "quick" { print $2 }' "$table")
}

# one TEST: as make check runs it; how it ended into results/.
cat >one <<'END'
log=$top_builddir/$1.postgresql
result=results/$(echo "$1" | tr / _)
mkdir -p "$(dirname "$log")"
: >"$result.made"
SARABAN_TEST_MADE=$PWD/$result.made
export SARABAN_TEST_MADE
case $1 in
*.sh)	set -- sh "$top_srcdir/$1" ;;
*)	set -- sh "$top_srcdir/tests/cmocka.sh" "$top_builddir/$1" ;;
esac
cd "$top_builddir" &&
	timeout --foreground -k 5 "$limit" "$@" >"$log" 2>&1 9>&-
echo $? >"$OLDPWD/$result.status"
END
mkdir results
SARABAN_TEST_ENGINE=postgresql
export SARABAN_TEST_ENGINE limit
for test; do
	test -n "$(why_not "$test")" || echo "$test"
done | xargs -P "${SARABAN_TEST_JOBS:-$(nproc)}" -n 1 sh one
unset SARABAN_TEST_ENGINE

told()
{
	grep '^not ok' "$1" | head -20
	tail -15 "$1"
}
skipped=0
# left_out TEST WHY
left_out()
{
	skipped=$((skipped + 1))
	skip "$@"
}
for test; do
	result=results/$(echo "$test" | tr / _)
	log=$top_builddir/$test.postgresql
	if test ! -e "$result.status"; then
		left_out "$test" "$(why_not "$test")"
	elif test "$(cat "$result.status")" != 0; then
		told "$log" >"$tap_files/why"
		tap_fail "$test"
	elif grep -q '^1..0' "$log"; then
		left_out "$test" "$(sed -n 's/^1\.\.0 # SKIP //p' "$log")"
	elif test ! -s "$result.made"; then
		left_out "$test" "it makes no register"
	else
		tap_pass "$test"
	fi
done
echo "# $((tap_count - tap_failed - skipped)) passed, $tap_failed failed," \
	"$skipped skipped"
