# secret-test.sh -- secret letters: who reads them, and what lies on the disk
# SPDX-License-Identifier: GPL-3.0-or-later
. "${top_srcdir:?make check runs it}/tests/lib.sh"
. "$top_srcdir/tests/cli/office.sh"
new_office
cleared clerk >said

# did SENTENCE COMMAND...: it is done.
did()
{
	did_name=$1
	shift
	run "$@"
	same "$did_name" "0 " "$run_status $(err)"
}

# on_disk WORD: how many files hold it, whatever they are.
on_disk()
{
	if on_postgresql; then
		dump >"$HOME/rows"
	else
		sqlite3 "$REGISTER" 'PRAGMA wal_checkpoint(TRUNCATE)' >/dev/null
		cp "$REGISTER" "$HOME/rows"
	fi
	grep -rlF "$1" "$HOME/rows" "$BESIDE-files" "$BESIDE-secret" \
		2>/dev/null | wc -l
	rm "$HOME/rows"
}

mkdir scans
printf 'ความในไฟล์แนบ\n' >"scans/บันทึก.txt"
head -c 300000 /dev/urandom >scans/big.bin
printf 'ความในตัวหนังสือ\n' >scans/letter.txt

same "no key is made before there is a secret" "" \
	"$(find . -name '*-secret')"
did "an open letter is kept as it is" as clerk receive scans/letter.txt \
	--subject "เปิด"
same "... and stands on the disk" 2 "$(on_disk ความในตัวหนังสือ)"
printf 'ความลับในตัวหนังสือ\n' >scans/letter.txt
run as clerk receive scans/letter.txt --subject "ปิด" --secrecy ลับ \
	--attach "scans/บันทึก.txt" --attach scans/big.bin
same "a secret letter is received" 0 "$run_status"
has "... and it is told that a key was made" "into the safe" "$(out; err)"
has "... and that there is no registrar" "no registrar" "$(out; err)"
same "the key is for the account alone" 600 "$(stat -c %a "$BESIDE-secret")"
for words in ความลับในตัวหนังสือ ความในไฟล์แนบ; do
	same "$words is on no file of the register" 0 "$(on_disk "$words")"
done
same "nothing of a big file either" "" "$(find "$BESIDE-files" -type f |
	while read -r file; do
		cmp -s "$file" scans/big.bin && echo "$file"
	done)"
if on_postgresql; then
	skip "a backup is made" "a database is backed up by its server"
else
	run en backup bk
	same "a backup is made" 0 "$run_status"
	same "... without the key" "" "$(find bk -name '*-secret'
		grep -rl saraban-secret-1 bk)"
fi

holds "who may read it reads its text" \
	'(.text | contains("ความลับในตัวหนังสือ")) and (.locked | not) and
	 (.attachments | length == 3 and all(.sealed))' as clerk --json show 2
holds "... and finds it by its text" 'length == 1 and .[0].number == 2' \
	as clerk --json search ความลับในตัวหนังสือ
did "... and takes its files out" as clerk file 2 3 --output big
ok "... as they went in" cmp big scans/big.bin
did "... under their own names" as clerk file 2 2
ok "... as they went in" cmp "บันทึก.txt" "scans/บันทึก.txt"
refused "what is there is not written over" 4 "บันทึก.txt" as clerk file 2 2
refused "a file that is none" 2 "has 3 files" as clerk file 2 4
refused "who may not read it takes none" 3 "not given to you" \
	as finance file 2 1 --output stolen
refused "... nor the account that owns the register" 3 "not given to you" \
	en file 2 1 --output stolen
did "files of open letters are for all" as finance file 1 1 --output open
has "each file that was read stands in the history" 'read file 3' \
	"$(as clerk history 2)"

holds "the check opens what is sealed" '.ok' en --json check
mv "$BESIDE-secret" away
holds "without the key the rest is whole" '.ok' en --json check
holds "... and the words stay closed, and it is said" \
	'.locked and .text == null and .subject == "ปิด"' as clerk --json show 2
has "... in lines, too" "the key of the secret letters" "$(as clerk show 2)"
refused "... and no file comes out" 4 "should lie in the safe" \
	as clerk file 2 2 --output gone
ok "... not even a part" test ! -e gone
echo "saraban-secret-1 $(printf '%064d' 0)" >"$BESIDE-secret"
status "with a key of another register the check finds it" 1 \
	saraban --json check
