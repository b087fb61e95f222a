# check-test.sh -- check finds what was done past the program
# SPDX-License-Identifier: GPL-3.0-or-later
. "${top_srcdir:?make check runs it}/tests/lib.sh"
. "$top_srcdir/tests/cli/office.sh"
umask 077
new_office
as clerk receive --subject "เรื่องที่หนึ่ง" --ref "มท ๑" \
	--attach "$top_srcdir/data/letters/001.txt" >said
as clerk endorse 1 --note "เพื่อโปรดทราบ" >said
as head endorse 1 --note "เห็นควรมอบกองช่าง" >said
as clerk receive --subject "เรื่องที่สอง" --ref "มท ๒" >said
as deputy show 1 >said
whole_at_last

# The chain: 1 init, 2-9 people, 10 receive, 11 12 endorse, 13 receive, 14 open.
keep_register

# edit SQL: by somebody with a shell of the database who knows the guards.
edit()
{
	register_as_kept
	tamper "$1" || {
		echo "Bail out! not done: $1"
		exit 99
	}
}

# found SENTENCE CODE SEQ: check ends with 1 and names this fault and seq.
found()
{
	run saraban --json check
	if test "$run_status" != 1; then
		tell "exit status $run_status of check, not 1"
	elif ! jq -e --argjson seq "$3" '.ok == false and any(.faults[];
		.code == "'"$2"'" and .seq == $seq and (.text | length > 10))' \
		"$tap_files/out" >/dev/null; then
		tell "no fault \"$2\" at $3"
	elif ! is_clean "$tap_files/out"; then
		tell "control characters"
	else
		tap_pass "$1"
		return
	fi
	tap_fail "$1"
}

edit "SELECT 1" >said
holds "a copy that nobody edited is whole" .ok saraban --json check

for trigger in "UPDATE event SET time = 0" "DELETE FROM event" \
	"UPDATE payload SET body = '{}'" "DELETE FROM payload" \
	"UPDATE register SET uuid = zeroblob(16)" "DELETE FROM register"
do
	ok "who knows no guards is refused: $trigger" \
		fails sql_write "$trigger"
done
sql_write "$(without_guard event_stays event)"
status "who takes the triggers away is told of" 1 saraban check

# Every column of an event is under the seal.
for edited in "time = time + 1" "kind = 'letter.open'" "letter = 13" \
	"book = 'other'" "year = 2500" "number = 7" "person = 3" \
	"login = 'palad'" "post = 'palad'" "capacity = 'acting'" \
	"acting_order = '๑/๒๕๖๙'" "auth = 'other'" \
	"act_id = randomblob(16)" \
	"nonce = randomblob(16)" \
	"commitment = zeroblob(32)" "hash = zeroblob(32)"
do
	edit "UPDATE event SET $edited WHERE seq = 11"
	found "an event is not edited unseen: $edited" chain 11
done
edit "UPDATE event SET login = 'x' WHERE seq = 1"
found "... the first" chain 1
edit "UPDATE event SET login = 'x' WHERE seq = 14"
found "... nor the last" chain 14

# Its words too.
edit "UPDATE payload SET body = replace(body, 'หนึ่ง', 'สอง') WHERE seq = 10"
found "words are not changed unseen" words 10
edit "UPDATE payload SET salt = zeroblob(16) WHERE seq = 10"
found "... nor their salt" words 10
edit "DELETE FROM payload WHERE seq = 10"
status "... nor taken away" 1 saraban check

# Events are not taken away, put in, or moved.
edit "DELETE FROM payload WHERE seq = 11; DELETE FROM event WHERE seq = 11"
status "an event is not taken out of the middle" 1 saraban check
has "... and the place is told" 1[12] "$(en check)"
edit "DELETE FROM payload WHERE seq = 14; DELETE FROM event WHERE seq = 14"
status "nor from the end, while the state remembers it" 1 saraban check
edit "INSERT INTO event SELECT office, 15, time, kind, letter, book, year,
	number, person, login, post, capacity, acting_order, auth,
	randomblob(16), nonce, commitment, hash FROM event WHERE seq = 14;
	INSERT INTO payload SELECT office, 15, salt, body FROM payload
	WHERE seq = 14"
