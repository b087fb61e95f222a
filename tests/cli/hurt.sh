# hurt.sh -- a backup is damaged, and what restore says to it
# shellcheck shell=sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# After office.sh; $good is a backup in the folder bk.
# shellcheck disable=SC2154 # good and before are the test's

# damaged WHAT PATTERN COMMAND [WORD...]: done to a copy of the backup, in its
# folder, it is refused with a line like this, whatever words are added to
# restore, and the register, which was as $before says, still is.
damaged()
{
	rm -rf hurt
	cp -a bk hurt
	(cd "hurt/$(basename "$good")" && eval "$3") || echo "# cannot: $3"
	hurt_name=$1 hurt_pattern=$2
	shift 3
	run timeout 60 "$SARABAN" --lang en \
		restore "hurt/$(basename "$good")" --older "ทดสอบ" "$@"
	if test "$run_status" = 0; then
		tell "it was restored"
	elif ! grep -q -e "$hurt_pattern" "$tap_files/err"; then
		tell "nothing like \"$hurt_pattern\" was said"
	elif test "$before" != "$(whole)"; then
		tell "the register was changed"
	elif test -e "$REGISTER-restoring"; then
		tell "something was left behind"
	else
		tap_pass "refused: $hurt_name"
		return
	fi
	tap_fail "refused: $hurt_name"
}

# flip FILE OFFSET: one byte is another.
flip()
{
	chmod 600 "$1"
	byte=$(od -An -tu1 -j "$2" -N 1 "$1")
	# shellcheck disable=SC2059 # an octal escape is meant
	printf "\\$(printf %03o $((byte ^ 85)))" |
		dd of="$1" bs=1 seek="$2" conv=notrunc 2>said
}
