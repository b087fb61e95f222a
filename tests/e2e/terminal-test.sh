# terminal-test.sh -- what a real terminal does to the screen, and back
# SPDX-License-Identifier: GPL-3.0-or-later
. "${top_srcdir:?make check runs it}/tests/lib.sh"
. "$top_srcdir/tests/cli/office.sh"
. "$top_srcdir/tests/e2e/terminal.sh"
new_office
LANG=C.UTF-8
# What a sanitizer says would be lost with the terminal.
ASAN_OPTIONS=log_path=$HOME/asan
TMPDIR=$HOME/tmp
export LANG ASAN_OPTIONS TMPDIR
mkdir tmp
as clerk receive --subject "เรื่องที่หนึ่ง" >said
as clerk receive --subject "เรื่องที่สอง" >said

# screen LOGIN WORD...: in English, so that it is there without translations.
screen()
{
	screen_login=$1
	shift
	begin 80 24 "$SARABAN" --lang en --as "$screen_login" "$@"
}

# running: the process of the program in the terminal.
running()
{
	ps -o pid= --ppid "$(in_terminal display -p '#{pane_pid}')"
}

# gone PROCESS: it has ended.
gone()
{
	! kill -0 "$1" 2>/dev/null
}

is_as_before()
{
	test "$(shown)" = "$(cat before)"
}

# The command keys of the clerk, typed with the Thai layout on.  Marks come
# alone, with no letter before them.
screen clerk
sees "the desk is there" 'เรื่องที่สอง'
types 'พ'
sees "พ is r, the register" 'F3Desk'
types 'ะ'
sees "ะ is t, the desk" 'F3Book'
types '่'
keys Enter
sees "MAI EK alone is j, down to the second letter" 'Subject *เรื่องที่สอง'
types '้'
sees "MAI THO alone is h, its history" 'received as number'
types 'ๆ'
sees "ๆ is q, back to the letter" 'F3Events'
types 'ำ'
sees "SARA AM alone is e, the form to endorse" 'Endorse a letter'
types 'ำนำไปทำ'
sees "in a field it is itself" 'ำนำไปทำ'
keys Escape Escape
sees "Escape twice leaves the form" 'F3Events'
types 'ซ'
types 'list'
sees "ซ is :, the line for any command" ': *list'
keys Escape
sees "... which Escape leaves" 'F3Events'
keys F10
ended "F10 leaves, the terminal is as it was" 0

# Smaller than anything, and back.
screen clerk
sees "the desk is there again" 'เรื่องที่สอง'
shown >before
in_terminal resize-window -x 30 -y 10
sees "30 by 10 is too small, and says so" 'small'
keys F2
in_terminal resize-window -x 80 -y 24
keys Escape
waits 'เรื่องที่สอง'
ok "80 by 24 again is as before" waits 'F10Quit'
soon is_as_before
same "... row by row" "$(cat before)" "$(shown)"
for size in "1 1" "200 60" "2 80" "79 3" "80 24"; do
	in_terminal resize-window -x "${size% *}" -y "${size#* }"
done
sees "no size ends it" 'เรื่องที่สอง'

# Nobody waits for a person who thinks.
keys F2
sees "a form is open" 'Receive a letter'
types 'ครึ่งทาง'
for size in "200 60" "30 10" "80 24"; do
	in_terminal resize-window -x "${size% *}" -y "${size#* }"
done
sees "a storm of sizes takes nothing that was typed" 'ครึ่งทาง'
holds "another counter receives at once" '.number == 3' \
	timeout 30 "$SARABAN" --as clerk --json receive --subject "เรื่องที่สาม"
keys Escape Escape
sees "... and the desk shows it by itself" 'เรื่องที่สาม'

# Signals: the terminal is given back, the gate is free.
for signal in HUP TERM INT; do
	screen clerk
	sees "the desk is there before SIG$signal" 'เรื่องที่สาม'
	keys F2
	waits 'Receive a letter'
	process=$(running)
	kill -s $signal "$process"
	ok "SIG$signal ends the program" soon gone "$process"
	sees "... and the terminal is as it was" '^ended with '
	same "... to the last setting" "$(cat stty.before)" "$(cat stty)"
	ok "... nobody waits for a lock" timeout 30 "$SARABAN" --as clerk \
		receive --subject "หลัง $signal"
done

# The line drops, and so does the machine.
screen clerk
waits 'หลัง'
process=$(running)
end_terminal
ok "a terminal that is gone ends the program" soon gone "$process"
screen clerk
waits 'หลัง'
process=$(running)
kill -s KILL "$process"
ok "a program that is killed is gone" soon gone "$process"
ok "... nobody waits for its lock" timeout 30 "$SARABAN" --as clerk receive \
	--subject "หลัง KILL"

# Where no screen can be.
begin 80 24 env TERM=dumb "$SARABAN" --lang en --as clerk
sees "a dumb terminal asks in lines" '^saraban>'
types 'show 1'
keys Enter
sees "... and answers in lines" '^subject *เรื่องที่หนึ่ง'
types 'quit'
keys Enter
ended "... until quit" 0
begin 80 24 "$SARABAN" --plain --lang en --as clerk
sees "--plain asks in lines" '^saraban>'
keys C-d
ended "... until the input ends" 0
begin 80 24 env TERM=never-seen "$SARABAN" --lang en --as clerk
sees "a terminal nobody knows is told, with the way out" 'try --plain'
ended "... as wrong usage" 2
begin 80 24 env LC_ALL=C LANG=C "$SARABAN" --lang en --as clerk
sees "with LC_ALL=C the screen still speaks UTF-8" 'เรื่องที่หนึ่ง'
keys F10
ended "... to the end" 0
begin 80 24 "$SARABAN" --lang en --register none.db
sees "without a register there is no screen" '^saraban: there is no register'
ended "... and the status says so" 4
screen stranger
sees "nor for a stranger" '^saraban: this register knows no such person'
ended "... refused" 3

# The practice register.
begin 80 24 "$SARABAN" --lang en demo
sees "demo opens the screen" 'สมศรี'
keys F10
ended "... F10 leaves it" 0
same "... and nothing is left of it" "" "$(ls tmp)"
begin 80 24 "$SARABAN" --lang en demo
sees "demo opens it again" 'สมศรี'
process=$(running)
end_terminal
ok "demo ends with the terminal" soon gone "$process"
same "... and nothing is left of it" "" "$(ls tmp)"
whole_at_last
same "no fault of memory was found" "" "$(cat "$HOME"/asan.* 2>/dev/null)"
