# backup-full-test.sh -- a full disk gives no backup, and the register goes on
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The folder of backups is a disk of its own, of so many kB, in a namespace.
. "${top_srcdir:?make check runs it}/tests/lib.sh"
. "$top_srcdir/tests/cli/office.sh"
unshare -rm true 2>/dev/null || skip_all "no disk can be mounted here"
new_office
for n in 1 2 3; do
	as clerk receive --subject "เรื่องที่ $n" \
		--attach "$top_srcdir/data/letters/00$n.txt" >said
done
mkdir bk
# The size of the register as a file; of a server's, as a backup becomes one.
size_of()
{
	if on_postgresql; then
		saraban backup "$HOME/first" >said || return
		awk '$1 == "whole:" { print $3 }' first/2*/manifest
	else
		stat -c %s "$REGISTER"
	fi
}
size=$(($(size_of) / 1024))

# on_disk KB COMMAND: with a disk of that size as folder of backups.
on_disk()
{
	unshare -rm sh -c "
		mount -t tmpfs -o size=$1k small '$HOME/bk' || exit 77
		$2; s=\$?
		find '$HOME/bk' -mindepth 1 -name '[.2]*' ! -name .lock
		exit \$s" >out 2>err
}

on_disk $((size / 2)) "'$SARABAN' --lang en backup '$HOME/bk'"
test $? != 77 || skip_all "no disk can be mounted here"
on_disk $((size / 2)) "'$SARABAN' --lang en backup '$HOME/bk'"
same "too little room ends with 4" 4 $?
# What a server's register takes is known when it is a file.
on_postgresql ||
	has "... and says how much is needed" "MB free, .* are needed" \
		"$(cat err)"
same "... and nothing is left of it" "" "$(cat out)"

# Room for the copy by the count, and none for the rest: it fails at each of
# its steps in turn.
failed=0
whole=0
left=
for more in 0 10 20 40 60 80 120 160; do
	on_disk $((size * 22 / 10 + 40)) "
		head -c $((size * 1024 * 22 / 10)) /dev/zero >'$HOME/bk/plug'
		'$SARABAN' --lang en backup '$HOME/bk'"
	test $? = 4 && failed=$((failed + 1))
	left=$left$(cat out)
	on_disk $((size * 22 / 10 + more)) \
		"'$SARABAN' --lang en backup '$HOME/bk'"
	status=$?
	case $status in
	0)
		whole=$((whole + 1))
		;;
	*)
		failed=$((failed + 1))
		left=$left$(cat out)
		;;
	esac
done
same "a disk that fills up halfway leaves nothing behind" "" "$left"
same "some were too small, some large enough" yes \
	"$(test $failed -gt 0 && test $whole -gt 0 && echo yes ||
		echo "failed $failed, whole $whole")"
run as clerk receive --subject "ต่อไป"
same "the register goes on" 0 "$run_status"
whole_at_last
