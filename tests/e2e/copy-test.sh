#!/bin/sh
# copy-test.sh -- a field goes to the clipboard of the terminal
# SPDX-License-Identifier: GPL-3.0-or-later
. "${top_srcdir:?make check runs it}/tests/lib.sh"
. "$top_srcdir/tests/cli/office.sh"
. "$top_srcdir/tests/e2e/terminal.sh"
new_office
LANG=C.UTF-8
export LANG
as clerk receive --subject "น้ำท่วมที่ทำการ" --ref "พบ ๐๐๑๗.๓/ว ๖๖๕" \
	--link https://shorturl.asia/03yA7 >said

# What tmux was given by OSC 52.
is_copied()
{
	test "$(in_terminal show-buffer 2>/dev/null)" = "$1"
}

begin 80 24 "$SARABAN" --lang en --as clerk
sees "the desk is there" 'น้ำท่วม'
in_terminal set-option -g set-clipboard on
types 'y'
sees "the fields of the letter are there, the link first" \
	'Links *https://shorturl.asia/03yA7'
ok "... as QR" waits '█▀▀▀▀▀█'
keys Enter
ok "the link is copied" soon is_copied https://shorturl.asia/03yA7
keys Down Down Enter
ok "so is the number" soon is_copied "พบ ๐๐๑๗.๓/ว ๖๖๕"
keys F10
ended "the clerk leaves, the terminal is as it was" 0
