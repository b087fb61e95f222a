# restore-test.sh -- what is restored, what is refused, and paper before numbers
# SPDX-License-Identifier: GPL-3.0-or-later
. "${top_srcdir:?make check runs it}/tests/lib.sh"
. "$top_srcdir/tests/cli/office.sh"
. "$top_srcdir/tests/cli/hurt.sh"
new_office
letters=$top_srcdir/data/letters
for n in 1 2 3; do
	as clerk receive --subject "เรื่องที่ $n" --ref "มท $n" \
		--attach "$letters/00$n.txt" >said
done
en backup bk >said
good=$(find "$HOME/bk" -maxdepth 1 -name '2*')
packed=$(basename "$(find "$good" -name 'register.db*')")
for n in 4 5 6; do
	as clerk receive --subject "เรื่องที่ $n" >said
done

# ------------------------------------------------------ what is refused

refused "a backup older than what stands is refused, and by how much" 3 \
	"3 entries are newer; --older REASON" en restore bk
refused "a reason that says nothing is none" 3 "--older REASON" \
	en restore bk --older " "
refused "a clerk does not restore" 3 "owns the register" \
	as clerk restore bk --older x
refused "... and nobody who may only look" 4 "only be read" \
	en --read-only restore bk --older x
refused "an empty folder is no backup" 4 "no backup" \
	en restore "$REGISTER-files"
refused "nor is what is not there" 2 "nowhere" en restore nowhere

before=$(whole)
half=$(($(stat -c %s "$good/$packed") / 2))
damaged "a byte at the beginning of the register" "not what the manifest" \
	"flip $packed 0"
damaged "a byte in the middle" "not what the manifest" "flip $packed $half"
damaged "a byte at the end" "not what the manifest" \
	"flip $packed $((half * 2 - 1))"
damaged "a register that ends too early" "not what the manifest" \
	"chmod 600 $packed; truncate -s $half $packed"
damaged "a register that goes on" "not what the manifest" \
	"chmod 600 $packed; echo more >>$packed"
damaged "an empty register" "not what the manifest" \
	"chmod 600 $packed; : >$packed"
damaged "no register" "register.db" "rm $packed"
damaged "a folder in its place" "register.db" "rm $packed; mkdir $packed"
damaged "a list of files that lacks a line" "files.txt" \
	"chmod 600 files.txt; sed -i 1d files.txt"
damaged "a list of files with another digest" "files.txt" "flip files.txt 3"
damaged "no list of files" "files.txt" "rm files.txt"
damaged "a manifest of another id" "signature" \
	"chmod 600 manifest; sed -i 's/^id: .\\{4\\}/id: 0000/' manifest"
damaged "a manifest with a higher number" "not what the manifest\|signature" \
	"chmod 600 manifest; sed -i 's/2569 3 receive/2569 9 receive/' manifest"
damaged "a manifest of another time" "signature" \
	"chmod 600 manifest; sed -i 's/^made: 20/made: 19/' manifest"
damaged "a manifest without a key" "manifest" \
	"chmod 600 manifest; sed -i '/^schema/d' manifest"
damaged "a manifest of a newer saraban" "manifest" \
	"chmod 600 manifest; sed -i '1s/1/9/' manifest"
damaged "a manifest that names a file elsewhere" "manifest" \
	"chmod 600 manifest; sed -i 's,register.db$,../../x,' manifest"
damaged "an empty manifest" "manifest" "chmod 600 manifest; : >manifest"
damaged "no manifest" "no backup" "rm manifest"
damaged "no signature" "has no signature" "rm manifest.minisig"
damaged "an empty signature" "signature" \
	"chmod 600 manifest.minisig; : >manifest.minisig"
damaged "a signature of which a byte is another" "signature" \
	"flip manifest.minisig 80"
damaged "a signature of another manifest" "signature" \
	"chmod 600 manifest.minisig; sed -i 's/backup [0-9a-f]*/backup 00/' \
		manifest.minisig"
damaged "an attached file that is missing" "missing.*--incomplete REASON" \
	"rm -r ../files/$(find bk/files -type f | head -1 | cut -d/ -f3)"
rm -rf hurt
if command -v minisign >/dev/null; then
	rm -rf hurt
	cp -a bk hurt
	minisign -G -W -p other.pub -s other.key >said 2>&1
	rm "hurt/$(basename "$good")/manifest.minisig"
	minisign -S -s other.key -m "hurt/$(basename "$good")/manifest" \
		>said 2>&1
	refused "signed by another key" 3 "signature" \
		en restore hurt --older x
fi

# Of another register.
SARABAN_REGISTER=$HOME/other.db saraban init "ที่อื่น" >said
SARABAN_REGISTER=$HOME/other.db saraban backup theirs >said
refused "of another register" 3 "of another register" en restore theirs
hasnt "... and nobody is told of newer entries" newer "$(err)"

# Somebody has it open, and does nothing.
mkfifo waiting
sqlite3 "$REGISTER" <waiting >said 2>&1 &
clerk=$!
exec 8>waiting
echo "SELECT count(*) FROM letter;" >&8
soon test -s said
run en restore bk --older "ทดสอบ"
if test "$run_status" = 4 && grep -q "process $clerk" "$tap_files/err"; then
	tap_pass "somebody who has it open is named"
else
	tell "status $run_status"
	tap_fail "somebody who has it open is named"
fi
exec 8>&-
wait $clerk

# ------------------------------------------------------------ restored

