# streams-test.sh -- full disks, closed handles and broken pipes do no harm
# SPDX-License-Identifier: GPL-3.0-or-later
. "${top_srcdir:?make check runs it}/tests/lib.sh"
. "$top_srcdir/tests/cli/office.sh"
new_office
as clerk receive --subject "เรื่องแรก" >said
test -w /dev/full || skip_all "there is no /dev/full"

# full COMMAND...: with nowhere to write its answer.
full()
{
	"$@" >/dev/full
}

for command in "list" "--json list" "list --mine" "show 1" "--json show 1" \
	"history 1" "check" "--json check" "person list" "post list" \
	"division list" "help" "help receive" "help --table" "--help" \
	"--version"
do
	# shellcheck disable=SC2086 # words
	refused "with a full disk this is not done: $command" 4 \
		"answer could not be written" full as clerk $command
done
refused "... nor an export told to be whole" 4 "answer could not be written" \
	full en export --text
run full as clerk receive --subject "เรื่องที่สอง"
same "a receipt that cannot be answered is told" 4 "$run_status"
has "... to be done all the same" 'receive was done' "$(err)"
same "... and is" 2 "$(saraban --json list | jq '.[0].number')"
id=0123456789abcdef0123456789abcdef
full as clerk --act $id receive --subject "เรื่องที่สาม" 2>said
holds "... so that asked again it answers" '.number == 3' \
	as clerk --json --act $id receive --subject "เรื่องที่สาม"

# A reader that goes away.
for i in $(seq 40); do
	as clerk receive --subject "เรื่อง $i ยาว" >said
done
status "a reader that goes away is no crash" 0 sh -c '
	{ "$SARABAN" list; echo $? >code; } 2>err | head -1 >said
	test "$(cat code)" -le 4'

# Closed handles: the register must not become one of them.
before=$(saraban --json check | jq .events)
for closed in "<&-" ">&-" "2>&-" "<&- >&-" "<&- 2>&-" ">&- 2>&-" \
	"<&- >&- 2>&-"
do
	status "with $closed a letter is received" 0 sh -c \
		"exec $closed; exec \"\$SARABAN\" --as clerk receive \\
			--subject \"ปิด $closed\" --attach \"\$0\"" \
		"$top_srcdir/data/letters/000.txt"
	sh -c "exec $closed; exec \"\$SARABAN\" --as clerk show 999" 2>said
	same "... a refusal keeps its status" 1 $?
	sh -c "exec $closed; exec \"\$SARABAN\" --as clerk" 2>/dev/null \
		>/dev/null </dev/null
	same "... and plain mode ends" 0 $?
done
same "... each of them once" $((before + 7)) \
	"$(saraban --json check | jq .events)"
on_postgresql || same "the file is still a database" "SQLite format 3" \
	"$(head -c 15 "$REGISTER")"

whole_at_last
