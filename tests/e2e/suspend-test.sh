#!/bin/sh
# suspend-test.sh -- the shell has the terminal for a while, and gives it back
# SPDX-License-Identifier: GPL-3.0-or-later
. "${top_srcdir:?make check runs it}/tests/lib.sh"
. "$top_srcdir/tests/cli/office.sh"
. "$top_srcdir/tests/e2e/terminal.sh"
new_office
LANG=C.UTF-8
echo "PS1='shell: '" >shellrc
ENV=$HOME/shellrc
export LANG ENV
as clerk receive --subject "เรื่องที่หนึ่ง" >said

begin 80 24 sh -i
sees "a shell with jobs is there" '^shell:'
types 'stty -g >shell.before; "$SARABAN" --lang en --as clerk'
keys Enter
sees "the screen is there" 'F10Quit'
keys F2
sees "a form is open" 'Receive a letter'
types 'ครึ่งทาง'
keys C-z
sees "C-z gives the terminal to the shell" 'Stopped\|suspended'
types 'stty -g >shell.paused; echo the line is "mine"'
keys Enter
sees "... which reads and writes as before" '^the line is mine'
same "... on the same settings" "$(cat shell.before)" "$(cat shell.paused)"
types 'fg'
keys Enter
sees "fg brings the screen back" 'Receive a letter'
ok "... with what was typed" waits 'ครึ่งทาง'
types 'ต่อ'
sees "... and typing goes on" 'ครึ่งทางต่อ'
keys Escape Escape
waits 'F10Quit'
keys F10
sees "F10 leaves it" '^the line is mine'
ok "... to the shell" waits '^shell:$'
types 'exit'
keys Enter
ended "the shell ends, the terminal is as it was" 0
