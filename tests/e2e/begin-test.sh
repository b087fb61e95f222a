# begin-test.sh -- the first start, where nobody has set up anything
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck disable=SC2154 # tests/lib.sh is sourced
. "${top_srcdir:?make check runs it}/tests/lib.sh"
. "$top_srcdir/tests/cli/office.sh"
. "$top_srcdir/tests/e2e/terminal.sh"
LANG=C.UTF-8
export LANG
new_home
here=$HOME/.local/share/saraban/register.db
me=$(id -un)

# start WORD...: the program in a terminal.
start()
{
	begin 80 24 "$SARABAN" --lang en "$@"
}

# left SENTENCE: it went without a register, and told so.
left()
{
	sees "$1" "^ended with 2"
	ok "... and nothing was made" test ! -e "$here"
}

start
sees "a person at a terminal is told that there is no register" \
	"There is no register here yet"
types .
keys Enter
left "a full stop leaves"

start
waits "name \*:"
types "อบต.บางพลับ"
keys Enter
sees "the next number may be one of a book on paper" "next number \[1\]:"
types 145
keys Enter
sees "the kind of office is asked for" "\[abt\]:"
keys Enter
sees "nothing is made without a yes" "Make this register?"
types n
keys Enter
left "a no leaves"

# With the Thai layout on, y is MAI HAN-AKAT.
start --plain
waits "name \*:"
types "อบต.บางพลับ"
keys Enter
waits "next number"
types 145
keys Enter
waits "\[abt\]:"
keys Enter
waits "Make this register?"
types 'ั'
keys Enter
sees "the office is made, and who sits there asked for" "You yourself:"
types "นายก้อง มั่นคง"
keys Enter
waits "post \* \[clerk\]:"
types "?"
keys Enter
sees "the posts that there are can be asked for" "palad *ปลัด"
keys Enter
sees "then work begins" "saraban>"
types "receive --subject เรื่องแรก"
keys Enter
sees "... with the number after those on paper" "number 145/"
is_me()
{
	en --json person list | jq -e --arg me "$me" \
		'map([.login, .name, .post]) == [[$me, "นายก้อง มั่นคง", "clerk"]]'
}
ok "the person is the account's own, with the post that was offered" is_me
ok "the register is whole" saraban check

# What is there is opened and nothing is asked.
start
sees "at the next start the desk is there" "เรื่องแรก"

# Where nobody can be asked, or something else is amiss, it is told.
rm "$here"
start
sees "a register that was lost is not begun" "is gone; have it restored"
rm -r "$HOME/.local"
start --register elsewhere.db
sees "nor where somebody has said which register he means" "^ended with 4"
start --read-only
sees "nor by who only wants to look" "^ended with 4"
start --as clerk
sees "nor by who says he is another" "^ended with 4"
: >typed
refused "nor by a script" 4 "no register here" en --plain <typed
ok "... and nothing was made" test ! -e "$here"