run en restore bk --older "ดิสก์เสีย เปลี่ยนเครื่องใหม่"
same "told why, it is restored" 0 "$run_status"
has "... and what stood there is set aside" "what stood here lies in" "$(out)"
aside=$(find "$HOME" -maxdepth 1 -name 'register.db-before-*')
same "... nothing deleted" 9 "$(sqlite3 "$aside/register.db" \
	"SELECT count(*) + 3 FROM letter")"
same "... and nothing is left over" 0 \
	"$(find "$HOME" -name '*restoring*' -o -name '.tmp*' | wc -l)"
holds "the chain tells of both ends" \
	'.ok' saraban --json check
same "... by seq and hash, and why" "1 1 ดิสก์เสีย เปลี่ยนเครื่องใหม่" \
	"$(sqlite3 "$REGISTER" "SELECT length(body ->> 'hash') = 64,
		(body ->> 'lost_seq') > (body ->> 'seq'),
		body ->> '$.overlooked.older' FROM payload
		WHERE seq = (SELECT max(seq) FROM event)" | tr '|' ' ')"

# ------------------------------------------------------------ the guard

refused "no number is given by command" 3 "restore confirm" \
	as clerk receive --subject "ใหม่"
refused "... nor reserved" 3 "restore confirm" \
	as clerk reserve --purpose "x" --until "$(TZ=Asia/Bangkok date +%F)"
holds "the register says what it asks, and the last it knows" \
	'length >= 1 and any(.[]; .book == "receive" and .number == 6)' \
	saraban --json restore asks
refused "a number lower than one that was given is refused" 3 \
	"number 6 was given already" as clerk restore confirm receive 5
refused "words are no number" 2 "last number on paper" \
	as clerk restore confirm receive "หก"
refused "there are no books but those there are" 2 "no book" \
	as clerk restore confirm recieve 6
refused "very many numbers want a word more" 3 "sure" \
	as clerk restore confirm receive 600
holds "the last number on paper is told" '.lost == 5 and .last == 8' \
	as clerk --json restore confirm receive ๘
refused "once" 3 "nothing is asked" as clerk restore confirm receive 9
run as clerk receive --subject "ใหม่"
has "the next number follows paper" "number 9/" "$(out)"
same "those between are in the book as lost" "4 5 6 7 8" \
	"$(sqlite3 "$REGISTER" "SELECT number FROM letter
		WHERE state = 'lost' ORDER BY number" | tr '\n' ' ' |
		sed 's/ $//')"
has "... told as what they are" "its record is lost" "$(en history 5)"
for post in clerk head deputy palad; do
	as $post endorse 1 --note "เพื่อโปรดพิจารณา" >said
done
as nayok order 1 --note "มอบกองช่าง" --assign works >said
refused "the first number of a division's book is asked for, too" 3 \
	"restore confirm" as works acknowledge 1
as works restore confirm division:works 2 >said
holds "... and told by its head" '.division_number == 3' \
	as works --json acknowledge 1
whole_at_last

# Again: nothing newer is lost, and the register asks all the same.
en backup bk >said
ok "the next backup of that day leaves the one that was restored" \
	test -d "$good"
run en restore bk
same "what has nothing newer is restored without a reason" 0 "$run_status"
refused "... and asks all the same" 3 "restore confirm" \
	as clerk receive --subject "x"
as clerk restore confirm receive 9 >said
run as clerk receive --subject "x"
has "no number is given twice" "number 10/" "$(out)"

# A register that has given no number yet asks for its first book all the same.
SARABAN_REGISTER=$HOME/young.db saraban init "อบต.ใหม่" >said
SARABAN_REGISTER=$HOME/young.db saraban backup young >said
run en restore young --into "$HOME/young.db"
holds "what has no number yet asks for the first" \
	'.[0].book == "receive" and .[0].number == 0' \
	saraban --register "$HOME/young.db" --json restore asks

# A new machine: nothing stands there.
run en restore bk --into "$HOME/new/register.db"
same "on a new machine it is restored" 0 "$run_status"
same "... with its attached files" 3 \
	"$(find "$HOME/new/register.db-files" -type f | wc -l)"
same "... for its owner alone" 600 \
	"$(stat -c %a "$HOME/new/register.db")"
run en restore bk --into "$HOME/newer/register.db" \
	--key "$(en key show | tail -1)"
same "... also by the key that stands on paper" 0 "$run_status"
run en restore bk --into "$HOME/newer2/register.db" --key "$(en key show)"
same "... or with the line that is printed above it" 0 "$run_status"
run env SARABAN_REGISTER="$HOME/other.db" "$SARABAN" --lang en key show
out | tail -1 >key
run en restore bk --into "$HOME/newest/register.db" --key "$(cat key)"
same "... not by another" 3 "$run_status"

# ------------------------------------------- an older file, put there by hand

cp -p "$aside/register.db" old.db
rm -f "$REGISTER" "$REGISTER-wal" "$REGISTER-shm"
cp old.db "$REGISTER"
refused "an older file that was copied here gives no number" 3 \
	"older than the register that stood here" \
	as clerk receive --subject "x"
refused "... and nothing else is written" 3 "restore admit" \
	as clerk endorse 1 --note x
ok "... while it can be looked at" as clerk list
refused "a clerk does not admit it" 3 "owns the register" \
	as clerk restore admit --reason x
ok "who owns it may, and says why" en restore admit --reason "ย้ายเครื่อง"
refused "... and paper is asked" 3 "restore confirm" \
	as clerk receive --subject "x"
as clerk restore confirm receive 10 >said
run as clerk receive --subject "x"
has "... before it goes on" "number 11/" "$(out)"
whole_at_last
