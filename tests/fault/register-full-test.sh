# register-full-test.sh -- a register whose disk is full is copied elsewhere
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The register lies on a disk of its own in a namespace, where not a byte is
# left; the folder of backups does not.
. "${top_srcdir:?make check runs it}/tests/lib.sh"
. "$top_srcdir/tests/cli/office.sh"
unshare -rm true 2>/dev/null || skip_all "no disk can be mounted here"
new_office
as clerk receive --subject "เรื่องแรก" \
	--attach "$top_srcdir/data/letters/001.txt" >said
head=$(saraban --json check | jq -r .head)
mkdir -m 700 disk bk
name=$(basename "$REGISTER")
program="'$SARABAN' --lang en --register '$HOME/disk/$name'"

# on_full_disk COMMAND: the register lies there, and no room is left; `rm
# disk/plug' makes some.
on_full_disk()
{
	unshare -rm sh -c "
		cd '$HOME'
		mount -t tmpfs -o size=4m,mode=700 small disk || exit 77
		cp -pr $name* disk
		rm -f disk/$name-shm disk/$name-wal
		{ cat /dev/zero >disk/plug; } 2>/dev/null
		$1" >out 2>err
	run_status=$?
	test $run_status != 77 || skip_all "no disk can be mounted here"
}

# What a backup tells that the register could not write down.
untold()
{
	same "$1: it ends with 4" 4 "$run_status"
	has "... says that it is made and where" \
		"the backup is made and whole, but .*$HOME/bk/20" "$(cat err)"
	has "... and that the disk of the register is full" \
		"events, .*: the disk is full" "$(cat err)"
	same "... on one line" 1 "$(wc -l <err)"
	ok "... it is restored" en --register "$1.db" restore bk \
		--key "$(saraban --json key show | jq -r .key)"
	same "... and is the register to its last event" "$head" \
		"$(saraban --register "$1.db" --json export --text 2>/dev/null |
			grep -o "$head" | head -n 1)"
}

on_full_disk "$program list"
same "who looks alone sees it" 0 "$run_status"
has "... all of it" "เรื่องแรก" "$(cat out)"
on_full_disk "$program --as clerk receive --subject x"
same "who receives is refused" 4 "$run_status"
has "... as full" "the disk is full" "$(cat err)"

on_full_disk "$program backup bk"
untold alone
rm -r bk
mkdir -m 700 bk

# Others are in it: they hold what SQLite keeps beside it.
mkfifo asked
on_full_disk "
	rm disk/plug
	sqlite3 disk/$name <asked >seen &
	exec 9>asked
	echo 'SELECT count(*) FROM event;' >&9
	n=0
	until test -s seen || test \$n = 300; do
		sleep 0.1; n=\$((n + 1))
	done
	{ cat /dev/zero >disk/plug; } 2>/dev/null
	$program backup bk; status=\$?
	exec 9>&-
	wait
	exit \$status"
untold crowd

# With room again; names tell seconds.
on_full_disk "
	rm disk/plug
	$program backup bk
	sleep 1.1
	{ cat /dev/zero >disk/plug; } 2>/dev/null
	$program backup bk
	ls bk | grep '^2' | tail -n 1 >untold
	rm disk/plug
	$program --json doctor >doctor
	$program --as clerk receive --subject 'มีที่แล้ว' &&
	sqlite3 disk/$name 'SELECT name, folder FROM backup' >told
	$program --as clerk receive --subject 'อีกเรื่อง' &&
	sqlite3 disk/$name 'SELECT count(*) FROM event
		WHERE kind = \"backup.made\"' >count
	ls -A disk >left
	$program backup bk && $program check"
same "with room the next backup tells of itself" 0 "$run_status"
same "and before it the next act of anybody tells of the one that was not" \
	"$(cat untold)|$HOME/bk" "$(cat told)"
same "... once" 2 "$(cat count)"
hasnt "... and no note of it stays" untold "$(cat left)"
same "meanwhile the doctor knew the one that was not told" good \
	"$(jq -r '.findings[] | select(.about == "backups") | .state' doctor)"
