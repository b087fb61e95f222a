# clock-test.sh -- the machine's clock jumps, under commands and a screen
# SPDX-License-Identifier: GPL-3.0-or-later
#
# JUMPS=200: as many more at random; see clock-soak.sh.
. "${top_srcdir:?make check runs it}/tests/lib.sh"
. "$top_srcdir/tests/cli/office.sh"
. "$top_srcdir/tests/e2e/terminal.sh"
command -v faketime >/dev/null || skip_all "faketime is not installed"

# What the program and nobody else takes for the clock: a time in a file, from
# which it goes on.
clock=$tap_files/clock
lib=$(faketime -f +0 sh -c 'echo "$LD_PRELOAD"')
cat >"$tap_files/saraban" <<END
#!/bin/sh
export LD_PRELOAD='$lib' FAKETIME_TIMESTAMP_FILE='$clock'
export FAKETIME_NO_CACHE=1 LANG=C.UTF-8
exec '$SARABAN' "\$@"
END
chmod 755 "$tap_files/saraban"
SARABAN=$tap_files/saraban

# reads SECONDS: so does the clock now, in UTC since 1970.
reads()
{
	now=$1
	date -u -d "@$now" '+@%F %T' >"$clock.new" && mv "$clock.new" "$clock"
}
seconds()
{
	date -u -d "$1" +%s
}

reads "$(seconds '2026-01-20 03:00')"
saraban --version >"$tap_files/said" 2>&1 ||
	skip_all "no other clock here: $(head -1 "$tap_files/said")"
new_office
as clerk receive --subject "ก่อน" >said

confirmed()
{
	sql "SELECT count(*) FROM event WHERE kind = 'clock.confirm'"
}

# jump SENTENCE SECONDS DOUBT: the clock does, and a letter is received, after
# it was asked for (1) or at once (0).
day=86400
year=$((365 * day))
jump()
{
	jump_before=$(confirmed)
	reads $((now + $2))
	jump_status=0
	as clerk receive --subject "x" >said 2>&1 || jump_status=$?
	if test $jump_status = 3 && grep -q "clock confirm" said; then
		as clerk clock confirm --reason "x" >said 2>&1 &&
			as clerk receive --subject "x" >said 2>&1
		jump_status=$?
	fi
	same "$1" "0 $3" "$jump_status $(($(confirmed) - jump_before))"
}
jump "ten seconds back are nothing" -10 0
jump "a year back is asked for" -$year 1
jump "two days ahead are nothing" $((2 * day)) 0
jump "a hundred days ahead are asked for" $((100 * day)) 1
reads "$(seconds '2026-12-31 16:59:20')"
jump "so is the last minute of a year" 0 1
jump "... from which the next goes on" 50 0
same "... with number 1" 1 \
	"$(sql "SELECT max(number) FROM letter WHERE year = 2570")"
jump "London's turn of the year is nobody's" $((7 * 3600)) 0
jump "more than a year back is asked for" -$((400 * day)) 1

# The clock of others moves while a form is open.
begin 80 24 "$SARABAN" --lang en --as clerk
sees "the desk is there" 'waiting for me'
keys F2
sees "a form opens" '─ Receive a letter ─'
keys Tab Tab Tab Tab
types 'ระหว่างพิมพ์'
sees "a subject is typed" 'ระหว่างพิมพ์'
before=$(confirmed)
reads $((now - year))
keys F2
sees "saved a year earlier, it is asked for" 'clock'
same "... and nothing is done" "0" \
	"$(sql "SELECT count(*) FROM letter WHERE subject = 'ระหว่างพิมพ์'")"
as clerk clock confirm --reason "ตั้งผิด" >said
keys F2
sees "confirmed, it is done by the same key" 'received as number'
same "... once" "1 1" "$(sql "SELECT count(*) FROM letter
	WHERE subject = 'ระหว่างพิมพ์'") $(($(confirmed) - before))"
keys F10
ended "the screen ends as it should" 0

# Anywhere else.
jumps=${JUMPS:-0}
for by in $("$AWK" -v n="$jumps" 'BEGIN {
	srand(14)
	for (i = 0; i < n; i++)
		print int((rand() * 1000 - 480) * (i % 2 ? 86400 : 30))
}'); do
	doubt=0
	test "$by" -ge -120 -a "$by" -le $((60 * day)) || doubt=1
	jump "jump by $by seconds" "$by" $doubt
done

same "no time in the chain falls" 0 \
	"$(sql "SELECT count(*) FROM event a JOIN event b USING (office)
		WHERE b.seq = a.seq + 1 AND b.time < a.time")"
same "each number is of the year that Bangkok had" 0 \
	"$(sql "SELECT count(*) FROM event WHERE kind = 'letter.receive'
		AND year <> 543 + strftime('%Y', time / 1000000 + 7 * 3600,
			'unixepoch')")"
whole_at_last
