# terminal.sh -- a program in a real terminal: tmux, keys, what it shows
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=sh
#
# After tests/lib.sh.  One terminal at a time, on a server of its own.
#
#	begin 80 24 saraban --as clerk
#	sees "the desk is there" "โต๊ะงาน"
#	keys F2; types "พบ ๐๐๑๗/๑"
#	ended "it ends" 0

command -v tmux >/dev/null || skip_all "tmux is missing"
: "${tap_files:?}" "${SARABAN:?}"

# Each terminal has a server of its own: one that is just ending takes no new
# session.
terminal=none
terminals=0
# A socket's path has a length: not below a deep build directory.
TMUX_TMPDIR=$tap_files
export TMUX_TMPDIR
unset TMUX

in_terminal()
{
	tmux -L "$terminal" -f /dev/null "$@"
}

end_terminal()
{
	in_terminal kill-server 2>/dev/null
}
at_end end_terminal

# begin COLUMNS ROWS COMMAND...: says at the end how the command ended.
begin()
{
	begin_cols=$1 begin_rows=$2
	shift 2
	end_terminal
	terminals=$((terminals + 1))
	terminal=saraban$$.$terminals
	printf '"%s" ' "$@" >"$tap_files/command"
	cat >>"$tap_files/command" <<-'END'

		status=$?
		stty -g >"$HOME/stty"
		echo "ended with $status"
		exec sleep 600
	END
	in_terminal new-session -d -x "$begin_cols" -y "$begin_rows" \
		"stty -g >'$HOME/stty.before'; . '$tap_files/command'"
}

keys()
{
	in_terminal send-keys "$@"
}

types()
{
	in_terminal send-keys -l "$1"
}

shown()
{
	in_terminal capture-pane -p
}

# is_seen PATTERN: a line of the terminal matches.
is_seen()
{
	shown | grep -q -e "$1"
}

# waits PATTERN: until one does.
waits()
{
	soon is_seen "$1"
}

# sees SENTENCE PATTERN
sees()
{
	if waits "$2"; then
		tap_pass "$1"
	else
		{
			echo "not seen: $2"
			shown
		} >"$tap_files/why"
		tap_fail "$1"
	fi
}

# ended SENTENCE STATUS: the command has, and the terminal is as it was.
ended()
{
	if waits "^ended with $2\$" &&
		diff "$HOME/stty.before" "$HOME/stty" >"$tap_files/said"; then
		tap_pass "$1"
	else
		{
			shown
			cat "$tap_files/said"
		} >"$tap_files/why"
		tap_fail "$1"
	fi
}
