# setting-test.sh -- files of settings and keys: whose, and what is wrong
# shellcheck shell=sh
# SPDX-License-Identifier: GPL-3.0-or-later
. "${top_srcdir:?make check runs it}/tests/lib.sh"
new_home

letter=$top_srcdir/data/letters/001.txt
own=$HOME/.config/saraban/saraban.conf
machine=$SARABAN_SYSCONFDIR/saraban/saraban.conf
mkdir -p "${own%/*}" "${machine%/*}"

# told: standard error of reading a letter.
told()
{
	saraban read "$letter" 2>"$HOME/said" >"$HOME/reading"
	cat "$HOME/said"
}

same "files that are not there are nothing" "" "$(told)"
printf 'mouse = on\n' >"$own"
same "a file that is right is obeyed in silence" "" "$(told)"

has "what is in force is told with who set it" \
	"mouse on $own:1" "$(saraban --json settings |
		jq -r '.[] | "\(.name) \(.value) \(.from)"')"
has "... and what nobody set is the program's own" "theme default null" \
	"$(saraban --json settings |
		jq -r '.[] | "\(.name) \(.value) \(.from)"')"
has "... in lines, too" "^mouse = on" "$(saraban settings)"
page=$top_srcdir/man/saraban.conf.5
for name in $(saraban --json settings | jq -r '.[].name'); do
	ok "saraban.conf(5) tells of $name" \
		grep -q "^.It Cm $name No = " "$page"
done

printf '\nmouse = perhaps\n' >"$machine"
printf 'colour = red\n' >"$own"
has "the machine's file is told with its line" "$machine:2: " "$(told)"
has "and the person's own as well" "$own:1: " "$(told)"
ok "the letter is read all the same" grep -q ๕๕๐ "$HOME/reading"
status "with the status it would have" 0 saraban read "$letter"
has "JSON on standard output stays whole" '"letters"' \
	"$(saraban --json read "$letter" 2>/dev/null | jq -c keys)"

rm "$own"
mkdir "$own"
has "a file that is none is told" "$own" "$(told)"
