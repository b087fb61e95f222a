# register-test.sh -- a register that cannot be used: a sentence, and status 4
# SPDX-License-Identifier: GPL-3.0-or-later
. "${top_srcdir:?make check runs it}/tests/lib.sh"
. "$top_srcdir/tests/cli/office.sh"
new_office
as clerk receive --subject "เรื่องแรก" >said

# unusable SENTENCE PATTERN: looking, writing and checking all refuse it.
unusable()
{
	refused "$1, to look" 4 "$2" en list
	refused "$1, to write" 4 "$2" as clerk receive --subject "ก"
	refused "$1, to check" 4 "$2" en --json check
}

cp "$REGISTER" good.db

sqlite3 "$REGISTER" "PRAGMA user_version = 99"
unusable "a register from the future is refused" "newer saraban"
has "... the file is named" "$REGISTER" "$(en list 2>&1)"
cp good.db "$REGISTER"

for where in "$HOME" .; do
	SARABAN_REGISTER=$where
	unusable "a folder is no register ($where)" "is a directory"
done
SARABAN_REGISTER=/dev/null
unusable "a device is no register" "not a register"
mkfifo pipe
SARABAN_REGISTER=pipe
unusable "a pipe is no register, and is not waited for" "not a register"
seq 2000 >words.txt
SARABAN_REGISTER=words.txt
unusable "a text is no register" "not a register"
same "... and is as it was" "$(seq 2000)" "$(cat words.txt)"
: >empty.db
SARABAN_REGISTER=empty.db
unusable "an empty file is no register" "not a register"
same "... and is still empty" 0 "$(wc -c <empty.db)"
sqlite3 other.db "CREATE TABLE t (a)"
SARABAN_REGISTER=other.db
unusable "another program's database is no register" "not a register"
same "... and none of these has a file beside it" \
	"empty.db other.db pipe words.txt" \
	"$(echo empty* other* pipe* words*)"
for where in none.db no/folder/none.db; do
	SARABAN_REGISTER=$where
	unusable "what is not there ($where) is no register" \
		"no register here yet; .saraban init NAME. makes one"
done
same "... and looking for it makes nothing" "" "$(ls -d none* no* 2>/dev/null)"

# Damaged: the middle of the file is written over, or its end is lost.
SARABAN_REGISTER=$REGISTER
size=$(wc -c <good.db)
cp good.db "$REGISTER"
head -c 4000 /dev/zero | tr '\0' x |
	dd of="$REGISTER" bs=1 seek=200 conv=notrunc 2>/dev/null
run en list
same "a damaged register is refused" 4 "$run_status"
has "... and the way out is told" "damaged.*restore a backup" "$(err)"
head -c $((size / 2)) good.db >"$REGISTER"
run en list
same "... and one that lost its end" 4 "$run_status"
cp good.db "$REGISTER"
run saraban --json check
ok "the good one is still good" jq -e .ok "$tap_files/out"

# Read-only, for the one who asks.
nobody=""
login="--as clerk"
if test "$(id -u)" = 0; then
	login=""
	nobody="setpriv --reuid=65534 --regid=65534 --clear-groups"
	chmod 755 "$tap_files" "$HOME"
	chown 65534 "$HOME"
fi
# asked COMMAND...: by an account that is not root.
asked()
{
	$nobody "$SARABAN" --lang en "$@"
}
if asked --version >/dev/null 2>&1; then
	test -n "$nobody" && saraban person add nobody "คุณ nobody" \
		--post clerk >said
	chmod 444 "$REGISTER"
	# shellcheck disable=SC2086 # words
	refused "a read-only file is not written" 4 "only be read" \
		asked $login receive --subject "ก"
	chmod 555 "$HOME"
	# shellcheck disable=SC2086 # words
	refused "... nor in a read-only folder" 4 "only be read" \
		asked $login receive --subject "ก"
	chmod 755 "$HOME"
	chmod 000 "$REGISTER"
	refused "a file that may not be read is told" 4 . asked list
	chmod 644 "$REGISTER"
else
	skip "a read-only file is not written" "the program is out of reach"
fi

# --as is for the account that owns the register.
if test -n "$nobody" && asked --version >/dev/null 2>&1; then
	chmod 666 "$REGISTER"*
	refused "--as is refused to who does not own the register" 3 \
		"owns the register only" asked --as clerk list
	refused "... to write too" 3 "owns the register only" \
		asked --as clerk receive --subject "ก"
	refused "who does not own it sets up nobody" 3 "owns the register" \
		asked person add arun "อรุณ" --post clerk
	holds "... but works under the own name" '.actor == "nobody"' \
		asked --json receive --subject "ก"
	saraban person end nobody --on 2026-01-31 >said
	refused "... until the last day" 3 "no longer works here" asked list
else
	skip "--as is refused to who does not own the register" "needs root"
fi
chmod 600 "$REGISTER"*
refused "--as somebody unknown is refused" 3 "no such person.*person add" \
	as stranger list
refused "--as nobody at all too" 3 "no such person" as "" list

# Two registers side by side.
saraban --register second.db init อบต.ข >said
saraban --register second.db person add clerk "ธุรการ" --post clerk >said
holds "each register has its own numbers" '.number == 1' \
	as clerk --json --register second.db receive --subject "ของ ข"
refused "... and its own letters" 1 "no letter" \
	as clerk --register second.db show 2
refused "... and people" 3 "palad" en --register second.db --as palad list
whole_at_last