mv away "$BESIDE-secret"

# Made open to all, its words are as those of others.
did "the class is lifted" as clerk correct 2 secrecy - --reason "เปิดเผยแล้ว"
holds "everybody reads it" '.text | contains("ความลับในตัวหนังสือ")' \
	as finance --json show 2
holds "... and finds it" 'length == 1' \
	as finance --json search ความลับในตัวหนังสือ
did "... and takes its files out" as finance file 2 2 --output for-all
ok "... open" cmp for-all "scans/บันทึก.txt"

# Made secret afterwards, its files are sealed as if they had come so.
printf 'สำเนาที่ใช้ร่วมกัน\n' >scans/shared.txt
printf 'ผังที่ปิดภายหลัง\n' >scans/plan.txt
did "an open letter has files" as clerk receive --subject "ผัง" \
	--attach scans/plan.txt --attach scans/shared.txt \
	--attach scans/plan.txt
did "... and another letter one of them, too" as clerk receive \
	--subject "ร่วม" --attach scans/shared.txt
same "... which lie open" 1 "$(on_disk ผังที่ปิดภายหลัง)"
plain=$(sha256sum <scans/plan.txt | cut -c 1-64)
plain=$BESIDE-files/$(echo "$plain" | cut -c 1-2)/$(echo "$plain" | cut -c 3-)
cp "$plain" kept
refused "who may not correct it seals nothing" 3 "" \
	as finance correct 3 secrecy ลับ --reason "x"
act=00112233445566778899aabbccddeeff
run as clerk --act $act correct 3 secrecy ลับ --reason "ลับ"
same "it is made secret" 0 "$run_status"
has "... and it is told that a file lies elsewhere, too" "other letters" \
	"$(err)"
same "nothing of its own file lies open" 0 "$(on_disk ผังที่ปิดภายหลัง)"
same "... and what another letter has does" 1 "$(on_disk สำเนาที่ใช้ร่วมกัน)"
holds "all its files are sealed, and keep their names" \
	'.attachments | all(.sealed) and
	 (map(.name) == ["plan.txt", "shared.txt", "plan.txt"])' \
	as clerk --json show 3
did "who may read it takes a file out" as clerk file 3 1 --output plan
ok "... as it went in" cmp plan scans/plan.txt
did "... and one that others have, too" as clerk file 3 2 --output shared
ok "... as it went in" cmp shared scans/shared.txt
refused "others take none" 3 "not given to you" \
	as finance file 3 1 --output stolen
did "... but of the other letter" as finance file 4 1 --output theirs
ok "... as it went in" cmp theirs scans/shared.txt
holds "the check opens what is sealed" '.ok' en --json check
if on_postgresql; then
	skip "a backup is made of it" "a database is backed up by its server"
else
	ok "a backup is made of it" en backup after
	same "... in which it lies open nowhere" "" \
		"$(grep -rlF ผังที่ปิดภายหลัง after)"
	same "... as the file of the other letter does" 1 \
		"$(grep -rlF สำเนาที่ใช้ร่วมกัน after | wc -l)"
	ok "... and it can be restored" en backup drill after
fi

# The program was ended between the commit and what follows it.
cp kept "$plain"
events=$(sql 'SELECT count(*) FROM event')
run as clerk --json --act $act correct 3 secrecy ลับ --reason "ลับ"
same "asked again, it is done already" 0 "$run_status"
same "... no event more" "$events" \
	"$(sql 'SELECT count(*) FROM event')"
same "... and what lay open is taken away" 0 "$(on_disk ผังที่ปิดภายหลัง)"
rm -f "$plain" && mkdir -p "$plain"
run as clerk correct 3 secrecy ลับมาก --reason "x"
same "a higher class is given" 0 "$run_status"
has "... and it is told what cannot be taken away" "$(basename "$plain")" \
	"$(out; err)"
rmdir "$plain"
did "the class is lifted" as clerk correct 3 secrecy - --reason "เปิด"
did "... and all take its files out" as finance file 3 1 --output opened
ok "... open" cmp opened scans/plan.txt
en office add other "หน่วยงานอื่น" --under "$(en --json office list |
	jq -r '.[0].code')" >said
as clerk endorse 3 --note x --to nayok --reason x >said
as nayok order 3 --note x >said
refused "another office cannot open them: it is not sent on" 3 \
	"file 1 is sealed" as clerk forward 3 --to-all --endorse x
whole_at_last
