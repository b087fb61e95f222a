# read-only-test.sh -- a disk that may only be read is said to be one, and read
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The folder of the register is mounted once more upon itself, in a namespace.
. "${top_srcdir:?make check runs it}/tests/lib.sh"
. "$top_srcdir/tests/cli/office.sh"
unshare -rm true 2>/dev/null || skip_all "no disk can be mounted here"
new_office
mkdir disk
cp -p "$REGISTER"* disk
SARABAN_REGISTER=$HOME/disk/$(basename "$REGISTER")
export SARABAN_REGISTER
as clerk receive --subject "เรื่องแรก" >said
before=$(saraban --json list)

# read_only SCRIPT: run where the folder may only be read.
read_only()
{
	unshare -rm sh -c "
		mount --bind '$HOME/disk' '$HOME/disk' &&
		mount -o remount,ro,bind '$HOME/disk' || exit 77
		$1" >out 2>err
}

program="'$SARABAN' --lang en --as clerk"
read_only "$program list"
test $? != 77 || skip_all "nothing can be mounted read-only here"
looked=$?
case $looked in
0)	has "it is read all the same" "เรื่องแรก" "$(cat out)" ;;
*)	has "it is said why it is not read" "allowed to write" "$(cat err)" ;;
esac
for act in 'receive --subject x' 'endorse 1 --note x' 'hand 1 --to head'; do
	read_only "$program $act"
	same "refused on a disk that may only be read: $act" 4 $?
	has "... in words" "only be read\|allowed to write" "$(cat err)"
done
read_only "'$SARABAN' --lang en backup '$HOME/disk/bk'"
same "no backup is made upon it" 4 $?
read_only "'$SARABAN' --lang en doctor"
hasnt "doctor does not die of it" "Aborted\|core" "$(cat err)"
same "nothing was changed" "$before" "$(saraban --json list)"

# It becomes so while somebody works: nothing is half done, and when it may be
# written again the session goes on.
mkfifo typed
unshare -rm sh -c "
	mount --bind '$HOME/disk' '$HOME/disk' || exit 77
	TERM=dumb '$SARABAN' --lang en --as clerk <typed >out 2>err &
	exec 9>typed
	wait_for()
	{
		n=300
		until grep -q \"\$1\" out err; do
			n=\$((n - 1))
			test \$n -gt 0 || exit 1
			sleep 0.1
		done
	}
	echo 'receive --subject \"ก่อน\"' >&9
	wait_for 'number 2/'
	mount -o remount,ro,bind '$HOME/disk' || exit 77
	echo 'receive --subject \"ระหว่าง\"' >&9
	wait_for 'only be read\|I/O'
	echo list >&9
	mount -o remount,rw,bind '$HOME/disk' || exit 77
	echo 'receive --subject \"หลัง\"' >&9
	wait_for 'number 3/'
	echo quit >&9
	wait" 9>&-
case $? in
77)	skip "a session outlives it" "no remount while a file is open" ;;
*)	has "a session outlives it" "number 3/" "$(cat out)" ;;
esac
ok "the register is whole" saraban check
