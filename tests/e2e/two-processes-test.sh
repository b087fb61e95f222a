#!/bin/sh
# two-processes-test.sh -- at the door of SSH the screen is shut in, and works
# SPDX-License-Identifier: GPL-3.0-or-later
. "${top_srcdir:?make check runs it}/tests/lib.sh"
. "$top_srcdir/tests/cli/office.sh"
. "$top_srcdir/tests/e2e/terminal.sh"

command -v pgrep >/dev/null || skip_all "pgrep is missing"
test -r /proc/self/status || skip_all "there is no /proc"
new_office
ASAN_OPTIONS=log_path=$HOME/asan
export ASAN_OPTIONS

# As sshd runs it where the line of the key says who it is.
door()
{
	begin 80 24 env LANG=en_US.UTF-8 LC_ALL=C.UTF-8 \
		"$SARABAN" ssh --register "$REGISTER" "$1"
}
both()
{
	pgrep -f -- "^$SARABAN ssh --register $REGISTER "
}
keeper()
{
	pgrep -of "^$SARABAN ssh --register $REGISTER "
}
screen()
{
	pgrep -P "$(keeper)"
}

# gone: neither is left.
gone()
{
	! both >/dev/null
}

door clerk
sees "the desk is there" 'Nothing waits'
same "there are two processes" 2 "$(both | wc -l)"
if saraban --json doctor | jq -e '.findings[] |
	select(.about == "seccomp" and .state == "good")' >/dev/null; then
	has "the calls of the screen are filtered" 'Seccomp:	2' \
		"$(cat "/proc/$(screen)/status")"
else
	skip "no filter of system calls here"
fi
# Neither can be looked into by another process of the account.
if test -r "/proc/$(screen)/fd"; then
	same "it has the terminal, a socket, and nothing else" 4 \
		"$(find "/proc/$(screen)/fd" -type l | wc -l)"
	hasnt "the keeper alone has the register open" register.db \
		"$(ls -l "/proc/$(screen)/fd")"
else
	skip "it has the terminal, a socket, and nothing else" \
		"only root can look"
fi
keys F2
sees "a form opens" '─ Receive a letter ─'
keys Tab Tab Tab Tab
types 'ซ่อมถนนสาย ก'
keys F2
sees "a letter is received" 'ซ่อมถนนสาย ก'
keys Escape
saraban --as clerk receive --subject 'น้ำท่วม' >/dev/null
sees "what another does meanwhile is seen" 'น้ำท่วม'
keys C-z
keys F10
ended "F10 leaves it, and the terminal is as it was" 0
ok "neither is left behind" soon gone

# modes: what stays switched on in a terminal that nobody gives back: a screen
# of its own, no cursor, keys as a program wants them, the mouse.
modes()
{
	modes_of='#{alternate_on} #{?cursor_flag,0,1} #{keypad_cursor_flag}'
	in_terminal display -p "$modes_of #{keypad_flag} #{mouse_any_flag}"
}

door clerk
sees "it opens again" 'น้ำท่วม'
keys F2
sees "and a form" '─ Receive a letter ─'
types 'กข ๑'
sees "something is typed" 'กข ๑'
same "the screen has the terminal" '1 0 1 1 0' "$(modes)"
kill -9 "$(screen)"
ended "a screen that is killed leaves the terminal as it was" 4
same "what it had switched on is off" '0 0 0 0 0' "$(modes)"
sees "and says so below the words that stood there" 'the screen ended before'
in_terminal set-buffer 'pasted'
in_terminal paste-buffer -p
waits 'pasted'
hasnt "pastes come as they are" '200~' "$(shown)"
ok "it takes its keeper along" soon gone
has "what was typed is a draft" 'กข ๑' "$(en --as clerk drafts)"

door clerk
sees "it opens once more" 'go on with what you typed'
kill -9 "$(keeper)"
waits 'ended with 137'
ok "a keeper that is killed takes its screen along" soon gone
same "and the terminal is as it was" "$(cat "$HOME/stty.before")" \
	"$(stty -g -F "$(in_terminal display -p '#{pane_tty}')")"

door clerk
sees "and opens for the last time" 'go on with what you typed'
keys D
sees "the draft is there" 'กข ๑'
keys Enter
sees "and is gone on with" '─ Receive a letter ─'
types '๒๓'
sees "more is typed" 'กข ๑๒๓'
end_terminal
ok "both end with their terminal" soon gone
has "what was typed last is kept" 'กข ๑๒๓' "$(en --as clerk drafts)"
