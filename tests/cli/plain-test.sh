# plain-test.sh -- questions and answers in lines, where no screen can be
# SPDX-License-Identifier: GPL-3.0-or-later
. "${top_srcdir:?make check runs it}/tests/lib.sh"
. "$top_srcdir/tests/cli/office.sh"
new_office

# plain WORD...: the program where no screen can be.
plain()
{
	TERM=dumb "$SARABAN" --lang en "$@"
}

# lines LINE...: typed into a clerk's program; its status and streams.
lines()
{
	printf '%s\n' "$@" >typed
	run typed --as clerk
}
typed()
{
	plain "$@" <typed
}

# A form is asked question by question, in the order of the paper.
lines receive "กข ๐๐๑/๕" "15 ม.ค. 69" "จังหวัดน่าน" "นายก อบต." \
	"เรื่อง 'มี' \"คำพูด\" --subject" "most-urgent" "" "" "" "๒" "" \
	"แบบ จำนวน ๑ ฉบับ" "" "" "" "" quit
same "a letter is received by answering questions" 0 "$run_status"
same "... without a complaint" "" "$(err)"
for question in "their number" dated from to subject urgency secrecy kind \
	"how it came" pages "received at" enclosures "refers to" \
	"others' stamps" duties files
do
	has "... $question is asked" " $question\( (.*)\)\?: " "$(out)"
done
has "... and the number told" 'received as number 1/' "$(out)"
holds "every answer is where it belongs" '
	.ref_no == "กข ๐๐๑/๕" and .dated == "2026-01-15" and
	.from == "จังหวัดน่าน" and .to == "นายก อบต." and
	.subject == "เรื่อง '\''มี'\'' \"คำพูด\" --subject" and
	.urgency == "ด่วนที่สุด" and .secrecy == null and .pages == 2 and
	.enclosures[0].title == "แบบ" and .stamps == []' \
	as clerk --json show 1

lines "endorse 1" "เรียน นายก อบต. เพื่อโปรดพิจารณา" "" ""
same "a letter is endorsed by answering" 0 "$run_status"
has "... the note is marked as asked for" ' note \*: ' "$(out)"
lines 'receive --subject "มี ช่องว่าง"' "list --mine"
has "a command with its options asks nothing" 'received as number 2/' "$(out)"
hasnt "... at all" 'their number: ' "$(out)"
has "the next line is the next command" 'มี ช่องว่าง$' "$(out)"
has "what waits is told at the beginning" '^no letters$' "$(out)"

# The status is that of the last command.
lines "show 99" list
same "the last command decides the status" 0 "$run_status"
lines list "show 99"
same "... for worse too" 1 "$run_status"
has "... and the refusal is on standard error" 'no letter' "$(err)"
lines fly
same "a command that is not there" 2 "$run_status"
lines "show 'open"
same "a quotation mark left open" 2 "$run_status"
has "... is told" 'quotation mark' "$(err)"
lines quit "receive --subject ก"
same "nothing is done after quit" "0 2" \
	"$run_status $(saraban --json list | jq length)"
lines "" "   " list
same "empty lines are nothing" 0 "$run_status"

# The end of input is no answer.
refused "a form is done whole or not" 2 "nothing was done.*input ended" \
	sh -c 'printf "receive\nกข ๑\n15 ม.ค. 69" |
		TERM=dumb "$SARABAN" --lang en --json --as clerk'
refused "a wrong answer refuses the form" 2 "not a date" \
	sh -c '{ printf "receive\nกข ๑\n31 เมษายน 2569\n"
		yes "" | head -14; } |
		TERM=dumb "$SARABAN" --lang en --json --as clerk'
run plain --as clerk </dev/null
same "no input at all shows what waits" 0 "$run_status"
run plain --as clerk <&-
same "... nor a closed one" 0 "$run_status"

# When it is plain.
printf 'show 99\n' >typed
for term in TERM=dumb TERM= TERM=xterm; do
	run env "$term" "$SARABAN" --lang en --as clerk <typed
	same "with $term and a pipe it is plain" 1 "$run_status"
done
run env -u TERM "$SARABAN" --lang en --as clerk <typed
same "without TERM too" 1 "$run_status"
run typed --plain --as clerk
same "--plain too" 1 "$run_status"
if command -v script >/dev/null; then
	printf 'quit\n' >typed
	said=$(script -qec "env TERM=dumb '$SARABAN' --lang en --as clerk" \
		/dev/null <typed)
	has "on a dumb terminal a command is asked for" 'saraban> ' "$said"
	hasnt "... without a control sequence" "$(printf '\033')" "$said"
	said=$(script -qec "env TERM=xterm '$SARABAN' --plain --lang en \
		--as clerk" /dev/null <typed)
	has "--plain asks on any terminal" 'saraban> ' "$said"
	hasnt "... without a control sequence" "$(printf '\033')" "$said"
else
	skip "on a dumb terminal a command is asked for" "script is missing"
fi

# JSON: one document for each command, questions apart.
printf 'receive\n%15s' "" | tr ' ' '\n' >typed
echo >>typed
run typed --json --as clerk
same "--json keeps questions out of standard output" "" "$(out)"
has "... they are on standard error" 'their number: ' "$(err)"
has "... and so is the refusal" 'at least' "$(err)"
printf 'list\n' >typed
run typed --json --as clerk
same "one command is one document" 1 "$(jq -s length "$tap_files/out")"

# A register that cannot be used ends it.
run plain --register none.db </dev/null
same "without a register it ends" 4 "$run_status"
run plain --as stranger </dev/null
same "without a person too" 3 "$run_status"
whole_at_last
