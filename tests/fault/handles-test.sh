# handles-test.sh -- few handles, closed handles, files that may not grow
# SPDX-License-Identifier: GPL-3.0-or-later
. "${top_srcdir:?make check runs it}/tests/lib.sh"
. "$top_srcdir/tests/cli/office.sh"

# Sanitizers need handles and memory of their own.
new_office
as clerk receive --subject "ก่อน" >/dev/null

# few N: receives with at most N handles; anything but a signal's death, and a
# word about it, is good.  With too few the program does not even start.
few()
{
	(
		# shellcheck disable=SC3045 # dash, bash and busybox have it
		ulimit -n "$1"
		exec "$SARABAN" --lang en --as clerk receive --subject "น้อย"
	) >few 2>&1
	few_status=$?
	cat few >>said-of-few
	cat few
	grep -q "loading shared libraries" few ||
		{ test "$few_status" -le 4 && test -s few; }
}

accepted=1
for n in 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
	ok "with $n handles it is done, or refused in words" few "$n"
	test "$few_status" != 0 || accepted=$((accepted + 1))
done
has "too few are called that" "Too many open files" "$(cat said-of-few)"
hasnt "... and not a register that may only be read" "may only be read" \
	"$(cat said-of-few)"
same "no number is missing or double" "$accepted" \
	"$(as clerk list --json | jq length)"
ok "the register is whole" saraban check
ok "enough handles suffice" test "$accepted" -gt 1

# copied N: backs up with at most N handles.
copied()
(
	# shellcheck disable=SC3045 # dash, bash and busybox have it
	ulimit -n "$1"
	exec "$SARABAN" --lang en backup bk
)

mkdir bk
for n in 8 9 10 11 12 13 14 15 16; do
	copied $n >>said-of-copies 2>&1
done
has "too few for a copy are called that" "/copy: Too many open files" \
	"$(cat said-of-copies)"
hasnt "... and not what SQLite makes of it" "unable to open" \
	"$(cat said-of-copies)"
has "and with some more there is one" "the backup is made" \
	"$(cat said-of-copies)"

# without HANDLE...: receives with these handles closed.
without()
{
	case $1 in
	0)	as clerk receive --subject "ปิด" <&- ;;
	1)	as clerk receive --subject "ปิด" >&- ;;
	2)	as clerk receive --subject "ปิด" 2>&- ;;
	01)	as clerk receive --subject "ปิด" <&- >&- ;;
	02)	as clerk receive --subject "ปิด" <&- 2>&- ;;
	12)	as clerk receive --subject "ปิด" >&- 2>&- ;;
	012)	as clerk receive --subject "ปิด" <&- >&- 2>&- ;;
	esac
}

before=$(as clerk list --json | jq length)
for handles in 0 1 2 01 02 12 012; do
	without $handles >/dev/null 2>&1
	ok "without handle $handles nothing is damaged" saraban check
done
same "... and every letter is there" $((before + 7)) \
	"$(as clerk list --json | jq length)"
hasnt "... and no message lies in a lock file" received \
	"$(cat "$REGISTER-gate" "$REGISTER-next")"

# Files may not grow past some kilobytes: as a full disk.
small()
{
	(
		ulimit -f "$1"
		exec "$SARABAN" --lang en --as clerk receive --subject "โต"
	) >small 2>&1
	test $? -le 4
}

for blocks in 0 1 8 64 200; do
	ok "with files of $blocks blocks it is done, or refused" small $blocks
	ok "... and the register is whole" saraban check
done
