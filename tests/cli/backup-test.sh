# backup-test.sh -- a register is backed up while it is used, and proved
# SPDX-License-Identifier: GPL-3.0-or-later
. "${top_srcdir:?make check runs it}/tests/lib.sh"
. "$top_srcdir/tests/cli/office.sh"
new_office
as clerk receive --subject "เรื่องที่หนึ่ง" --ref "มท ๑" \
	--attach "$top_srcdir/data/letters/001.txt" >said
as clerk receive --subject "เรื่องที่สอง" --attach \
	"$top_srcdir/data/letters/002.txt" --attach \
	"$top_srcdir/data/letters/001.txt" >said

# newest: the backup that was made last.
newest()
{
	for each in "$HOME"/bk/2*; do
		echo "$each"
	done | tail -1
}

refused "a clerk does not back up" 3 "owns the register" \
	as clerk backup "$HOME/bk"
run en backup "$HOME/bk"
same "the one who owns the register does" 0 "$run_status"
has "... and is told events and last numbers on one line" \
	"^the backup is made; 11 events, .* kB; last numbers: receive 2/25" \
	"$(out)"
has "... and that two files were copied" "2 new attached files" "$(out)"
first=$(newest)
same "it lies under its day" 1 "$(find "$HOME/bk" -name '2*-*-*T*-*' | wc -l)"
same "for the owner alone" "700 600" \
	"$(stat -c %a "$first") $(stat -c %a "$first/manifest")"
ok "stock tools find the attached files whole" \
	sh -c "cd bk && sha256sum -c 2*/files.txt"
if command -v minisign >/dev/null; then
	en key show | tail -n 1 >public
	ok "stock minisign finds the signature good" \
		minisign -V -P "$(cat public)" -m "$first/manifest"
else
	skip "stock minisign finds the signature good" "minisign is missing"
fi
if command -v zstd >/dev/null && test -f "$first/register.db.zst"; then
	zstd -qd "$first/register.db.zst" -o plain.db
	# Not the index: a later SQLite opens it for that, and lacks our words.
	same "stock zstd and sqlite3 read the copy" "ok 2" \
		"$(sqlite3 plain.db "PRAGMA integrity_check(event);
		SELECT count(*) FROM letter" | tr '\n' ' ' | sed 's/ $//')"
else
	skip "stock zstd and sqlite3 read the copy" "zstd is missing"
fi
holds "the chain tells of it" '.kind == "backup.made" and .signed' \
	saraban --json backup "$HOME/bk"
holds "... without copying what has not changed" \
	'.new_files == 0 and .new_bytes == 0 and .files == 2' \
	saraban --json backup "$HOME/bk"
same "of one day the last stays" 1 \
	"$(find bk -maxdepth 1 -name '2*' | wc -l)"
has "the backups of a folder are listed" "receive 2/25" \
	"$(en backup list bk)"
status "no backups are nothing found" 1 en backup list "$HOME"

# Attached files, by inode: none is made anew, and what rotted is.
inodes()
{
	find bk/files -type f -exec stat -c '%i %n' {} + | sort
}
before=$(inodes)
en backup bk >said
same "an attached file that is there is not touched" "$before" "$(inodes)"
rotten=$(find bk/files -type f | head -1)
chmod 600 "$rotten"
echo rot >>"$rotten"
holds "one that rotted is copied again" '.new_files == 1' \
	saraban --json backup bk
ok "... and is whole" sh -c "cd bk && sha256sum -c 2*/files.txt"
echo x >bk/files/00notours
mkdir -p bk/files/ff
echo gone >"bk/files/ff/$(printf '%062d' 7)"
en backup bk >said
same "a file that no backup names goes with an old backup" 0 \
	"$(find bk/files/ff -type f | wc -l)"

# The drill.
run en backup drill bk
same "the newest is restored for practice" 0 "$run_status"
has "... and found whole" "is whole" "$(out)"
holds "... which the chain tells" '.kind == "backup.drilled" and
	(.name | test("^2"))' saraban --json backup drill bk

# What is in the way.
exec 9>bk/.lock
flock -n 9
refused "two at once in one folder are not" 4 "another backup" en backup bk
exec 9>&-
refused "where no folder can be" 4 "said" en backup "$HOME/said/bk"
mkdir -p bk/.tmp-2020-01-01T000000-00000000
en backup bk >said
same "what was not finished is cleared away" 0 \
	"$(find bk -maxdepth 1 -name '.tmp*' | wc -l)"

# A register with a fault is no backup, but stays.
file=$(find "$BESIDE-files" -type f | head -1)
cp -p "$file" kept
before=$(find bk -maxdepth 1 -name '2*' | sort)
chmod 600 "$file"
echo more >>"$file"
rm -rf bk/files
run en backup bk
same "a register with a fault ends with 1" 1 "$run_status"
has "... says so" "attached files are not" "$(err)"
same "... and no backup goes" "$before" \
	"$(find bk -maxdepth 1 -name '2*' ! -name '*.faulty' | sort)"
same "... and what there is stays beside" 1 \
	"$(find bk -maxdepth 1 -name '*.faulty' | wc -l)"
cp -p kept "$file"
en backup bk >said
has "... and is no backup in the list" 1 \
	"$(en backup list bk | grep -c '^[0-9]')"

# Without a key it is made all the same.
mv "$BESIDE-key" key-away
before=$(find bk -maxdepth 1 -name '2*' | sort)
run en backup bk
same "without the key it is made" 0 "$run_status"
has "... and said to be unsigned" "not signed" "$(err)"
same "... and none that is signed goes for it" "$before" \
	"$(echo "$before" | xargs ls -d 2>/dev/null)"
mv key-away "$BESIDE-key"
whole_at_last
