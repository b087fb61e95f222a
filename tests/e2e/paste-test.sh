#!/bin/sh
# paste-test.sh -- what a real terminal pastes is text, never keys
# SPDX-License-Identifier: GPL-3.0-or-later
. "${top_srcdir:?make check runs it}/tests/lib.sh"
. "$top_srcdir/tests/e2e/terminal.sh"

command -v jq >/dev/null || skip_all "jq is missing"

new_home
new_register register.db
saraban init อบต.บ้านไร่ --practice >/dev/null
saraban person add clerk "สมหญิง ใจดี" --post clerk >/dev/null

# pastes TEXT: as a terminal does, which marks it only when it was asked to.
pastes()
{
	printf '%b' "$1" >"$tap_files/pasted"
	in_terminal load-buffer "$tap_files/pasted"
	in_terminal paste-buffer -p
}

begin 80 24 "$SARABAN" --lang en --as clerk
sees "the desk is there" 'Nothing waits for you'
pastes 'n\nq\nF10\n'
sees "no letter of a paste is a key" 'for a field; here it does nothing'
keys F2
sees "the form is open" 'Receive a letter'
pastes 'พบ ๐๐๑๗\n.๓/ว ๖๖๕\n'
sees "lines become one in a field of one line" 'พบ ๐๐๑๗ \.๓/ว ๖๖๕'
sees "... and it is said" 'line ends became spaces'
in_terminal send-keys -H 1f
sees "undo takes it back as one step" '│ their number  *│'
keys Tab Tab
pastes 'อำเภอ\033[31m\001บ้านไร่'
sees "controls are left out" 'อำเภอ\[31mบ้านไร่'
sees "... and counted" 'left out: 2'
keys Tab
in_terminal send-keys -H 1b 5b 32 30 30 7e
types 'นายก'
sees "a paste whose end is lost is over after a while" 'to  *นายก'
types ' อบต.'
sees "... and keys are keys again" 'นายก อบต\.'
keys M-b
types 'x'
sees "Alt and a letter goes by words" 'นายก xอบต\.'
keys F2
sees "it is registered" 'received as number 1'

# A letter comes as text: pasted into the chooser, read, compared, saved.
keys F2 F7
sees "the chooser is open" 'From a file'
pastes 'ที่ พบ ๐๖๑๘/๑๒\nที่ว่าการอำเภอบ้านลาด\n๑๖ มกราคม ๒๕๖๙\nเรียน นายก อบต. ทุกแห่ง\n'
sees "several lines are a text, not a path" 'From a text'
keys F2
sees "each field says how it was read" 'พบ 0618/12 *+ read'
sees "... and what is missing" 'subject  *- missing'
types 'ประชุม'
keys F9
sees "the text stands beside the form" '^ ๑๖ มกราคม ๒๕๖๙'
keys F2
sees "only then it is registered" 'received as number 2'
keys F10
ended "the clerk leaves" 0
has "the text is kept with the letter" 'บ้านลาด' \
	"$(saraban --as clerk --json show 2 | jq -r .text)"
pastes 'cat\n'
sees "the terminal marks pastes no longer" '^cat$'