found "an event is not put in" chain 15
edit "UPDATE event SET seq = 99 WHERE seq = 11;
	UPDATE payload SET seq = 99 WHERE seq = 11;
	UPDATE event SET seq = 11 WHERE seq = 12;
	UPDATE payload SET seq = 11 WHERE seq = 12;
	UPDATE event SET seq = 12 WHERE seq = 99;
	UPDATE payload SET seq = 12 WHERE seq = 99"
found "two events do not change places" chain 11
edit "UPDATE register SET uuid = randomblob(16)"
found "the chain belongs to this register" chain 1

# The state is what the chain says, and nothing else.
for edited in "UPDATE letter SET subject = 'อื่น' WHERE number = 1" \
	"UPDATE letter SET state = 'received', at_post = 'clerk'
	  WHERE number = 1" \
	"UPDATE note SET words = 'อื่น'" "DELETE FROM note" \
	"UPDATE step SET post = 'palad'" "UPDATE person SET name = 'อื่น'" \
	"UPDATE holding SET until = NULL, post = 'nayok'" \
	"UPDATE counter SET next = next + 1" "UPDATE post SET name = 'อื่น'" \
	"UPDATE division SET post = 'clerk'" "UPDATE office SET name = 'อื่น'" \
	"DELETE FROM attachment" \
	"INSERT INTO note (office, seq, letter, act, person, person_name,
	  words, at) VALUES (1, 99, 10, 'endorse', 2, 'ก', 'ปลอม', 0)" \
	"DELETE FROM step; DELETE FROM note; DELETE FROM letter"
do
	edit "$edited"
	status "the state is not edited unseen: $(echo "$edited" |
		tr -s '\n\t' ' ')" 1 saraban check
done

# Several edits are all told.
edit "UPDATE event SET login = 'x' WHERE seq IN (3, 11);
	UPDATE payload SET body = replace(body, 'สอง', 'สาม') WHERE seq = 13;
	UPDATE letter SET subject = 'อื่น' WHERE number = 1"
run saraban --json check
for seq in 3 11 13; do
	ok "of several edits, that of event $seq is told" jq -e --argjson \
		seq $seq 'any(.faults[]; .seq == $seq)' "$tap_files/out"
done
ok "... and that of the state" jq -e 'any(.faults[]; .code == "replay")' \
	"$tap_files/out"
said=$(en check)
has "people are told too" "the register has faults" "$said"
has "... with the number of the event" "11" "$said"

# Attached files.
register_as_kept
file=$(find "$BESIDE-files" -type f)
chmod 600 "$file"
echo more >>"$file"
status "an attached file is not changed unseen" 1 saraban check
has "... and is named" "^attachments: .*$(basename "$file")" "$(en check)"
rm "$file"
status "nor taken away" 1 saraban check

# A letter of one register is not believed in another.
register_as_kept
here=$REGISTER
new_register theirs.db
make_office >said
as clerk receive --subject "ของเขา" >said
values=$(sql "SELECT time, hex(act_id), hex(nonce), hex(commitment), hex(hash),
	hex(salt), body FROM event JOIN payload USING (office, seq)
	WHERE seq = 10")
IFS='|' read -r time act nonce commitment hash salt body <<END
$values
END
REGISTER=$here SARABAN_REGISTER=$here
tamper "INSERT INTO event SELECT office, 15, $time, kind, 15, book, year, 3,
	person, login, post, capacity, acting_order, auth, $(blob "$act"),
	$(blob "$nonce"), $(blob "$commitment"), $(blob "$hash")
	FROM event WHERE seq = 13;
	INSERT INTO payload SELECT office, 15, $(blob "$salt"), '$body'
	FROM event WHERE seq = 13"
found "a letter is not carried over from another register" chain 15
