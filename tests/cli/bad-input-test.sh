# bad-input-test.sh -- what cannot be understood is told, and nothing happens
# SPDX-License-Identifier: GPL-3.0-or-later
. "${top_srcdir:?make check runs it}/tests/lib.sh"
. "$top_srcdir/tests/cli/office.sh"
new_office
as clerk receive --subject "เรื่องแรก" >said

# Commands and options.
refused "a command that is not there is told" 2 "no such command.*: fly" en fly
refused "an empty one too" 2 "no such command" en ""
refused "half a command is told what follows" 2 \
	"person is followed by one of add, .*list" en person
refused "... and what does not" 2 "person is followed by" en person fly
refused "an option that is not there is told" 2 "list has no option --fly" \
	en list --fly
refused "... a global one too" 2 "no option --fly" en --fly list
refused "... and a short one" 2 "no option -x" en -x list
refused "a global option wants its value" 2 "register needs a value" \
	en list --register
refused "--as too" 2 "as needs a value" en --as
refused "an option wants its value" 2 "subject needs a value" \
	as clerk receive --subject
refused "... that is not empty" 2 "book needs a value" en list --book ""
refused "... nor blank" 2 "state needs a value" en list --state " "
refused "a flag takes none" 2 "mine takes no value" en list --mine=yes
refused "... a global one neither" 2 "read-only takes no value" \
	en --read-only=no list
refused "a command takes no more than it knows" 2 "two" \
	as clerk show 1 two
refused "... nor less" 2 "NUMBER" as clerk show
refused "a language is Thai or English" 2 "th or en, not fr" en --lang fr list
refused "what is wrong is told in the language asked for later" 2 \
	"no option --fly" saraban --fly --lang=en list
refused "help is for commands" 2 "no such command.*: fly" en help fly
ok "an option may be written with =" \
	as clerk receive "--subject=ก=ข" --pages=2
holds "... whose value begins after the first" '.subject == "ก=ข"' \
	as clerk --json show 2
ok "what follows -- is no option" as clerk show -- 1
ok "a value may begin with a dash" \
	as clerk endorse 1 --note "--to palad"
holds "... and is a value" '.notes[0].text == "--to palad"' \
	as clerk --json show 1
ok "globals may stand after the command" \
	saraban list --json --lang en --as clerk
for command in help "help receive" "help person add" "help --table" --help \
	--version
do
	# shellcheck disable=SC2086 # words
	ok "saraban $command helps" saraban $command
done
has "help tells the options of a command" \
	'^  --attach FILE  *a file to keep' "$(en help receive)"
same "--help beside a command is its help" "$(en help receive)" \
	"$(en receive FILE --help)"
same "... of two words, too" "$(en help person add)" "$(en person add --help)"
has "help tells what begins with a word" \
	'^  division end ' "$(en help division)"
hasnt "... and nothing else" '^  person' "$(en help division)"
refused "help of what is no command is refused" 2 "no such command" \
	en help desk
has "help tells the globals" '^  --register WHERE ' "$(en help)"

# Too much.
line=$(head -c 3003 /dev/zero | tr '\0' a)
refused "a subject has an end" 2 "longer than 1000" \
	as clerk receive --subject "$line"
ok "... after 3000 bytes" as clerk receive --subject "${line%aaa}"
page=$(yes ก | head -n 10001 | tr -d '\n')
refused "a note has an end" 2 "longer than 10000" \
	as clerk return 1 --reason "$page"
ok "... after a page of Thai" as head return 1 --reason "${page%ก}"
largest=$(head -c 131000 /dev/zero | tr '\0' x)
refused "the largest argument there can be is refused" 2 "longer than 1000" \
	as clerk receive --subject "$largest"
refused "... as a number" 2 "longer than" as clerk show "$largest"
refused "... as a command" 2 "no such command" en "$largest"
refused "... as an option" 2 "no option" en list "--$largest"
refused "... as a login" 3 "no such person" as "$largest" list
refused "... as a register" 4 . en --register "$largest" list
refused "... as a file" 2 "longer than\|too long" \
	as clerk receive --subject "ก" --attach "$largest"
