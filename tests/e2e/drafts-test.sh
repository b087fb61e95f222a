#!/bin/sh
# drafts-test.sh -- the line drops in mid-form, and two work on one letter
# SPDX-License-Identifier: GPL-3.0-or-later
. "${top_srcdir:?make check runs it}/tests/lib.sh"
. "$top_srcdir/tests/e2e/terminal.sh"

command -v pgrep >/dev/null || skip_all "pgrep is missing"

new_home
new_register register.db
LANG=C.UTF-8
ASAN_OPTIONS=log_path=$HOME/asan
export SARABAN_REGISTER LANG ASAN_OPTIONS
saraban init "อบต.บ้านไร่" --practice >/dev/null
person()
{
	saraban --lang en person add "$1" "$2" --post "$3" >/dev/null
}
person somying "น.ส.สมหญิง ใจดี" clerk
person malai "น.ส.มาลัย งามดี" clerk
person wichai "นายวิชัย ตั้งมั่น" head

# running LOGIN: the program's process; its command line ends so.
running()
{
	pgrep -f -- "^$SARABAN --lang en --as $1\$"
}

# gone LOGIN: it has ended.
gone()
{
	! running "$1" >/dev/null
}

# The line drops: the terminal is taken away, which is a SIGHUP.
begin 80 24 "$SARABAN" --lang en --as somying
sees "the desk is there" 'Nothing waits'
keys F2
sees "the form is open" '─ Receive a letter ─'
types 'พบ ๐๐๑๗.๓/ว ๖๖๕'
keys Tab
types '๑๕ ม.ค. ๖๙'
keys Tab
types 'ศาลากลางจังหวัด'
sees "it is typed" 'ศาลากลางจังหวัด'
end_terminal
ok "the program ends with its terminal" soon gone somying
has "what was typed is told on the command line" "from: ศาลากลางจังหวัด" \
	"$(saraban --lang en --as somying drafts)"
same "nothing is registered" "no letters" \
	"$(saraban --lang en --as somying list)"

begin 80 24 "$SARABAN" --lang en --as somying
sees "the desk offers the draft" 'drafts 1  D go on'
types 'D'
sees "the list shows it" 'their number *พบ ๐๐๑๗'
keys Enter
sees "the form is as it was" '= Thu 15 January 2569'
types 'เพชรบุรี'
sees "the cursor was where it was" 'ศาลากลางจังหวัดเพชรบุรี'
keys F2
sees "it is registered under its number" 'received as number 1/'
keys t
sees "no draft is left" 'waiting for me 1'
same "its file is gone" "" "$(ls "$BESIDE-drafts")"

# kill -9 takes nothing either.
keys F4
sees "the form of endorsement opens" '─ Endorse a letter ─'
types 'เห็นควรพิจารณา'
sees "a note is typed" 'เห็นควรพิจารณา'
kill -KILL "$(running somying)"
ok "the program was killed" soon gone somying
begin 80 24 "$SARABAN" --lang en --as somying
sees "the draft is there after kill -9" 'drafts 1'
keys F4
sees "and offered in the form it belongs to" 'draft of this form is kept; F8'
keys F8 Enter
sees "the note is there" 'เห็นควรพิจารณา'

# A second person opens the same letter while the form is open.
first=$terminal
terminals=$((terminals + 1))
terminal=saraban$$.$terminals
in_terminal new-session -d -x 80 -y 24 \
	"'$SARABAN' --lang en --as malai; sleep 600"
sees "the second has a desk too" 'waiting for me 1'
keys F4
sees "the second is told who has the letter" 'has had this letter open since'
types 'ของมาลัย'
sees "and types" 'ของมาลัย'
second=$terminal

terminal=$first
keys F2
sees "the first saves" 'letter 1/25[0-9][0-9] endorsed'
terminal=$second
sees "the second sees it without a key" 'While you were typing:'
sees "... with who did it" 'typing: .* น.ส.สมหญิง ใจดี'
keys F2
sees "the second is refused, with who may" 'only the holder of the post'
sees "the text is there" 'ของมาลัย'
keys F11
sees "why: who may now" 'may now: หัวหน้าสำนักปลัด'
keys Escape F10 F10
ok "leaving keeps the text" soon gone malai
has "it is a draft" "note: ของมาลัย" "$(saraban --lang en --as malai drafts)"
end_terminal
terminal=$first
keys F10
ended "the first leaves, the terminal is as it was" 0
ok "the register is whole" saraban --lang en check
same "no fault of memory was found" "" "$(cat "$HOME"/asan.* 2>/dev/null)"
