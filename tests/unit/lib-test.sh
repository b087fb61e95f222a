# lib-test.sh -- the test helpers see what is wrong
# SPDX-License-Identifier: GPL-3.0-or-later
. "${top_srcdir:?make check runs it}/tests/lib.sh"
new_home

# A script of the given lines, run by itself.
script()
{
	{
		printf '. "%s/tests/lib.sh"\n' "$top_srcdir"
		cat
	} >script
	tap_run sh ./script
	printf '%s\nstatus %s\n' "$(said)" "$tap_status"
}

same "what holds passes" 'ok 1 - a
ok 2 - b
ok 3 - c
ok 4 - d
ok 5 - e
1..5
status 0' "$(script <<'SH'
ok "a" true
status "b" 3 sh -c "exit 3"
same "c" "1" "1"
has "d" "^x" "ax
xa"
hasnt "e" "^y" "ax"
SH
)"

same "what does not hold fails and says why" 'not ok 1 - a
# exit status 1 of: false
not ok 2 - b
# exit status 4, not 3, of: sh -c echo why; exit 4
# why
not ok 3 - c
# nothing like: ^x
# in:
# ax
not ok 4 - d
# there is: ^a
# in:
# ax
1..4
status 1' "$(script <<'SH'
ok "a" false
status "b" 3 sh -c "echo why; exit 4"
has "c" "^x" "ax"
hasnt "d" "^a" "ax"
SH
)"

has "two texts that differ are shown as a diff" '^# +2$' "$(script <<'SH'
same "a" "1" "2"
SH
)"

same "a script that stops early gives no plan" 'ok 1 - a
status 7' "$(script <<'SH'
ok "a" true
exit 7
SH
)"

same "a script may skip itself" '1..0 # SKIP no tmux
status 0' "$(script <<'SH'
skip_all "no tmux"
ok "a" false
SH
)"

same "a home is new, and gone afterwards" 'gone' "$(
	home=$(sh -c '. "$top_srcdir/tests/lib.sh"; new_home; pwd' | sed 1q)
	test -n "$home" && test ! -e "$home" && echo gone)"

# timeout(1) ends with 124 where it had to end something.
same "C tests that were ended say so behind what they came to" \
	'1..2
ok 1 - a
Bail out! it had to be ended: it took too long
status 124' "$(tap_run sh "$top_srcdir/tests/cmocka.sh" sh -c \
	'echo 1..2; echo ok 1 - a; exit 124'
	printf '%s\nstatus %s\n' "$(said)" "$tap_status")"

same "what is waited for is asked until it is so, and not for ever" 'ok 1 - a
not ok 2 - b
# exit status 1 of: within 1 says x echo y
status 1' "$(script <<'SH'
: >n
more() { echo >>n; wc -l <n; }
ok "a" soon says 3 more
ok "b" within 1 says x echo y
exit 1
SH
)"
