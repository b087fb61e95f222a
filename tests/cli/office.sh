# office.sh -- a register with one person for every post, and what to ask it
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=sh
#
# shellcheck disable=SC2119,SC2120,SC2154 # tests/lib.sh is sourced first
#
# After tests/lib.sh.  The login of each person is the code of the post.
#
#	new_office
#	did "it is received" somebody clerk receive --subject "..."
#	refused "the head may not" 3 "ธุรการ" as head receive --subject "..."
#	holds "its number" '.number == 1' as clerk receive --json ...

# Sentences are compared in English; locale-test.sh compares the languages.
en()
{
	saraban --lang en "$@"
}

# as LOGIN WORD...
as()
{
	as_login=$1
	shift
	en --as "$as_login" "$@"
}

make_office()
{
	saraban init "องค์การบริหารส่วนตำบลหนองกะปุ" "$@" || return
	for post in clerk head deputy palad nayok finance works education; do
		saraban person add "$post" "คุณ $post" --post "$post" || return
	done
}

# new_office_with OPTION-OF-INIT...
new_office_with()
{
	new_home
	new_register register.db
	if ! make_office "$@" >said 2>&1; then
		cat said
		echo "Bail out! the office cannot be made"
		exit 99
	fi
}

new_office()
{
	new_office_with
}

# All rows as text.
dump()
{
	if on_postgresql; then
		pg_dump -a -n saraban -h "$SARABAN_TEST_SERVER" -U postgres \
			"$(database_of "$REGISTER")" 2>/dev/null |
			grep -v '^\\\(un\)\{0,1\}restrict'
	else
		sqlite3 -readonly "$REGISTER" .dump 2>/dev/null
	fi
}

# Everything the register holds, as one line: rows, and the files beside it.
whole()
{
	{
		dump
		find "${BESIDE:-$REGISTER}-files" -type f 2>/dev/null | sort
	} | sha256sum
}

# Control characters that reach a terminal, and the wrong kind of UTF-8.
is_clean()
{
	! LC_ALL=C grep -q "$(printf '[\001-\010\013-\037\177]')" "$1" &&
		! LC_ALL=C grep -q "$(printf '\302[\200-\237]')" "$1" &&
		iconv -f UTF-8 -t UTF-8 "$1" >/dev/null
}

# fails COMMAND...
fails()
{
	! "$@"
}

# tell WHAT: why the command before it is not what was wanted.
tell()
{
	{
		echo "$1"
		sed 's/^/out: /' "$tap_files/out"
		sed 's/^/err: /' "$tap_files/err"
	} >"$tap_files/why"
}

# run COMMAND...: its streams apart, its status in $run_status.
run()
{
	run_status=0
	"$@" >"$tap_files/out" 2>"$tap_files/err" || run_status=$?
}

# Standard output and error of the last run.
out()
{
	cat "$tap_files/out"
}

err()
{
	cat "$tap_files/err"
}

# refused SENTENCE STATUS PATTERN COMMAND...: it ends with this status, says
# one sentence like the pattern on standard error, nothing on standard output,
# and the register is as it was.
refused()
{
	ref_name=$1 ref_status=$2 ref_pattern=$3
	shift 3
	ref_before=$(whole)
	run "$@"
	if test "$run_status" != "$ref_status"; then
		tell "exit status $run_status, not $ref_status, of: $*"
	elif ! grep -q -e "$ref_pattern" "$tap_files/err"; then
		tell "nothing like \"$ref_pattern\" was said by: $*"
	elif test "$(wc -l <"$tap_files/err")" != 1; then
		tell "not one line was said by: $*"
	elif test -s "$tap_files/out"; then
		tell "there is an answer on standard output of: $*"
	elif ! is_clean "$tap_files/err"; then
		tell "control characters were said by: $*"
	elif test "$ref_before" != "$(whole)"; then
		tell "the register was changed by: $*"
	else
		tap_pass "$ref_name"
		return
	fi
	tap_fail "$ref_name"
}

# holds SENTENCE FILTER COMMAND...: it is done, its standard output is one
# JSON document of which the jq filter is true, and nothing else is said.
holds()
{
	holds_name=$1 holds_filter=$2
	shift 2
	run "$@"
	if test "$run_status" != 0; then
		tell "exit status $run_status of: $*"
	elif test -s "$tap_files/err"; then
		tell "there is more on standard error of: $*"
	elif test "$(jq -s length "$tap_files/out" 2>&1)" != 1; then
		tell "not one JSON document is the answer of: $*"
	elif ! jq -e "$holds_filter" "$tap_files/out" >/dev/null 2>&1; then
		tell "it does not hold that $holds_filter"
	else
		tap_pass "$holds_name"
		return
	fi
	tap_fail "$holds_name"
}

# whole_at_last: what every script ends with.
whole_at_last()
{
	holds "the register is whole at the end" \
		'.ok and .faults == [] and .events > 0 and
		 (.head | test("^[0-9a-f]{64}$"))' saraban --json check
}

# cleared LOGIN...: they come by --as, and may read every class.
cleared()
{
	saraban policy set secret-as 1 &&
		for cleared_login; do
			saraban clear "$cleared_login" ลับที่สุด \
				--order "คำสั่งที่ ๑/๒๕๖๙" || return
		done
}
