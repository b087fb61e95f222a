# soak.sh -- run what takes hours, keep what it says, sum it up by faults
# SPDX-License-Identifier: GPL-3.0-or-later
#
# sh soak.sh TEST...: each is run, whatever the one before it came to.  What it
# says is in soak/FOLDER-NAME.log, each line after the second it came in.  Then
# comes each row of table.txt: how often it was to be tried, what it came to,
# how long it took, and the last figures it told.
: "${top_srcdir:?make soak runs it}" "${top_builddir:?}"
mkdir -p "$top_builddir/soak" || exit 1

# stamped: each line after the second, from now on, it came in.
stamped()
{
	began=$(date +%s)
	while IFS= read -r line; do
		printf '%d %s\n' $(($(date +%s) - began)) "$line"
	done
}

# One test, where make check would run it.
run()
{
	case $1 in
	*.sh)	${SHELL:-sh} "$top_srcdir/$1" ;;
	*)	"$top_builddir/$1" ;;
	esac
	echo "status $?"
}

failed=
for test; do
	name=$(echo "${test#tests/}" | tr / -)
	log=$top_builddir/soak/${name%.sh}.log
	echo "-- $test"
	run "$test" 2>&1 </dev/null | stamped | tee "$log.new"
	mv "$log.new" "$log"
	tail -1 "$log" | grep -q ' status 0$' || failed="$failed $test"
done

"$AWK" -v build="$top_builddir" -f "$top_srcdir/tests/soak.awk" \
	"$top_srcdir/tests/fault/table.txt"
test -z "$failed" || {
	echo "soak: failed:$failed"
	exit 1
}