refused "... as an act id" 2 "32 hexadecimal" \
	as clerk --act "$largest" receive --subject "ก"

# many N WORD...: the words, N times.  A loop of the shell would take a minute.
many()
{
	many_n=$1
	shift
	yes -- "$(printf '%s\n' "$@")" | head -n $((many_n * $#))
}
# shellcheck disable=SC2046 # words
ok "a hundred enclosures are taken" \
	as clerk receive --subject "ก" $(many 100 --enclosure "แนบ")
# shellcheck disable=SC2046 # words
refused "more are refused" 2 "more than 100" \
	as clerk receive --subject "ก" $(many 101 --enclosure "แนบ")
# shellcheck disable=SC2046 # words
refused "thousands too, at once" 2 "more than 100" \
	as clerk receive --subject "ก" $(many 20000 --reference ก)
# shellcheck disable=SC2046 # words
refused "thousands of operands too" 2 . as clerk show 1 $(many 40000 2)

# Ten million bytes come by standard input.  plain WORD...: one line.
plain()
{
	"$@" | TERM=dumb "$SARABAN" --lang en --json --as clerk
}
huge()
{
	printf 'receive --subject '
	yes "$1" | tr -d '\n' | head -c 10000000
	echo
}
zeros()
{
	printf 'receive --subject '
	head -c 10000000 /dev/zero
	echo
}
refused "a subject of 10 MB is refused" 2 "longer than 1000" plain huge x
refused "a line of 5 million words too" 2 "cannot be entered: x" plain huge 'x '
refused "... and one that is all quotes" 2 "at least" plain huge '"'
refused "... and all NUL" 2 "longer than 1000" plain zeros

# Not UTF-8.
for bytes in '\377' '\340\270' '\300\200' '\355\240\200' '\364\220\200\200' \
	'\270\201' 'ก\340\270'
do
	# shellcheck disable=SC2059 # a format of its own
	text=$(printf "$bytes")
	refused "$bytes is no text for a subject" 2 "not UTF-8 text from byte" \
		as clerk receive --subject "$text"
	refused "... for a number" 2 "not UTF-8" as clerk show "$text"
	refused "... for a name" 2 "not UTF-8" \
		en person add arun "$text" --post clerk
	refused "... for an option" 2 . en list "--$text"
	refused "... for a command" 2 "no such command" en "$text"
	refused "... for a login" 3 "no such person" as "$text" list
	refused "... for an office" 3 "no such office" en --office "$text" list
	refused "... for a division" 2 "not UTF-8" \
		as nayok order 1 --note "ก" --assign "$text"
	refused "... for a date" 2 "not UTF-8" \
		as clerk receive --subject "ก" --dated "$text"
done
name=$(printf 'x\377.pdf')
echo >"$name"
holds "a file may be named so" '.number > 0' \
	as clerk --json receive --subject "ชื่อไฟล์" --attach "$name"
holds "... and is kept visibly" '.attachments[0].name == "x<FF>.pdf"' \
	as clerk --json show "$(jq .number "$tap_files/out")"

# Nothing that is said comes back as a command to the terminal.
evil=$(printf 'x\033]0;evil\007\033[2J\302\2332J\r\n\342\200\256abc')
refused "a wrong command is shown visibly" 2 'x^\[\]0;evil' en "$evil"
refused "... and a wrong login" 3 'x^\[\]0;evil' as "$evil" list
refused "... and a wrong register" 4 'x^\[\]0;evil' en --register "$evil" list
refused "... and a wrong office" 3 'x^\[\]0;evil' en --office "$evil" list
refused "... and a wrong number" 2 'x^\[\]0;evil' as clerk show "$evil"
refused "... and a wrong file" 2 'x^\[\]0;evil' \
	as clerk receive --subject "ก" --attach "$evil"
refused "... and a wrong date" 2 'x^\[\]0;evil\|not a date' \
	as clerk receive --subject "ก" --dated "$evil"
refused "... and a wrong division" 2 'x^\[\]0;evil' \
	en division end "$evil"
refused "... and a wrong post" 2 'x^\[\]0;evil' \
	en person add arun "อรุณ" --post "$evil"
whole_at_last
